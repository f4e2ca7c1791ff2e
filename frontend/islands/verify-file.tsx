import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Lang } from "#frontend/texts/format.ts";
import { island } from "./island.tsx";
import { recount, type RecountWords, type Told, toldWords } from "./recount.ts";
import { RecountOutcome } from "./recount-outcome.tsx";
import { announce } from "./wake.ts";

interface VerifyFileProps {
  readonly lang: Lang;
  readonly worker: string;
  readonly say: RecountWords & { readonly choose: string };
}

/** Counts a vote again from a file, which never leaves the reader's device. */
export const VerifyFile = island("verify-file", ({ lang, worker, say }: VerifyFileProps) => {
  const may = useSignal(false);
  const isBusy = useSignal(false);
  const told = useSignal<Told | null>(null);
  useEffect(() => {
    may.value = typeof Worker === "function";
  }, []);
  const read = async (box: HTMLInputElement) => {
    const file = box.files?.[0];
    if (file === undefined) return;
    isBusy.value = true;
    told.value = null;
    announce(say.working);
    told.value = await recount(worker, { file });
    isBusy.value = false;
    box.value = "";
    announce(toldWords(say, told.value, lang));
  };
  return (
    <div class="stack" hidden={!may.value}>
      <div class="field">
        <label for="vote-file">{say.choose}</label>
        <input
          class="input drop"
          type="file"
          id="vote-file"
          accept="application/json,.json"
          disabled={isBusy.value}
          data-act="vote-file"
          onChange={({ currentTarget }) => void read(currentTarget)}
        />
      </div>
      {isBusy.value ? <p>{say.working}</p> : null}
      <RecountOutcome say={say} told={told.value} lang={lang} />
    </div>
  );
});

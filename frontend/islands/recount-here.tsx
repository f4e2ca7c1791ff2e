import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Lang } from "#frontend/texts/format.ts";
import { island } from "./island.tsx";
import { recount, type RecountWords, type Told, toldWords } from "./recount.ts";
import { RecountOutcome } from "./recount-outcome.tsx";
import { announce } from "./wake.ts";

interface RecountHereProps {
  readonly lang: Lang;
  /** The exported vote. */
  readonly file: string;
  /** The program that counts, loaded when it is asked for. */
  readonly worker: string;
  readonly say: RecountWords & { readonly go: string; readonly why: string };
}

/** Counts a vote again in the reader's own browser, when they ask for it. */
export const RecountHere = island("recount-here", (props: RecountHereProps) => {
  const { lang, file, worker, say } = props;
  const may = useSignal(false);
  const isBusy = useSignal(false);
  const told = useSignal<Told | null>(null);
  useEffect(() => {
    may.value = typeof Worker === "function";
  }, []);
  const start = async () => {
    isBusy.value = true;
    announce(say.working);
    told.value = await recount(worker, { href: file });
    isBusy.value = false;
    announce(toldWords(say, told.value, lang));
  };
  return (
    <div class="stack" hidden={!may.value}>
      <p class="small">{say.why}</p>
      <p>
        <button
          class="button strong"
          type="button"
          disabled={isBusy.value}
          data-act="recount"
          onClick={() => void start()}
        >
          {isBusy.value ? say.working : say.go}
        </button>
      </p>
      <RecountOutcome say={say} told={told.value} lang={lang} />
    </div>
  );
});

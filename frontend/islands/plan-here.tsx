import type { VNode } from "preact";
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { island } from "./island.tsx";
import { planHere, type PlanPlace, type PlanSent } from "./plan-in-browser.ts";
import { announce } from "./wake.ts";

interface PlanHereProps extends PlanPlace {
  /** The page that shows the plan once it is saved. */
  readonly href: string;
  readonly say: PlanWords;
}

/** In its reader's language; `#` is a per cent. */
export interface PlanWords {
  readonly why: string;
  readonly go: string;
  readonly working: string;
  readonly saved: string;
  readonly failed: string;
  /** What the server may say to a plan, by its code; anything else is a failure. */
  readonly no: Readonly<Record<string, string>>;
}

/**
 * Plans rounds on the computer of whoever looks after them, for networks whose servers may not
 * compute for long. The server checks the plan before it saves it.
 */
export const PlanHere = island("plan-here", (props: PlanHereProps) => {
  const { href, say } = props;
  const may = useSignal(false);
  const percent = useSignal<number | null>(null);
  const told = useSignal<PlanSent | null>(null);
  useEffect(() => {
    may.value = typeof Worker === "function" && typeof WebAssembly === "object";
  }, []);
  const start = async () => {
    told.value = null;
    percent.value = 0;
    announce(say.working.replace("#", "0"));
    const sent = await planHere(props, (thousandths) => {
      percent.value = Math.floor(thousandths / 10);
    });
    percent.value = null;
    told.value = sent;
    announce(wordsOf(say, sent));
    if (sent.kind === "saved") location.assign(href);
  };
  const isBusy = percent.value !== null;
  return (
    <div class="stack" hidden={!may.value}>
      <p class="small">{say.why}</p>
      <p>
        <button
          class="button"
          type="button"
          disabled={isBusy}
          data-act="plan-here"
          onClick={() => void start()}
        >
          {isBusy ? say.working.replace("#", String(percent.value)) : say.go}
        </button>
      </p>
      <Told say={say} told={told.value} />
    </div>
  );
});

interface ToldProps {
  readonly say: PlanWords;
  readonly told: PlanSent | null;
}

function Told({ say, told }: ToldProps): VNode | null {
  if (told === null) return null;
  return (
    <p class={told.kind === "saved" ? "good" : "missing"} data-told={told.kind}>
      {wordsOf(say, told)}
    </p>
  );
}

function wordsOf(say: PlanWords, sent: PlanSent): string {
  if (sent.kind === "saved") return say.saved.replace("#", String(sent.version));
  return (sent.kind === "refused" ? say.no[sent.code] : undefined) ?? say.failed;
}

import type { VNode } from "preact";
import type { Lang } from "#frontend/texts/format.ts";
import { type RecountWords, type Told, toldWords } from "./recount.ts";

interface RecountOutcomeProps {
  readonly say: RecountWords;
  readonly told: Told | null;
  readonly lang: Lang;
}

/** What a recount came to; nothing before there is one. */
export function RecountOutcome({ say, told, lang }: RecountOutcomeProps): VNode | null {
  if (told === null) return null;
  return (
    <p class={told.kind === "same" ? "good" : "missing"} data-told={told.kind}>
      {toldWords(say, told, lang)}
    </p>
  );
}

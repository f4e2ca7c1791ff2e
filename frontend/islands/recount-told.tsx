import type { VNode } from "preact";
import type { Lang } from "#frontend/texts/format.ts";
import { type RecountTold, type RecountWords, toldWords } from "./recount.ts";

interface ToldProps {
  readonly say: RecountWords;
  readonly told: RecountTold | null;
  readonly lang: Lang;
}

/** What a recount came to; nothing before there is one. */
export function Told({ say, told, lang }: ToldProps): VNode | null {
  if (told === null) return null;
  return (
    <p class={told.kind === "same" ? "good" : "missing"} data-told={told.kind}>
      {toldWords(say, told, lang)}
    </p>
  );
}

import type { Texts } from "#frontend/texts/texts.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";

/** A sentence for every "no" there is: a code without one does not compile. */
type Sentences = Readonly<Record<AnyRefusal["code"], (facts: never) => string>>;

/** Why not, in plain words, with the facts that came along. */
export function reasonOf(t: Texts, refusal: AnyRefusal): string {
  const sentences: Sentences = t.refusals;
  return sentences[refusal.code](refusal as never);
}

import { textsFor } from "#frontend/texts/texts.ts";

/** Letters that Italian has, wide and with accents. */
const FILL = "àèéìòù";

/** A text that is two fifths longer: each word grows, but for addresses, which have no language. */
export function lengthened(text: string): string {
  return text.replaceAll(/\S+@\S+|\p{L}{2,}/gu, (word) => {
    if (word.includes("@")) return word;
    const more = Math.ceil(word.length * 0.4);
    return word + FILL.repeat(Math.ceil(more / FILL.length)).slice(0, more);
  });
}

/**
 * Lengthens every Italian text of this process, for good: the pages that are drawn in it from then
 * on speak a language that is longer than any we have. No Worker ever holds it.
 */
export function lengthenTexts(): void {
  const { lang: _lang, format: _format, ...areas } = textsFor("it");
  for (const area of Object.values(areas)) lengthenIn(area);
}

function lengthenIn(words: object): void {
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === "string") Reflect.set(words, key, lengthened(value));
    else if (typeof value === "function") Reflect.set(words, key, lengthening(value as Saying));
    else if (typeof value === "object" && value !== null) lengthenIn(value);
  }
}

type Saying = (...facts: readonly unknown[]) => unknown;

/** What a text says of its facts, lengthened: a sentence, or several. */
function lengthening(say: Saying): Saying {
  const longer = (said: unknown): unknown => {
    if (typeof said === "string") return lengthened(said);
    if (Array.isArray(said)) return said.map(longer);
    if (typeof said !== "object" || said === null) return said;
    return Object.fromEntries(Object.entries(said).map(([key, one]) => [key, longer(one)]));
  };
  return (...facts) => longer(say(...facts));
}

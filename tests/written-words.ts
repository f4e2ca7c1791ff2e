import type { Lang } from "#frontend/texts/format.ts";
import { textsFor } from "#frontend/texts/texts.ts";

/**
 * The words of the pages in each language that the other does not have, and where they are found.
 * A text that is a function is known by what it always says: the fixed words of its source.
 */
function wordsOf(lang: Lang, other: Lang) {
  const [own, others] = [pieces(lang), new Set(pieces(other))];
  const only = [...new Set(own)].filter((piece) => !others.has(piece));
  const phrases = only.filter((piece) => piece.length >= 8 && /\p{L} \p{L}/u.test(piece));
  const whole = new Set(only);
  return {
    /** Phrases of this language in a page, and single words that stand there by themselves. */
    foundIn: (html: string): readonly string[] => {
      const said = textsIn(html);
      const text = said.join(" ¶ ");
      const alone = said.filter((one) => whole.has(one));
      const days = text.match(DAYS[lang]) ?? [];
      return [
        ...new Set([...phrases.filter((phrase) => text.includes(phrase)), ...alone, ...days]),
      ];
    },
  };
}

const DAYS: Readonly<Record<Lang, RegExp>> = {
  it: /\b(?:lune|marte|mercole|giove|vener)dì\b|\b(?:mancano|ore) \d|\b(?:giugno|luglio)\b/g,
  en: /\b(?:Mon|Tues|Wednes|Thurs|Fri)day\b/g,
};

/** Languages are called what their speakers call them, whoever reads. */
const NAMES = new Set(["English", "Italiano"]);

/** Every text of a language, functions in the pieces that stand between their values. */
function pieces(lang: Lang): readonly string[] {
  const { lang: _lang, format: _format, ...areas } = textsFor(lang);
  return piecesOf(areas).filter((piece) => /\p{L}{3}/u.test(piece) && !NAMES.has(piece));
}

function piecesOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [plain(value)];
  if (typeof value === "function") return fixedWords(String(value));
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(piecesOf);
}

/** What stands in quotes in the source of a function, but for what is put into it. */
function fixedWords(source: string): readonly string[] {
  const quoted = source.match(/`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g) ?? [];
  return quoted
    .map((text) => text.slice(1, -1))
    .flatMap((text) => text.split(/\$\{[^}]*\}|#/))
    .map(plain);
}

/** Texts and spoken attributes of a page, one by one; hidden fields are nobody's words. */
function textsIn(html: string): readonly string[] {
  const spoken = /(?:aria-label|alt|title|placeholder|content)="([^"]*)"/g;
  const attributes = [...html.matchAll(spoken)].map(([, text = ""]) => text);
  const texts = html.replaceAll(/<(script|style)\b.*?<\/\1>/gs, "").split(/<[^>]*>/);
  return [...texts, ...attributes]
    .map((text) => plain(unescaped(text)))
    .filter((text) => text !== "");
}

function unescaped(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

export const it = wordsOf("it", "en");
export const en = wordsOf("en", "it");

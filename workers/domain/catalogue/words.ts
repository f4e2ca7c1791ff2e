import { fold } from "./fold.ts";

/** The folded words of a text, in their order. */
export function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(" ")
    .filter((word) => word !== "");
}

/** Endings that hide the same word, the longer ones first: what is left of them stays. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  // funghi, pesche, radicchio: the h only keeps the sound.
  [/([cg])h(?:i[aeo]|[ie])$/, "$1"],
  // ciliegia, arancio, aglio: the i only softens what stands before it.
  [/([cg]|gl)i[aeo]$/, "$1"],
  [/[aeiou]$/, ""],
];

/**
 * What the singular and the plural of an Italian word share: "mel" of mela and mele, "uov" of uovo
 * and uova, "fung" of fungo and funghi. A light stemmer in the manner of Savoy (2006): it takes off
 * the ending of number and gender and nothing else.
 */
export function stemOf(word: string): string {
  if (word.length < 4) return word;
  for (const [ending, kept] of ENDINGS) {
    if (ending.test(word)) return word.replace(ending, kept);
  }
  return word;
}

/** Endings that `stemOf` may take off; "h" only after what it keeps hard. */
const TAKEN_OFF = ["", "a", "e", "i", "o", "u", "ia", "ie", "io"];
const TAKEN_OFF_HARD = ["hi", "he", "hia", "hie", "hio"];

/**
 * How a word may stand in the index when it is there as it is, in another number, or as the
 * beginning of a longer one: pieces of at least three letters, spaces included.
 */
export function formsOf(word: string): readonly string[] {
  const stem = stemOf(word);
  const endings = /[cg]$/.test(stem) ? [...TAKEN_OFF, ...TAKEN_OFF_HARD] : TAKEN_OFF;
  const whole = endings.map((ending) => ` ${stem}${ending} `);
  return Array.from(word).length < 2 ? [` ${word} `] : [` ${word}`, ...whole];
}

/** Words that join others: a search leaves them out unless it has nothing else. */
const JOINING = new Set(
  `a ad al all alla alle allo agli ai con d da dal dall dalla dalle dallo dai dagli de dei del dell
  della delle dello degli di e ed fra gli i il in l la le lo nel nell nella nelle o per su sul sulla
  sulle tra un una uno`.split(/\s+/),
);

export function withoutJoining(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !JOINING.has(word));
  return telling.length > 0 ? telling : words;
}

/**
 * A word's pieces of three letters, its beginning and end marked by a space, together with those
 * of its stem: however it is written, an indexed form shares some of them.
 */
export function trigramsOf(word: string): readonly string[] {
  return [...new Set([...piecesOf(` ${word} `), ...piecesOf(` ${stemOf(word)}`)])];
}

/** What is indexed of a thing: its folded words, each between spaces. */
export function indexedText(texts: readonly string[]): string {
  return ` ${texts.flatMap(wordsOf).join(" ")} `;
}

function piecesOf(text: string): string[] {
  const letters = Array.from(text);
  const pieces: string[] = [];
  for (let i = 0; i + 3 <= letters.length; i++) pieces.push(letters.slice(i, i + 3).join(""));
  return pieces;
}

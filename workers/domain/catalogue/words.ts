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

/** All the words that are this one in some number: those that its stem has an ending for. */
export function formsOf(word: string): readonly string[] {
  const stem = stemOf(word);
  const endings = /[cg]$/.test(stem) ? [...TAKEN_OFF, ...TAKEN_OFF_HARD] : TAKEN_OFF;
  return [...new Set([word, ...endings.map((ending) => stem + ending)])];
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

/** A word's pieces of three letters, its beginning and its end marked by a space. */
export function piecesOf(word: string): readonly string[] {
  return threes(` ${word} `);
}

/** Those that a word or its stem may share with the same word spelt otherwise. */
export function trigramsOf(word: string): readonly string[] {
  return [...new Set([...piecesOf(word), ...threes(` ${stemOf(word)}`)])];
}

/** What a product is found by: folded words with single spaces, by where they stand. */
export interface SearchedWords {
  /** The first word of its name, and the others. */
  readonly head: string;
  readonly name: string;
  /** Its producer's, then its maker's. */
  readonly seller: string;
  /** Its category's, then those of the one above. */
  readonly shelves: string;
}

export function searchedWords(product: {
  readonly name: string;
  readonly maker: string | null;
  readonly producer: string;
  /** The names of its category and of the one above. */
  readonly categories: readonly string[];
}): SearchedWords {
  const { name, maker, producer, categories } = product;
  const [head = "", ...others] = wordsOf(name);
  return {
    head,
    name: others.join(" "),
    seller: [producer, maker ?? ""].flatMap(wordsOf).join(" "),
    shelves: categories.flatMap(wordsOf).join(" "),
  };
}

function threes(text: string): string[] {
  const letters = Array.from(text);
  const pieces: string[] = [];
  for (let i = 0; i + 3 <= letters.length; i++) pieces.push(letters.slice(i, i + 3).join(""));
  return pieces;
}

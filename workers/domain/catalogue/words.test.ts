import fc from "fast-check";
import { expect, test } from "vitest";
import { formsOf, indexedText, stemOf, trigramsOf, withoutJoining, wordsOf } from "./words.ts";

test.each([
  ["mela", "mele"],
  ["uovo", "uova"],
  ["formaggio", "formaggi"],
  ["pomodoro", "pomodori"],
  ["ciliegia", "ciliegie"],
  ["ciliegia", "ciliege"],
  ["fungo", "funghi"],
  ["pesca", "pesche"],
  ["albicocca", "albicocche"],
  ["radicchio", "radicchi"],
  ["finocchio", "finocchi"],
  ["arancia", "arance"],
  ["aglio", "agli"],
  ["noce", "noci"],
  ["salame", "salami"],
  ["tazza", "tazze"],
  ["biscotto", "biscotti"],
  ["asparago", "asparagi"],
])("%s and %s are one word", (one, many) => {
  expect(stemOf(many)).toBe(stemOf(one));
});

test.each([
  ["miele", "mele"],
  ["pane", "panna"],
  ["riso", "rosa"],
  ["olio", "oliva"],
  ["farina", "faro"],
])("%s and %s are two words", (one, other) => {
  expect(stemOf(one)).not.toBe(stemOf(other));
});

test("short words keep all their letters", () => {
  expect(["uva", "the", "bio", "oli"].map(stemOf)).toEqual(["uva", "the", "bio", "oli"]);
});

test("words that only join others are left out, unless nothing else is there", () => {
  expect(withoutJoining(wordsOf("Miele di castagno dell'Appennino"))).toEqual([
    "miele",
    "castagno",
    "appennino",
  ]);
  expect(withoutJoining(["del", "la"])).toEqual(["del", "la"]);
});

test("a plural asks for pieces that its singular has in the index", () => {
  const indexed = indexedText(["Uovo fresco", "Collina"]);
  expect(indexed).toBe(" uovo fresco collina ");
  expect(trigramsOf("uova").filter((piece) => indexed.includes(piece))).toEqual([" uo", "uov"]);
});

test("every word that is indexed can be found by its own pieces", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      const indexed = indexedText([text]);
      for (const word of wordsOf(text)) {
        expect(trigramsOf(word).some((piece) => indexed.includes(piece))).toBe(true);
      }
    }),
  );
});

test("one letter wrong in a word of four to seven leaves a piece in common with the index", () => {
  const word = fc.stringMatching(/^[a-z]{4,7}$/);
  fc.assert(
    fc.property(
      word,
      fc.nat(),
      fc.constantFrom("a", "e", "o", "m", "r", "s"),
      (right, seed, letter) => {
        const place = seed % right.length;
        const typed = right.slice(0, place) + letter + right.slice(place + 1);
        const indexed = indexedText([right]);
        expect(trigramsOf(typed).some((piece) => indexed.includes(piece))).toBe(true);
      },
    ),
  );
});

test("a word stands in the index in any number, and as the beginning of a longer one", () => {
  const isThere = (word: string, name: string) =>
    formsOf(word).some((form) => indexedText([name]).includes(form));
  expect(isThere("funghi", "Fungo porcino")).toBe(true);
  expect(isThere("fungo", "Zuppa di funghi")).toBe(true);
  expect(isThere("radicchi", "Radicchio")).toBe(true);
  expect(isThere("form", "Formaggio")).toBe(true);
  expect(isThere("mele", "Melone")).toBe(false);
  expect(isThere("mele", "Miele")).toBe(false);
});

test("words of one stem stand in each other's forms", () => {
  const word = fc.stringMatching(/^[a-z]{4,9}$/);
  const ending = fc.constantFrom("", "a", "e", "i", "o", "io", "ie", "hi", "he", "hio");
  fc.assert(
    fc.property(word, ending, ending, (root, one, other) => {
      fc.pre(stemOf(root + one) === stemOf(root + other));
      const indexed = indexedText([root + other]);
      expect(formsOf(root + one).some((form) => indexed.includes(form))).toBe(true);
    }),
  );
});

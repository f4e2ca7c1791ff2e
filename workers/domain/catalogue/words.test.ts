import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formsOf,
  piecesOf,
  searchedWords,
  stemOf,
  trigramsOf,
  withoutJoining,
  wordsOf,
} from "./words.ts";

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

test("a product is found by its name, then its producer and maker, then its shelves", () => {
  const product = { name: "Uovo fresco", maker: "Collina", producer: "Corte Nuova" };
  expect(searchedWords({ ...product, categories: ["Uova", "Fattoria"] })).toEqual({
    head: "uovo",
    name: "fresco",
    seller: "corte nuova collina",
    shelves: "uova fattoria",
  });
  const nameless = { head: "", name: "", seller: "", shelves: "" };
  expect(searchedWords({ name: "!", maker: null, producer: "", categories: [] })).toEqual(nameless);
});

const shared = (typed: string, right: string) =>
  trigramsOf(typed).filter((piece) => piecesOf(right).includes(piece));

test("a plural asks for pieces that its singular has", () => {
  expect(shared("uova", "uovo")).toEqual([" uo", "uov"]);
});

test("every word has pieces, and asks for them", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      for (const word of wordsOf(text)) expect(shared(word, word)).not.toEqual([]);
    }),
  );
});

test("one letter wrong in a word of four to seven leaves a piece in common", () => {
  const word = fc.stringMatching(/^[a-z]{4,7}$/);
  fc.assert(
    fc.property(
      word,
      fc.nat(),
      fc.constantFrom("a", "e", "o", "m", "r", "s"),
      (right, seed, letter) => {
        const place = seed % right.length;
        const typed = right.slice(0, place) + letter + right.slice(place + 1);
        expect(shared(typed, right)).not.toEqual([]);
      },
    ),
  );
});

test("a word is asked for in any number, and as no other word", () => {
  const isForm = (word: string, other: string) => formsOf(word).includes(other);
  expect(isForm("funghi", "fungo")).toBe(true);
  expect(isForm("fungo", "funghi")).toBe(true);
  expect(isForm("radicchi", "radicchio")).toBe(true);
  expect(isForm("uva", "uva")).toBe(true);
  expect(isForm("mele", "melone")).toBe(false);
  expect(isForm("mele", "miele")).toBe(false);
});

test("words of one stem stand in each other's forms", () => {
  const word = fc.stringMatching(/^[a-z]{4,9}$/);
  const ending = fc.constantFrom("", "a", "e", "i", "o", "io", "ie", "hi", "he", "hio");
  fc.assert(
    fc.property(word, ending, ending, (root, one, other) => {
      fc.pre(stemOf(root + one) === stemOf(root + other));
      expect(formsOf(root + one)).toContain(root + other);
    }),
  );
});

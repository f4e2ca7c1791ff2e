import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "./fold.ts";

test("accents, capitals and punctuation make no difference", () => {
  expect(fold("Caffè d’ORZO — 100 %")).toBe("caffe d orzo 100");
  expect(fold("  Crème brûlée ")).toBe("creme brulee");
  expect(fold("Weißwurst, Smørbrød, Łódź")).toBe("weisswurst smorbrod lodz");
});

test("a name without letters folds to nothing", () => {
  expect(fold("🍎 … !")).toBe("");
});

test("folding twice changes nothing more", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test("however a word is written in capitals or composed, it folds to the same", () => {
  const word = fc.stringMatching(/^[a-zàèéìòù]{1,12}$/);
  fc.assert(
    fc.property(word, (text) => {
      expect(fold(text.toUpperCase())).toBe(fold(text));
      expect(fold(text.normalize("NFD"))).toBe(fold(text));
    }),
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DiffPart, textDiff } from "./text-diff.ts";

const without = (parts: readonly DiffPart[], kind: DiffPart["kind"]) =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join("");

describe("what changed in a text", () => {
  test("is shown word by word", () => {
    expect(
      textDiff("La rete trattiene il 6 per cento.", "La rete trattiene il 5 per cento."),
    ).toEqual([
      { kind: "kept", text: "La rete trattiene il " },
      { kind: "taken", text: "6" },
      { kind: "added", text: "5" },
      { kind: "kept", text: " per cento." },
    ]);
  });

  test("is nothing where nothing changed, and all where there was nothing", () => {
    expect(textDiff("Soci", "Soci")).toEqual([{ kind: "kept", text: "Soci" }]);
    expect(textDiff("", "Soci")).toEqual([{ kind: "added", text: "Soci" }]);
    expect(textDiff("Soci", "")).toEqual([{ kind: "taken", text: "Soci" }]);
    expect(textDiff("", "")).toEqual([]);
  });

  test("takes no more words than must change", () => {
    const parts = textDiff("uno due tre quattro", "uno tre due quattro cinque");
    const changed = parts.filter(({ kind, text }) => kind !== "kept" && text.trim() !== "");
    expect(changed.length).toBeLessThanOrEqual(3);
  });

  test("leads from the one to the other, whatever they are", () => {
    const words = fc.array(fc.constantFrom("il", "socio", "voto", ",", " ", "\n"), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [one.join(""), other.join("")];
        const parts = textDiff(before, after);
        expect(without(parts, "added")).toBe(before);
        expect(without(parts, "taken")).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  test("of two texts that have nothing in common is the whole of both, and quick", () => {
    const long = (word: string) => Array.from({ length: 4000 }, (_, i) => word + i).join(" ");
    const parts = textDiff(long("a"), long("b"));
    expect(without(parts, "added")).toBe(long("a"));
    expect(without(parts, "taken")).toBe(long("b"));
  });
});

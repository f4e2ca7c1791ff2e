import fc from "fast-check";
import { expect, test } from "vitest";
import { digestOfText } from "./digest.ts";
import { instant } from "./instant.ts";
import { FIRST_PREVIOUS, type Seal, sealHolds, sealRows } from "./seal.ts";

const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: from + i,
    digest: digestOfText(`row ${from + i}`),
  }));
const at = instant(1000);

test("seals follow each other, each naming the one before", () => {
  const first = sealRows("ledger", rows(1, 3), null, at);
  const second = sealRows("ledger", rows(4, 2), first, at);
  expect(first).toMatchObject({ number: 1, from: 1, to: 3, previous: FIRST_PREVIOUS });
  expect(second).toMatchObject({ number: 2, from: 4, to: 5, previous: first.digest });
  expect(sealHolds(first, rows(1, 3), null)).toBe(true);
  expect(sealHolds(second, rows(4, 2), first)).toBe(true);
});

test("a gap in the rows, or nothing to seal, is a bug", () => {
  expect(() => sealRows("rules", rows(2, 1), null, at)).toThrow("without a gap");
  expect(() => sealRows("rules", [], null, at)).toThrow("over something");
});

test("a row that is altered, taken away or swapped breaks the seal", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 20 }), fc.nat(), fc.nat(), (count, one, other) => {
      const sealed = rows(1, count);
      const seal = sealRows("ledger", sealed, null, at);
      const [i, j] = [one % count, other % count];
      const altered = sealed.with(i, { id: i + 1, digest: digestOfText("another") });
      expect(sealHolds(seal, altered, null)).toBe(false);
      expect(sealHolds(seal, sealed.toSpliced(i, 1), null)).toBe(false);
      const [a, b] = [sealed[i], sealed[j]];
      if (i === j || a === undefined || b === undefined) return;
      expect(sealHolds(seal, sealed.with(i, b).with(j, a), null)).toBe(false);
    }),
  );
});

test("a seal that says something else of itself does not hold", () => {
  const seal = sealRows("ledger", rows(1, 3), null, at);
  const changes: Partial<Seal>[] = [
    { sealedAt: instant(2000) },
    { previous: digestOfText("x") },
    { chain: "rules" },
    { number: 2 },
    { to: 4 },
    { root: digestOfText("x") },
    { digest: digestOfText("x") },
  ];
  for (const change of changes) {
    expect(sealHolds({ ...seal, ...change }, rows(1, 3), null)).toBe(false);
  }
});

import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { differences } from "./compare.ts";
import { readWeek } from "./week-files.ts";

const { expected } = readWeek(join(import.meta.dirname, "veronetta"));
if (expected === undefined) throw new Error("the week in Veronetta has no expected figures");

const row = (id: string) => ({ id, accepted: true });

describe("two results of a week", () => {
  test("are equal whatever the order of their rows and keys, and whatever the text says", () => {
    const turned = {
      attempts: expected.attempts?.toReversed(),
      note: "made today",
      lines: expected.lines
        .toReversed()
        .map((line) => Object.fromEntries(Object.entries(line).toReversed())),
      households: expected.households.toReversed(),
      producers: expected.producers.toReversed(),
      purchase: expected.purchase.toReversed(),
      totals: expected.totals,
      rules: ["other words"],
    };
    expect(differences(turned, expected)).toEqual([]);
  });

  test("differ in a household's total by one cent, and the sentence says whose", () => {
    const households = expected.households.map((one) =>
      one.household === "H07" ? { ...one, final_total_cents: 3 } : one,
    );
    const owed = expected.households.find(({ household }) => household === "H07");
    expect(differences({ ...expected, households }, expected)).toEqual([
      `households[H07].final_total_cents: 3 instead of ${owed?.final_total_cents}`,
    ]);
  });

  test("differ deep inside: the VAT of a rate, a fulfilment place, a kind of value", () => {
    const result = {
      totals: { vat: { "4": { vat_cents: 112 } }, by_fulfilment: {}, cards: "3" },
      producers: [{ producer: "P01", vat: { "4": { gross_cents: 2900 } } }],
      purchase: [{ product: "R01", boxes: null }],
    };
    const wanted = {
      totals: { vat: { "4": { vat_cents: 111 } }, by_fulfilment: { home: {} }, cards: 3 },
      producers: [{ producer: "P01", vat: {} }],
      purchase: [{ product: "R01", boxes: 0 }],
    };
    expect(differences(result, wanted)).toEqual([
      "totals.vat.4.vat_cents: 112 instead of 111",
      "totals.by_fulfilment.home: missing",
      'totals.cards: "3" instead of 3',
      "producers[P01].vat.4: not expected",
      "purchase[R01].boxes: null instead of 0",
    ]);
  });

  test("differ when a row is missing, is not expected, or is there twice", () => {
    expect(
      differences(
        { attempts: [row("A01"), row("A01"), row("A03")] },
        { attempts: [row("A01"), row("A02")] },
      ),
    ).toEqual([
      "attempts[A01]: there 2 times instead of 1",
      "attempts[A02]: missing",
      "attempts[A03]: not expected",
    ]);
  });

  test("differ when a whole part is missing or is of another kind", () => {
    expect(differences({ lines: {} }, { lines: [], totals: {} })).toEqual([
      "lines: {} instead of []",
      "totals: missing",
    ]);
    expect(differences(null, {})).toEqual(["week: null instead of {}"]);
    expect(differences({ lines: undefined }, { lines: 0 })).toEqual([
      "lines: nothing instead of 0",
    ]);
  });
});

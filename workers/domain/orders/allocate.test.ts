import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { lineIdOf, offerTerms } from "#tests/offer-terms.ts";
import { allocate, type AskedLine, type Buying } from "./allocate.ts";
import type { AllocationStrategy } from "./rules.ts";

/** Lines in order of `seq`, in whole units: wanted, and tolerated where there is a second list. */
function lines(wanted: readonly number[], tolerated: readonly number[] = []): AskedLine[] {
  return wanted.map((units, index) => ({
    lineId: lineIdOf(index + 1),
    seq: index + 1,
    wantedMilli: milli(units * 1000),
    toleranceMilli: milli((tolerated[index] ?? 0) * 1000),
  }));
}

function buying(boxUnits: number, how: Partial<Buying> = {}): Buying {
  const terms = offerTerms({ boxUnits });
  return { terms, strategy: "first-come", meetsMinimum: true, stockMilli: null, ...how };
}

const units = (allocation: ReturnType<typeof allocate>) =>
  allocation.lines.map(({ allocatedMilli }) => allocatedMilli / 1000);

describe("boxes (RULES §4)", () => {
  test.each([
    { box: 10, demand: 37, tolerance: 6, boxes: 4, ordered: 40 },
    { box: 6, demand: 16, tolerance: 1, boxes: 2, ordered: 12 },
    { box: 10, demand: 20, tolerance: 12, boxes: 2, ordered: 20 },
    { box: 10, demand: 1, tolerance: 30, boxes: 1, ordered: 10 },
    { box: 6, demand: 4, tolerance: 1, boxes: 0, ordered: 0 },
  ])("of $box: $demand wanted and $tolerance tolerated open $boxes", (row) => {
    const bought = allocate(lines([row.demand], [row.tolerance]), buying(row.box));
    expect([bought.boxes, bought.orderedMilli]).toEqual([row.boxes, row.ordered * 1000]);
  });

  test("what is sold loose is ordered as wanted, its tolerance never used", () => {
    const bought = allocate(lines([3, 2], [1, 1]), buying(1));
    expect([bought.boxes, bought.orderedMilli, ...units(bought)]).toEqual([null, 5000, 3, 2]);
  });

  test("of a producer below its minimum nothing is bought, boxed or loose", () => {
    for (const box of [1, 6]) {
      const bought = allocate(lines([6, 6]), buying(box, { meetsMinimum: false }));
      expect([bought.boxes, bought.orderedMilli, ...units(bought)]).toEqual([0, 0, 0, 0]);
      expect(bought.lines.map(({ status }) => status)).toEqual([
        "cancelled_minimum",
        "cancelled_minimum",
      ]);
    }
  });

  test("no more boxes are opened than the stock can fill, and the reason says so", () => {
    const bought = allocate(lines([5, 7]), buying(6, { stockMilli: milli(11_000) }));
    expect([bought.boxes, ...units(bought)]).toEqual([1, 5, 1]);
    expect(bought.lines.map(({ reason }) => reason)).toEqual(["", "stock"]);
    const loose = allocate(lines([5, 5]), buying(1, { stockMilli: milli(7000) }));
    expect(units(loose)).toEqual([5, 2]);
  });
});

describe("first come (RULES §4)", () => {
  test("16 bottles wanted, 12 ordered: the last lines are cut", () => {
    const bought = allocate(lines([3, 2, 3, 4, 2, 2], [1]), buying(6));
    expect(units(bought)).toEqual([3, 2, 3, 4, 0, 0]);
    expect(bought.lines.map(({ status }) => status).slice(3)).toEqual([
      "allocated",
      "cut_by_box",
      "cut_by_box",
    ]);
  });

  test("with one box of 10 the fourth is cut in part", () => {
    const bought = allocate(lines([3, 2, 3, 4, 2, 2]), buying(10));
    expect(units(bought)).toEqual([3, 2, 3, 2, 0, 0]);
    expect(bought.lines[3]).toMatchObject({ status: "partly_cut_by_box", reason: "box" });
  });

  test("37 kg wanted, 40 ordered: the first who tolerate more get it", () => {
    const wanted = [5, 5, 4, 6, 4, 5, 5, 3];
    const bought = allocate(lines(wanted, [1, 0, 2, 0, 1, 0, 2, 0]), buying(10));
    expect(units(bought)).toEqual([6, 5, 6, 6, 4, 5, 5, 3]);
  });
});

describe("proportional", () => {
  const proportional = { strategy: "proportional" } as const;

  test("a cut is shared by what each wanted, in whole steps", () => {
    const bought = allocate(lines([3, 2, 3, 4, 2, 2]), buying(6, proportional));
    expect(units(bought)).toEqual([2, 2, 2, 3, 2, 1]);
  });

  test("what completes a box is shared by what each wanted, within tolerances", () => {
    const bought = allocate(lines([6, 6, 3], [1, 4, 4]), buying(10, proportional));
    expect(units(bought)).toEqual([7, 9, 4]);
  });
});

describe("equal cost", () => {
  const equal = { strategy: "equal-cost" } as const;

  test("everyone loses the same money as far as steps allow, the latest first", () => {
    const bought = allocate(lines([3, 2, 3, 4, 2, 2]), buying(6, equal));
    expect(units(bought)).toEqual([3, 2, 2, 3, 1, 1]);
  });

  test("who lost in an earlier product of this close is spared in this one", () => {
    const [first, second] = lines([3, 3]);
    if (first === undefined || second === undefined) throw new Error("two lines");
    const before = [first, { ...second, cutBefore: cents(1000) }];
    expect(units(allocate(before, buying(5, equal)))).toEqual([2, 3]);
    expect(units(allocate([first, second], buying(5, equal)))).toEqual([3, 2]);
  });

  test("what completes a box is spread over the tolerances, the earliest first", () => {
    const bought = allocate(lines([4, 4, 9], [2, 2, 2]), buying(10, equal));
    expect(units(bought)).toEqual([5, 5, 10]);
  });
});

const strategies = fc.constantFrom<AllocationStrategy>("first-come", "proportional", "equal-cost");
const weeks = fc.record({
  strategy: strategies,
  boxUnits: fc.constantFrom(1, 4, 6, 10),
  stepMilli: fc.constantFrom(100, 500, 1000),
  wishes: fc.array(
    fc.record({ wanted: fc.integer({ min: 1, max: 30 }), tolerated: fc.nat({ max: 10 }) }),
    { minLength: 1, maxLength: 15 },
  ),
  stock: fc.option(fc.nat({ max: 200_000 })),
});

function ask({ boxUnits, stepMilli, wishes, strategy, stock }: Asking) {
  const asked = wishes.map(({ wanted, tolerated }, index) => ({
    lineId: lineIdOf(index + 1),
    seq: index + 1,
    wantedMilli: milli(wanted * stepMilli),
    toleranceMilli: milli(tolerated * stepMilli),
  }));
  const terms = offerTerms({ boxUnits, stepMilli: milli(stepMilli) });
  const stockMilli = stock === null ? null : milli(stock);
  return { asked, how: { terms, strategy, meetsMinimum: true, stockMilli } };
}

type Asking = typeof weeks extends fc.Arbitrary<infer T> ? T : never;

test("whatever the strategy, what is ordered is given out, to nobody more than it takes", () => {
  fc.assert(
    fc.property(weeks, (week) => {
      const { asked, how } = ask(week);
      const bought = allocate(asked, how);
      const given = bought.lines.reduce((sum, line) => sum + line.allocatedMilli, 0);
      expect(given).toBe(bought.orderedMilli);
      for (const [index, { allocatedMilli }] of bought.lines.entries()) {
        const { wantedMilli = 0, toleranceMilli = 0 } = asked[index] ?? {};
        expect(allocatedMilli).toBeLessThanOrEqual(wantedMilli + toleranceMilli);
      }
    }),
  );
});

test("the strategy decides who gets it, never how much is bought", () => {
  fc.assert(
    fc.property(weeks, (week) => {
      const { asked, how } = ask(week);
      const bought = (["first-come", "proportional", "equal-cost"] as const).map((strategy) => {
        const { boxes, orderedMilli } = allocate(asked, { ...how, strategy });
        return { boxes, orderedMilli };
      });
      expect(new Set(bought.map((one) => JSON.stringify(one))).size).toBe(1);
    }),
  );
});

test("only seq tells the lines apart, not the order they are read in", () => {
  fc.assert(
    fc.property(weeks, (week) => {
      const { asked, how } = ask(week);
      expect(allocate(asked.toReversed(), how)).toEqual(allocate(asked, how));
    }),
  );
});

test("when the boxes fill in steps, everyone gets whole steps", () => {
  fc.assert(
    fc.property(weeks, (week) => {
      const { asked, how } = ask({ ...week, stock: null });
      const whole = allocate(asked, how).lines.every(
        ({ allocatedMilli }) => allocatedMilli % week.stepMilli === 0,
      );
      expect(whole).toBe(true);
    }),
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CycleId, type EnterpriseId, id } from "#domain/kernel/ids.ts";
import { cents, subtractCents, sumCents } from "#domain/kernel/money.ts";
import {
  added,
  type CycleFigure,
  euroParts,
  FEWEST_BUYERS,
  lastMonthOf,
  monthFigures,
  type ProducerCell,
  producerParts,
} from "./figures.ts";
import { month } from "./month.ts";

const june = month("2026-06");
const week = id<CycleId>("01jd3x5k7m9npqrstvwxyz0003");

function figure(own: Partial<CycleFigure> = {}): CycleFigure {
  return {
    cycleId: week,
    month: june,
    buyers: 8,
    newBuyers: 8,
    newPoints: 2,
    orders: 9,
    homeOrders: 0,
    goodsCents: cents(10_000),
    toProducersCents: cents(9400),
    networkFeeCents: cents(600),
    vatCents: cents(900),
    deliveryCents: cents(0),
    depositsCents: cents(100),
    ...own,
  };
}

function cell(name: string, buyers: number, goods: number): ProducerCell {
  return {
    enterpriseId: id<EnterpriseId>(name.padStart(26, "0")),
    buyers,
    goodsCents: cents(goods),
    toProducersCents: cents(goods - 6),
    networkFeeCents: cents(6),
  };
}

describe("a month in figures", () => {
  test("a cycle with five buyers is told of, one with four is not", () => {
    expect(monthFigures(june, [figure({ buyers: 5, newBuyers: 5 })])).toMatchObject({
      cycles: 1,
      withheld: 0,
      buyers: 5,
      goodsCents: 10_000,
    });
    expect(monthFigures(june, [figure({ buyers: 4, newBuyers: 4 })])).toMatchObject({
      cycles: 0,
      withheld: 1,
      buyers: 0,
      orders: 0,
      goodsCents: 0,
      toProducersCents: 0,
      vatCents: 0,
    });
  });

  test("a small cycle beside a great one adds nothing that could be subtracted again", () => {
    const small = figure({ buyers: 1, newBuyers: 1, goodsCents: cents(777) });
    const { withheld, ...both } = monthFigures(june, [figure(), small]);
    const { withheld: none, ...alone } = monthFigures(june, [figure()]);
    expect([withheld, none]).toEqual([1, 0]);
    expect(both).toEqual(alone);
  });

  test("four homes are not told apart, five are, and nobody is nothing to hide", () => {
    const homes = (homeOrders: number) =>
      monthFigures(june, [figure({ homeOrders, deliveryCents: cents(350 * homeOrders) })]);
    expect(homes(4)).toMatchObject({ homeOrders: 0, deliveryCents: 0, isHomeCut: true });
    expect(homes(5)).toMatchObject({ homeOrders: 5, deliveryCents: 1750, isHomeCut: false });
    expect(homes(0)).toMatchObject({ homeOrders: 0, deliveryCents: 0, isHomeCut: false });
  });

  test("guests fill a cycle, but four households beside them are not counted out", () => {
    expect(monthFigures(june, [figure({ buyers: 5, newBuyers: 4 })]).buyers).toBeNull();
  });

  test("the last whole month is told; else this one so far; else nothing", () => {
    const may = figure({ month: month("2026-05"), goodsCents: cents(5000) });
    expect(lastMonthOf(june, [may, figure()])?.month).toBe("2026-05");
    expect(lastMonthOf(june, [{ ...may, buyers: 2 }, figure()])?.month).toBe("2026-06");
    expect(lastMonthOf(june, [{ ...may, month: month("2026-04") }])).toBeNull();
  });

  test("the parts of the euro add up to goods and delivery", () => {
    const months = [monthFigures(june, [figure({ homeOrders: 6, deliveryCents: cents(2100) })])];
    const { producersCents, vatCents, networkCents, deliveryCents } = euroParts(months);
    expect(sumCents([producersCents, vatCents, networkCents, deliveryCents])).toBe(12_100);
    expect(producersCents).toBe(8500);
  });
});

const cells = fc
  .array(fc.record({ buyers: fc.integer({ min: 1, max: 12 }), goods: fc.nat(5000) }), {
    maxLength: 9,
  })
  .map((rows) => rows.map(({ buyers, goods }, at) => cell(`p${at}`, buyers, goods + 6)));

describe("producers that stand alone", () => {
  test("who sold to four goes together with the smallest who sold to more", () => {
    const parts = producerParts([cell("a", 9, 900), cell("b", 4, 100), cell("c", 5, 200)]);
    expect(parts).toMatchObject([
      { enterpriseId: id("a".padStart(26, "0")), goodsCents: 900 },
      { enterpriseId: null, goodsCents: 300 },
    ]);
  });

  test("where all sold to enough, all stand alone", () => {
    const parts = producerParts([cell("a", 5, 900), cell("b", 6, 100)]);
    expect(parts.every(({ enterpriseId }) => enterpriseId !== null)).toBe(true);
  });

  test("whatever is put together, no cent is lost and nobody with few buyers stands alone", () => {
    fc.assert(
      fc.property(cells, (given) => {
        const parts = producerParts(given);
        expect(added(parts)).toEqual(added(given));
        const byId = new Map(given.map((one) => [one.enterpriseId, one.buyers]));
        for (const { enterpriseId } of parts) {
          if (enterpriseId === null) continue;
          expect(byId.get(enterpriseId)).toBeGreaterThanOrEqual(FEWEST_BUYERS);
        }
        // What is left when all that stand alone are subtracted is never one small producer's.
        const alone = parts.filter(({ enterpriseId }) => enterpriseId !== null);
        const rest = subtractCents(added(given).goodsCents, added(alone).goodsCents);
        const few = given.filter(({ buyers }) => buyers < FEWEST_BUYERS);
        if (few.length > 0 && given.length > few.length) {
          expect(rest).toBeGreaterThan(added(few).goodsCents);
        }
      }),
    );
  });
});

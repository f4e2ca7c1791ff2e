import { expect, test } from "vitest";
import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import type { OfferId, OrderId, PoolId } from "#domain/kernel/ids.ts";
import { cents } from "#domain/kernel/money.ts";
import { basisPoints, milli } from "#domain/kernel/quantity.ts";
import { lineIdOf, numbered, offerTerms } from "#tests/offer-terms.ts";
import { type ClosingLine, closeProducer, type ProducerToClose } from "./close.ts";
import { orderedLine } from "./estimate.ts";

const offerId = (number: number) => numbered<OfferId>("ffer", number);
const pool = numbered<PoolId>("p", 1);

/** Order number, units wanted, units tolerated; `seq` counts on over all lines. */
type Wish = readonly [order: number, wanted: number, tolerated?: number];

function producer(
  shelf: readonly (readonly [OfferTerms, readonly Wish[]])[],
  how: Partial<ProducerToClose> = {},
): ProducerToClose {
  const lines: ClosingLine[] = [];
  for (const [terms, wishes] of shelf) {
    for (const [order, wanted, tolerated = 0] of wishes) {
      const quantity = { wanted: milli(wanted * 1000), tolerance: milli(tolerated * 1000) };
      const seq = lines.length + 1;
      lines.push({
        lineId: lineIdOf(seq),
        orderId: numbered<OrderId>("rder", order),
        offerId: terms.offerId,
        seq,
        state: orderedLine(terms, quantity, basisPoints(11_500)),
      });
    }
  }
  return {
    offers: shelf.map(([terms]) => terms),
    lines,
    minimumCents: cents(0),
    strategy: "first-come",
    freeMilli: new Map(),
    ...how,
  };
}

const oil = offerTerms({ offerId: offerId(1), priceCents: cents(1000) });
const wine = offerTerms({ offerId: offerId(2), priceCents: cents(1000), boxUnits: 6 });

test("40.00 asked of a minimum of 40.00 goes through, 39.99 does not (RULES §4)", () => {
  const asked = producer([[oil, [[1, 4]]]], { minimumCents: cents(4000) });
  expect(closeProducer(asked)).toMatchObject({ meetsMinimum: true, orderedGrossCents: 4000 });
  const missed = closeProducer({ ...asked, minimumCents: cents(4001) });
  expect(missed.meetsMinimum).toBe(false);
  expect(missed.offers).toMatchObject([{ boxes: 0, orderedMilli: 0, demandMilli: 4000 }]);
  expect(missed.lines[0]).toMatchObject({
    reason: "minimum",
    state: { status: "cancelled_minimum", allocatedMilli: 0, finalCents: 0, estimatedCents: 4000 },
  });
});

test("box cuts do not bring the minimum back into question", () => {
  const asked = producer([[wine, [[1, 5]]]], { minimumCents: cents(5000) });
  const closed = closeProducer(asked);
  expect(closed.meetsMinimum).toBe(true);
  expect(closed.lines[0]?.state.status).toBe("cut_by_box");
});

test("an offer that nobody asked for is not bought", () => {
  const closed = closeProducer(
    producer([
      [oil, [[1, 1]]],
      [wine, []],
    ]),
  );
  expect(closed.offers.map(({ offerId: bought }) => bought)).toEqual([oil.offerId]);
});

test("equal cost makes up in the next product for what a household lost in the one before", () => {
  const beer = { ...wine, offerId: offerId(3) };
  const shelf = [
    [
      wine,
      [
        [1, 4],
        [2, 4],
      ],
    ],
    [
      beer,
      [
        [1, 4],
        [2, 4],
      ],
    ],
  ] as const;
  const closed = closeProducer(producer(shelf, { strategy: "equal-cost" }));
  const given = closed.lines.map(({ state }) => (state.allocatedMilli ?? 0) / 1000);
  expect(given).toEqual([3, 3, 3, 3]);
  const odd = closeProducer(
    producer(
      [
        [{ ...wine, boxUnits: 7 }, shelf[0][1]],
        [{ ...beer, boxUnits: 7 }, shelf[1][1]],
      ],
      {
        strategy: "equal-cost",
      },
    ),
  );
  expect(odd.lines.map(({ state }) => (state.allocatedMilli ?? 0) / 1000)).toEqual([4, 3, 3, 4]);
});

test("tolerance completes a box only as far as nobody else holds the stock", () => {
  const boxed = offerTerms({ offerId: offerId(2), boxUnits: 6, poolId: pool });
  const asked = producer([[boxed, [[1, 5, 1]]]]);
  const close = (free: number) =>
    closeProducer({ ...asked, freeMilli: new Map([[pool, milli(free)]]) }).lines[0];
  expect(close(1000)).toMatchObject({ reason: "", state: { allocatedMilli: 6000 } });
  expect(close(999)).toMatchObject({ reason: "stock", state: { allocatedMilli: 0 } });
});

test("two offers of one pool do not take the same free stock twice", () => {
  const large = offerTerms({ offerId: offerId(1), boxUnits: 6, poolId: pool });
  const small = { ...large, offerId: offerId(2) };
  const asked = producer([
    [large, [[1, 5, 1]]],
    [small, [[2, 5, 1]]],
  ]);
  const closed = closeProducer({ ...asked, freeMilli: new Map([[pool, milli(1000)]]) });
  expect(closed.lines.map(({ state }) => state.allocatedMilli)).toEqual([6000, 0]);
});

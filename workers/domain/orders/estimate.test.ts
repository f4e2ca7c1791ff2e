import { expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { basisPoints, grams, milli } from "#domain/kernel/quantity.ts";
import { offerTerms } from "#tests/offer-terms.ts";
import { depositFor, estimate, loadOf, orderedLine, withdrawnLine, worstCase } from "./estimate.ts";

const hold = basisPoints(11_500);
const apples = offerTerms({ kind: "kg", priceCents: cents(190) });
const cheese = offerTerms({ kind: "variable", priceCents: cents(1980), nominalGrams: grams(500) });
const wish = (wanted: number, tolerance = 0) => ({
  wanted: milli(wanted),
  tolerance: milli(tolerance),
});

test("the estimate takes the wanted quantity and leaves the tolerance out", () => {
  const line = orderedLine(apples, wish(5000, 1000), hold);
  expect(line).toMatchObject({ estimatedCents: 950, holdCents: 1140, status: "ordered" });
});

test("a weighed piece is held at 115 %, in two roundings", () => {
  expect(worstCase(cheese, wish(1000), hold)).toBe(1139);
  expect(worstCase(cheese, wish(1000, 1000), hold)).toBe(2277);
  expect(estimate(cheese, milli(2000))).toBe(1980);
});

test("a withdrawn line counts for nothing", () => {
  expect(withdrawnLine(cheese, hold)).toMatchObject({
    status: "withdrawn",
    wantedMilli: 0,
    estimatedCents: 0,
    holdCents: 0,
  });
});

test("what a courier carries is weighed, net, in litres or half a kilo", () => {
  expect(loadOf(apples, milli(1500), null)).toBe(1500);
  expect(loadOf(cheese, milli(2000), null)).toBe(1000);
  expect(loadOf(cheese, milli(2000), grams(1050))).toBe(1050);
  const piece = offerTerms();
  expect(loadOf(piece, milli(2000), null)).toBe(1000);
  expect(loadOf({ ...piece, netMl: 750 }, milli(2000), null)).toBe(1500);
  expect(loadOf({ ...piece, netGrams: grams(60), netMl: 750 }, milli(1000), null)).toBe(60);
});

test("a deposit is charged on whole units and held with the rest", () => {
  const bottle = offerTerms({ depositCents: cents(50) });
  expect(depositFor(bottle, milli(2500))).toBe(150);
  expect(worstCase(bottle, wish(2000, 1000), hold)).toBe(3 * 400 + 3 * 50);
});

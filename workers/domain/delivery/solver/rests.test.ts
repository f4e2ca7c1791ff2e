import fc from "fast-check";
import { expect, test } from "vitest";
import { Rests } from "./rests.ts";
import { IMPOSSIBLE } from "./scale.ts";

const lunch = { id: 1, service: 30, windows: [{ from: 100, to: 120 }], maxLoad: undefined };
const tea = {
  id: 2,
  service: 10,
  windows: [
    { from: 140, to: 150 },
    { from: 200, to: 210 },
  ],
  maxLoad: undefined,
};

test("a break in mid-journey takes its time and no more", () => {
  expect(new Rests([lunch]).arrival(90, 40, 0, 1)).toBe(160);
});

test("who is there before the break may begin waits for it", () => {
  expect(new Rests([lunch]).arrival(20, 40, 0, 1)).toBe(130);
});

test("a break that was missed cannot be taken", () => {
  expect(new Rests([lunch]).arrival(120, 5, 0, 1)).toBe(155);
  expect(new Rests([lunch]).arrival(121, 5, 0, 1)).toBe(IMPOSSIBLE);
});

test("two breaks on one leg follow each other", () => {
  expect(new Rests([lunch, tea]).arrival(90, 5, 0, 2)).toBe(150);
  expect(new Rests([lunch, tea]).arrival(115, 0, 0, 2)).toBe(155);
});

test("the latest departure still arrives, one second later does not", () => {
  const rests = new Rests([lunch, tea]);
  const legs = fc.tuple(fc.nat(300), fc.nat(60), fc.constantFrom(0, 1), fc.constantFrom(1, 2));
  fc.assert(
    fc.property(legs, ([limit, travel, from, to]) => {
      fc.pre(from <= to);
      const latest = rests.latestDeparture(limit, travel, from, to);
      expect(rests.arrival(latest + 1, travel, from, to)).toBeGreaterThan(limit);
      if (latest >= 0) expect(rests.arrival(latest, travel, from, to)).toBeLessThanOrEqual(limit);
    }),
  );
});

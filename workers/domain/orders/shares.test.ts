import fc from "fast-check";
import { expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { shareByWeight, shareEvenly, shareInTurn } from "./shares.ts";

const wants = (...quantities: number[]) =>
  quantities.map((quantity) => ({ room: milli(quantity), weight: quantity }));

/** Bearers at one cent a gram; `before` is what each bore already. */
const bearers = (rooms: readonly number[], before: readonly number[] = []) =>
  rooms.map((room, index) => ({
    room: milli(room),
    burden: (quantity: number) => cents((before[index] ?? 0) + quantity),
  }));

test("in turn, the first is served in full before the second", () => {
  expect(shareInTurn(milli(5000), wants(3000, 3000, 3000))).toEqual([3000, 2000, 0]);
});

test("by weight, left-over steps go to the largest remainders, then to the earlier", () => {
  expect(shareByWeight(milli(10_000), wants(8000, 4000, 4000), milli(1000))).toEqual([
    5000, 3000, 2000,
  ]);
});

test("by weight, what a full taker cannot take is split among the others", () => {
  const takers = [
    { room: milli(1000), weight: 9000 },
    { room: milli(5000), weight: 1000 },
    { room: milli(5000), weight: 1000 },
  ];
  expect(shareByWeight(milli(5000), takers, milli(1000))).toEqual([1000, 2000, 2000]);
});

test("by weight, nobody without a weight takes a step, but the rest is not lost", () => {
  const takers = [{ room: milli(3000), weight: 0 }];
  expect(shareByWeight(milli(2500), takers, milli(1000))).toEqual([2500]);
});

test("evenly, burdens differ by one step at most while there is room", () => {
  expect(shareEvenly(milli(5000), bearers([4000, 4000, 1000]), milli(1000))).toEqual([
    2000, 2000, 1000,
  ]);
});

test("evenly, who bore more before bears less now", () => {
  const loaded = bearers([4000, 4000], [2000, 0]);
  expect(shareEvenly(milli(4000), loaded, milli(1000))).toEqual([1000, 3000]);
});

test("evenly, what costs nothing is still spread and not piled on one", () => {
  const free = [4000, 4000].map((room) => ({ room: milli(room), burden: () => cents(0) }));
  expect(shareEvenly(milli(4000), free, milli(1000))).toEqual([2000, 2000]);
});

const steps = fc.constantFrom(1, 100, 500, 1000);
const cases = fc
  .record({ step: steps, rooms: fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 12 }) })
  .chain(({ step, rooms }) =>
    fc.record({
      step: fc.constant(milli(step)),
      rooms: fc.constant(rooms.map((room) => room * step)),
      quantity: fc.nat({ max: rooms.reduce((sum, room) => sum + room * step, 0) }),
    }),
  );

test("every way of sharing gives all there is, to nobody more than it has room for", () => {
  fc.assert(
    fc.property(cases, ({ step, rooms, quantity }) => {
      const shared = [
        shareInTurn(milli(quantity), wants(...rooms)),
        shareByWeight(milli(quantity), wants(...rooms), step),
        shareEvenly(milli(quantity), bearers(rooms), step),
      ];
      for (const parts of shared) {
        expect(parts.reduce((sum: number, part) => sum + part, 0)).toBe(quantity);
        expect(parts.every((part, index) => part <= (rooms[index] ?? 0))).toBe(true);
      }
    }),
  );
});

test("whole steps of a whole number of steps stay whole", () => {
  fc.assert(
    fc.property(cases, ({ step, rooms, quantity }) => {
      const whole = milli(quantity - (quantity % step));
      const shared = [
        ...shareByWeight(whole, wants(...rooms), step),
        ...shareEvenly(whole, bearers(rooms), step),
      ];
      expect(shared.every((part) => part % step === 0)).toBe(true);
    }),
  );
});

test("an even share never leaves one with two steps more than another that has room", () => {
  fc.assert(
    fc.property(cases, ({ step, rooms, quantity }) => {
      const whole = milli(quantity - (quantity % step));
      const parts = shareEvenly(whole, bearers(rooms), step);
      const roomy = parts.filter((part, index) => part + step <= (rooms[index] ?? 0));
      const least = Math.min(...roomy, Number.POSITIVE_INFINITY);
      expect(Math.max(...parts, 0)).toBeLessThanOrEqual(least + step);
    }),
  );
});

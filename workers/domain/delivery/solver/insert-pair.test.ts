import { expect, test } from "vitest";
import { bike, crateFrom, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { Chance } from "./chance.ts";
import { compile } from "./compile.ts";
import { PairInsertion } from "./insert-pair.ts";
import { Spot } from "./spot.ts";
import { Tours } from "./tours.ts";

/** The best place of the second errand, with the first, a crate to home 1, on the route. */
function placed(pair: ReturnType<typeof crateFrom>, more = {}): Spot {
  const tours = new Tours(compile(problemOf(sixHomes, [bike(1, more)], [crateTo(1), pair])));
  tours.insert(0, 0, 0);
  tours.refresh(0);
  const spot = new Spot(new Chance(1), 0);
  new PairInsertion(tours).evaluate(1, 0, spot);
  return spot;
}

test("the pickup may go before and the drop after what is on the route", () => {
  // From the hub by place 1 to home 2: no detour to fetch it on the way out.
  expect(placed(crateFrom(1, 2))).toMatchObject({ delta: 14 });
  expect(placed(crateFrom(6, 2))).toMatchObject({ position: 0, dropPosition: 0 });
});

test("the crate needs room on all its way", () => {
  expect(placed(crateFrom(6, 2), { capacity: [1] })).toMatchObject({
    position: 1,
    dropPosition: 1,
  });
});

test("a window that closes too early leaves no place", () => {
  expect(placed(crateFrom(6, 2, { windows: [{ from: 0, to: 20 }] })).route).toBe(-1);
});

test("limits count both stops", () => {
  expect(placed(crateFrom(6, 2), { maxTasks: 2 }).route).toBe(-1);
  expect(placed(crateFrom(6, 2), { maxDistance: 20 }).route).toBe(-1);
});

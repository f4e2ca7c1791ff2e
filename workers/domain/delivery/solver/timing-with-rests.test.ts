import { expect, test } from "vitest";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { compile } from "./compile.ts";
import { IMPOSSIBLE } from "./scale.ts";
import { timeWithRests } from "./timing-with-rests.ts";
import { Tours } from "./tours.ts";

function toursWith(maxLoad?: number[]): Tours {
  const lunch = {
    id: 1,
    service: 10,
    windows: [{ from: 4, to: 9 }],
    ...(maxLoad ? { maxLoad } : {}),
  };
  const vehicle = bike(1, { breaks: [lunch], shift: { from: 0, to: 100 } });
  const tours = new Tours(compile(problemOf(sixHomes, [vehicle], [crateTo(1)])));
  tours.insert(0, 0, 0);
  tours.refresh(0);
  return tours;
}

test("there is a label for each number of breaks taken", () => {
  const tours = toursWith();
  timeWithRests(tours, 0);
  expect([...tours.departure.subarray(0, 4)]).toEqual([0, IMPOSSIBLE, 5, 15]);
  // Before the break home 1 must be left by 9; after it there is time until 95.
  expect([...tours.latestWithSetup.subarray(2, 4)]).toEqual([9, 95]);
});

test("with too much aboard the break waits until it is lighter", () => {
  expect([...toursWith([0]).departure.subarray(2, 4)]).toEqual([5, IMPOSSIBLE]);
});

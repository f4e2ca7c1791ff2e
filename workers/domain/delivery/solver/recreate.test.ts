import { expect, test } from "vitest";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { Chance } from "./chance.ts";
import { compile } from "./compile.ts";
import { Recreate } from "./recreate.ts";
import { Tours } from "./tours.ts";
import { Trial } from "./trial.ts";

function recreated(problem: Parameters<typeof compile>[0]): Trial {
  const trial = new Trial(new Tours(compile(problem)));
  trial.begin();
  new Recreate(trial, new Chance(2)).apply();
  return trial;
}

test("all that fits goes in, the rest stays off the plan", () => {
  const homes = [1, 2, 3, 4, 5].map((place) => crateTo(place));
  const trial = recreated(problemOf(sixHomes, [bike(1, { capacity: [3] })], homes));
  expect(trial.absentCount).toBe(2);
  expect(trial.tours.length[0]).toBe(3);
});

test("a break that may not be taken so full keeps an errand out", () => {
  const nap = { id: 1, service: 5, windows: [{ from: 0, to: 0 }], maxLoad: [1] };
  const vehicle = bike(1, { breaks: [nap] });
  const trial = recreated(problemOf(sixHomes, [vehicle], [crateTo(1), crateTo(2)]));
  expect(trial.absentCount).toBe(1);
  expect(trial.tours.isSound(0)).toBe(true);
});

test("a town of two hundred homes looks near first, and leaves nobody out", () => {
  const points = Array.from(
    { length: 201 },
    (_, index) => [(index * 37) % 101, (index * 53) % 97] as const,
  );
  const homes = points.slice(1).map((_, index) => crateTo(index + 1));
  const bikes = Array.from({ length: 30 }, (_, index) => bike(index + 1, { capacity: [10] }));
  expect(recreated(problemOf(points, bikes, homes)).absentCount).toBe(0);
});

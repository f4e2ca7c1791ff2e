import { expect, test } from "vitest";
import { bike, crateFrom, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { Chance } from "./chance.ts";
import { compile } from "./compile.ts";
import { Spot } from "./spot.ts";
import { Tours } from "./tours.ts";
import { Trial } from "./trial.ts";

function begun(): { trial: Trial; spot: Spot } {
  const tours = new Tours(compile(problemOf(sixHomes, [bike(1)], [crateTo(1), crateFrom(2, 3)])));
  const trial = new Trial(tours);
  const spot = new Spot(new Chance(1), 0);
  trial.begin();
  spot.offer(0, 0, 0);
  trial.putIn(0, spot);
  spot.offer(0, 0, 0, 1);
  trial.putIn(1, spot);
  return { trial, spot };
}

const sequence = ({ tours }: Trial) => [...tours.nodeAt.subarray(1, 1 + (tours.length[0] ?? 0))];

test("a pair goes in where its two positions say", () => {
  const { trial } = begun();
  expect(sequence(trial)).toEqual([1, 0, 2]);
  expect(trial).toMatchObject({ absentCount: 0, absentNodes: 0, used: 1 });
});

test("with a stop goes the rest of its errand", () => {
  const { trial } = begun();
  trial.takeOut(0, { first: 1, count: 1, hole: 0, spared: 0 });
  expect(sequence(trial)).toEqual([0]);
  expect(trial).toMatchObject({ absentCount: 1, absentNodes: 2, cost: 10 });
});

test("a string may spare its middle", () => {
  const { trial } = begun();
  trial.takeOut(0, { first: 1, count: 3, hole: 1, spared: 1 });
  expect(sequence(trial)).toEqual([0]);
});

test("what is taken back is as it was", () => {
  const { trial } = begun();
  const before = {
    cost: trial.cost,
    sequence: sequence(trial),
    routes: trial.tours.routeOf.slice(),
  };
  trial.begin();
  trial.takeOut(0, { first: 1, count: 3, hole: 0, spared: 0 });
  expect(trial).toMatchObject({ cost: 0, used: 0, absentCount: 2 });
  trial.takeBack();
  expect({ cost: trial.cost, sequence: sequence(trial), routes: trial.tours.routeOf }).toEqual(
    before,
  );
  expect(trial).toMatchObject({ used: 1, absentCount: 0, absentNodes: 0 });
});

test("a touched route that breaks a limit is not sound", () => {
  const { trial } = begun();
  expect(trial.isSound()).toBe(true);
  trial.tours.travel[0] = Number.MAX_VALUE;
  expect(trial.isSound()).toBe(false);
});

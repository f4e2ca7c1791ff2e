import { expect, test } from "vitest";
import { anyRichProblem } from "#tests/rich-rounds.ts";
import { bike, crateFrom, problemOf } from "#tests/rounds.ts";
import type { Errand, Problem } from "./problem.ts";
import { readProblem } from "./read-problem.ts";
import { writeProblem } from "./write-problem.ts";

/** Through the text, as it is kept and sent. */
function throughText(problem: Problem) {
  const { matrices, ...draft } = problem;
  const json: unknown = JSON.parse(JSON.stringify({ ...writeProblem(draft), matrices }));
  return readProblem(json);
}

/** Jobs come first in VROOM's words, and a quantity that nobody carries has no width. */
function comparable({ errands, dimensions: _dimensions, ...rest }: Problem) {
  const isJob = ({ stops }: Errand) => stops[0]?.type === "job";
  const sorted = [...errands.filter(isJob), ...errands.filter((errand) => !isJob(errand))];
  return { ...rest, errands: sorted };
}

test("what was written is read again, with everything that VROOM has no words for", () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const problem = anyRichProblem(seed);
    const read = throughText(problem);
    expect(read.ok && comparable(read.value)).toEqual(comparable(problem));
  }
});

test("goods that are aboard, wholly or in part, stay aboard", () => {
  const plain = crateFrom(1, 2);
  const [pickup, drop] = plain.stops;
  if (pickup === undefined || drop === undefined) throw new Error("a crate has two stops");
  const partly: Errand = {
    ...plain,
    stops: [pickup, { ...drop, leaves: [3] }],
    vehicle: 1,
    aboardSince: 5,
    maxRide: 200,
  };
  const wholly: Errand = {
    ...plain,
    stops: [{ ...drop, id: 7, leaves: [1] }],
    vehicle: 1,
  };
  const points = [
    [0, 0],
    [0, 1],
    [0, 2],
  ] as const;
  const problem = problemOf(points, [bike(1)], [partly, wholly]);
  const read = throughText(problem);
  expect(read.ok && read.value.errands).toEqual(problem.errands);
});

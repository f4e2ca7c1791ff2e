import { expect, test } from "vitest";
import { anyProblem } from "#tests/rounds.ts";
import { searchFor } from "./timed-search.ts";

/** A watch that goes on by ten milliseconds each time somebody looks at it. */
function watch(): () => number {
  let now = -10;
  return () => (now += 10);
}

test("a search is asked for slices until its time is up, and not longer", () => {
  const search = searchFor(anyProblem(5), 1, { milliseconds: 40, elapsed: watch() });
  // One round took 10 ms; so two fill the 20 ms that are left.
  expect(search.rounds).toBe(3);
});

test("without time there is still a first plan", () => {
  const search = searchFor(anyProblem(5), 1, { milliseconds: 0, elapsed: () => 0 });
  expect(search.rounds).toBe(0);
  expect(search.best().routes.length).toBeGreaterThan(0);
});

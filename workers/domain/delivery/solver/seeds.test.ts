import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isBetter } from "#domain/delivery/plan-worth.ts";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { roundsFor, SearchFailed, searchBySeeds } from "./seeds.ts";

const core = new WebAssembly.Module(readFileSync(new URL("./core.wasm", import.meta.url)));
const homes = [1, 2, 3, 4, 5, 6].map((place) => crateTo(place));
const problem = problemOf(sixHomes, [bike(1), bike(2)], homes);
const afresh = { core, from: null, known: null };

test("each plan that is given is better than the one before, and progress only grows", () => {
  const steps = [...searchBySeeds(problem, afresh)];
  const found = steps.flatMap((step) => step.found ?? []);
  expect(found.length).toBeGreaterThan(0);
  for (const [i, { worth }] of found.slice(1).entries()) {
    expect(isBetter(worth, found[i]?.worth ?? worth)).toBe(true);
  }
  const progress = steps.map(({ thousandths }) => thousandths);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(progress.at(-1)).toBe(1000);
});

test("what is not better than what was known is not given", () => {
  const best = [...searchBySeeds(problem, afresh)].flatMap((step) => step.found ?? []).at(-1);
  const known = best?.worth ?? null;
  const again = [...searchBySeeds(problem, { ...afresh, known })];
  expect(again.every(({ found }) => found === null)).toBe(true);
});

test("a large problem has its first plan before it is made better", () => {
  const many = Array.from({ length: 120 }, (_, i) => [i % 11, Math.floor(i / 11)] as const);
  const crates = many.slice(1).map((_, i) => crateTo(i + 1));
  const bikes = Array.from({ length: 20 }, (_, i) => bike(i + 1, { capacity: [9] }));
  const [first] = searchBySeeds(problemOf(many, bikes, crates), afresh);
  expect(first).toMatchObject({ thousandths: 0, found: { rounds: 0, worth: { unserved: 0 } } });
});

test("a problem with nothing to run is planned too", () => {
  const none = [...searchBySeeds(problemOf(sixHomes, [bike(1)], []), afresh)];
  expect(none.flatMap(({ found }) => found?.plan.routes ?? [])).toEqual([]);
});

test("a solver that breaks says so", () => {
  const nothing = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  const search = searchBySeeds(problem, { ...afresh, core: nothing });
  expect(() => search.next()).toThrow(SearchFailed);
});

test("larger rounds are searched for longer, up to a bound", () => {
  expect([10, 100, 1000].map(roundsFor)).toEqual([5000, 20_000, 60_000]);
});

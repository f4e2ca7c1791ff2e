import { expect, test } from "vitest";
import { estimatedTable, FIRST_GUESS } from "./estimated-table.ts";
import { originOf, patchedTable } from "./patched-table.ts";
import { matrixOf } from "./road-table.ts";

const points = [0, 2000, 4000].map((east) => ({
  latMicrodegrees: 45_438_000,
  lonMicrodegrees: 10_993_000 + east,
}));
const guess = estimatedTable(points, FIRST_GUESS.bike);
const osrm = { name: "osrm 1", quality: "streets" } as const;
const cell = (from: number, to: number, seconds: number, metres: number) => ({
  from,
  to,
  seconds,
  metres,
});

test("what a service says replaces a guess, and says whose it is", () => {
  const table = patchedTable(guess, [cell(0, 1, 60, 250)], osrm);
  expect(table.seconds[1]).toBe(60);
  expect(originOf(table)).toEqual({
    quality: "mixed",
    sources: [
      { name: "great-circle×1.35", quality: "estimated", cells: 5 },
      { ...osrm, cells: 1 },
    ],
  });
  expect(originOf(guess)).toMatchObject({ quality: "estimated", sources: [{ cells: 6 }] });
});

test("a pair that a service cannot travel is forbidden, never free", () => {
  const table = patchedTable(guess, [cell(0, 1, -1, -1)], osrm);
  expect(matrixOf(table).durations[0]?.[1]).toBeNull();
  expect(matrixOf(table).distances?.[0]?.[1]).toBeNull();
});

test("a cell that is not sound is never taken", () => {
  for (const broken of [cell(0, 1, -1, 5), cell(1, 1, 3, 3), cell(0, 1, -2, -2)]) {
    expect(() => patchedTable(guess, [broken], osrm)).toThrow("sound");
  }
});

test("where a service knows everything the whole is of streets", () => {
  const all = [0, 1, 2].flatMap((from) =>
    [0, 1, 2].flatMap((to) => (from === to ? [] : [cell(from, to, 30, 100)])),
  );
  expect(originOf(patchedTable(guess, all, osrm))).toEqual({
    quality: "streets",
    sources: [{ ...osrm, cells: 6 }],
  });
});

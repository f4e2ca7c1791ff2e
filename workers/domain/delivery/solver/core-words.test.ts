import { expect, test } from "vitest";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { compile } from "./compile.ts";
import { bytesFor, isCovered, wordsFor } from "./core-words.ts";
import { plainShelf } from "./shelf.ts";
import { Tours } from "./tours.ts";

const plain = problemOf(sixHomes, [bike(1)], [crateTo(1)]);

test("breaks, rides and promises stay with TypeScript", () => {
  expect(isCovered(compile(plain))).toBe(true);
  const rest = { id: 1, service: 1, windows: [] };
  expect(isCovered(compile({ ...plain, vehicles: [bike(1, { breaks: [rest] })] }))).toBe(false);
  expect(isCovered(compile({ ...plain, errands: [crateTo(1, { maxRide: 9 })] }))).toBe(false);
  expect(isCovered(compile({ ...plain, fairness: { perHour: 9 } }))).toBe(false);
});

test("the core is told the sizes first, then where each table begins", () => {
  const tours = new Tours(compile(plain));
  const own = {
    near: new Int32Array(4),
    nearWidth: 2,
    emptyIn: new Int32Array(1),
    answer: new Float64Array(new ArrayBuffer(64), 48, 2),
  };
  const words = wordsFor(tours, plainShelf, own);
  expect(words.slice(0, 7)).toEqual([2, tours.stride, 1, 1, 1, 1, 2]);
  expect(words).toHaveLength(55);
  expect(words.at(-1)).toBe(48);
});

test("a larger problem gets more memory, a thousand stops less than 64 MB", () => {
  const small = compile(plain);
  const town = { ...small, width: 1001, nodes: 1000, vehicles: 60 };
  expect(bytesFor(town, 30)).toBeGreaterThan(bytesFor(small, 30));
  expect(bytesFor(town, 30)).toBeLessThan(64 * 1024 * 1024);
});

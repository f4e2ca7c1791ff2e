import { expect, test } from "vitest";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { compile } from "./compile.ts";
import { narrowed, nearest } from "./near.ts";

const compiled = compile(
  problemOf(
    sixHomes,
    [bike(1)],
    [1, 2, 3, 4].map((place) => crateTo(place)),
  ),
);

test("the nearest stops come first, the stop itself never", () => {
  const { width, list } = nearest(compiled, 9);
  expect(width).toBe(3);
  expect([...list.subarray(0, 3)]).toEqual([1, 2, 3]);
});

test("no more than asked for are kept", () => {
  expect(nearest(compiled, 1).list).toHaveLength(4);
});

test("a shorter list has the same stops first", () => {
  const long = nearest(
    compile(
      problemOf(
        sixHomes,
        [bike(1)],
        [1, 2, 3, 4].map((home) => crateTo(home)),
      ),
    ),
    3,
  );
  const short = narrowed(long, 2);
  expect(short.width).toBe(2);
  for (let node = 0; node < 4; node++) {
    expect([...short.list.subarray(2 * node, 2 * node + 2)]).toEqual([
      ...long.list.subarray(3 * node, 3 * node + 2),
    ]);
  }
  expect(narrowed(long, 3)).toEqual(long);
});

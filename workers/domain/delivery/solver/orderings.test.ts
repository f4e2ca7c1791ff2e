import { expect, test } from "vitest";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { Chance } from "./chance.ts";
import { compile } from "./compile.ts";
import { Orderings } from "./orderings.ts";

test("errands wait in several orders: biggest, farthest or nearest first, or by chance", () => {
  const errands = [crateTo(1, { leaves: [2] }), crateTo(2, { leaves: [1] }), crateTo(3)];
  const orderings = new Orderings(compile(problemOf(sixHomes, [bike(1)], errands)), new Chance(1));
  const seen = new Set<string>();
  for (let draw = 0; draw < 200; draw++) {
    const list = Int32Array.from([0, 1, 2, 99]);
    orderings.sort(list, 3);
    expect(list.toSorted()).toEqual(Int32Array.from([0, 1, 2, 99]));
    seen.add(list.join(" "));
  }
  expect([...seen]).toEqual(expect.arrayContaining(["0 1 2 99", "1 2 0 99", "0 2 1 99"]));
});

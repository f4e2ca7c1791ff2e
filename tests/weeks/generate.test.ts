import { describe, expect, test } from "vitest";

import { hardCases, seedsRichInCases } from "./cases.ts";
import { generateWeek } from "./generate.ts";
import { playWeek } from "./played-week.ts";
import { brokenLaws, brokenPromises } from "./promises.ts";

const seeds = Array.from({ length: 60 }, (_, index) => index + 1);
const weeks = seeds.map((seed) => playWeek(generateWeek(seed)));

describe("sixty generated weeks", () => {
  test("keep every promise that is made of a week", () => {
    expect(weeks.flatMap(brokenPromises)).toEqual([]);
  });

  test("end in figures that balance", () => {
    expect(weeks.flatMap(({ expected }) => brokenLaws(expected))).toEqual([]);
  });

  test.each(Object.entries(hardCases))("contain %s", (_, holds) => {
    expect(weeks.filter(holds).length).toBeGreaterThan(0);
  });
});

describe("the weeks richest in cases", () => {
  test("are twenty-four that contain every case among them", () => {
    const chosen = seedsRichInCases(seeds, 24).map((seed) => playWeek(generateWeek(seed)));
    const absent = Object.entries(hardCases).filter(([, holds]) => !chosen.some(holds));
    expect(absent.map(([name]) => name)).toEqual([]);
  });

  test("are as many as asked, none twice, and never more than there are", () => {
    expect(new Set(seedsRichInCases([1, 2, 3], 2)).size).toBe(2);
    expect(new Set(seedsRichInCases([1, 2, 3], 9))).toEqual(new Set([1, 2, 3]));
  });
});

describe("a generated week", () => {
  test("is the same each time its seed is used, and another for another seed", () => {
    expect(generateWeek(7)).toEqual(generateWeek(7));
    expect(generateWeek(7)).not.toEqual(generateWeek(8));
  });

  test("is as large as asked", () => {
    const { network, cycle } = generateWeek(3, {
      households: 40,
      lines: 200,
      producers: 5,
      products: 30,
    });
    expect(network.households).toHaveLength(40);
    expect(network.producers).toHaveLength(5);
    expect(network.products).toHaveLength(30);
    expect(cycle.lines).toHaveLength(200);
  });

  test("never orders a product twice for one household, so a small one has fewer lines", () => {
    const { cycle } = generateWeek(5, { households: 1, lines: 50, producers: 1, products: 2 });
    expect(cycle.lines.length).toBeGreaterThan(0);
    expect(cycle.lines.length).toBeLessThanOrEqual(2);
  });
});

import { expect, test } from "vitest";
import { Chance } from "./chance.ts";

const draws = (seed: number) => {
  const chance = new Chance(seed);
  return Array.from({ length: 1000 }, () => chance.below(6));
};

test("one seed, one sequence", () => {
  expect(draws(1)).toEqual(draws(1));
  expect(draws(1)).not.toEqual(draws(2));
});

test("all faces of a die come up about as often, whatever the seed", () => {
  for (const seed of [0, 1, -1, 0x9e3779b9]) {
    const counts = [0, 1, 2, 3, 4, 5].map((face) => draws(seed).filter((d) => d === face).length);
    expect(Math.min(...counts)).toBeGreaterThan(120);
    expect(Math.max(...counts)).toBeLessThan(220);
  }
});

test("once in four is about a quarter", () => {
  const chance = new Chance(3);
  const hits = Array.from({ length: 4000 }, () => chance.once(4)).filter(Boolean).length;
  expect(hits).toBeGreaterThan(900);
  expect(hits).toBeLessThan(1100);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { questionsFor } from "./ask-roads.ts";

const roomy = { places: 100, cells: 2500 };
const never = () => false;

test("a table that is all known asks nothing", () => {
  expect(questionsFor(40, () => true, roomy)).toEqual([]);
});

test("a new order asks for its own row and column, nothing else", () => {
  const isKnown = (from: number, to: number) => from !== 7 && to !== 7;
  const questions = questionsFor(20, isKnown, roomy);
  expect(questions.map(({ from, to }) => from.length * to.length)).toEqual([20, 19]);
});

test("a small table is one question", () => {
  expect(questionsFor(30, never, roomy)).toHaveLength(1);
});

test("whatever is known and whatever a service takes, each missing cell is asked for", () => {
  const limits = fc.record({
    places: fc.integer({ min: 2, max: 12 }),
    cells: fc.integer({ min: 1, max: 40 }),
  });
  const known = fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 11 })), { maxLength: 150 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), known, limits, (size, pairs, limit) => {
      const cells = new Set(pairs.map(([from, to]) => `${from},${to}`));
      const asked = new Set<string>();
      for (const { from, to } of questionsFor(size, (a, b) => cells.has(`${a},${b}`), limit)) {
        expect(from.length * to.length).toBeLessThanOrEqual(limit.cells);
        expect(from.length + to.length).toBeLessThanOrEqual(limit.places);
        for (const a of from) for (const b of to) asked.add(`${a},${b}`);
      }
      for (let a = 0; a < size; a += 1) {
        for (let b = 0; b < size; b += 1) {
          if (a !== b && !cells.has(`${a},${b}`)) expect(asked).toContain(`${a},${b}`);
        }
      }
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { delegatesOf, extentOf, needsSeparateAssemblies } from "./delegates.ts";

test("separate assemblies are held where the law asks for them", () => {
  const asked = (members: number, provinces: number, managements: number) =>
    needsSeparateAssemblies({ members, provinces, managements });
  expect([asked(3000, 2, 1), asked(3001, 2, 1), asked(3001, 1, 1)]).toEqual([false, true, false]);
  expect([asked(500, 1, 2), asked(501, 1, 2), asked(501, 1, 1)]).toEqual([false, true, false]);
});

test("a network reaches as far as its members trade in different ways", () => {
  const book = (["producer", "producer", "consumer", "supporter", "financing"] as const).map(
    (memberClass) => ({ class: memberClass }),
  );
  expect(extentOf(book)).toEqual({ members: 5, provinces: 1, managements: 2 });
});

test("delegates are sent in proportion, one at least by whoever has members", () => {
  expect(delegatesOf([300, 200, 100], 6)).toEqual([3, 2, 1]);
  expect(delegatesOf([580, 10, 10], 6)).toEqual([4, 1, 1]);
  expect(delegatesOf([580, 0, 20], 6)).toEqual([5, 0, 1]);
  expect(delegatesOf([0, 0], 0)).toEqual([0, 0]);
});

test("every section with members speaks, and nobody else", () => {
  const sections = fc.array(fc.nat({ max: 900 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(sections, fc.integer({ min: 8, max: 60 }), (members, delegates) => {
      const seats = delegatesOf(members, members.some((count) => count > 0) ? delegates : 0);
      for (const [section, count] of members.entries()) {
        expect((seats[section] ?? 0) > 0).toBe(count > 0);
      }
      const sent = seats.reduce((sum, one) => sum + one, 0);
      expect(sent).toBe(members.some((count) => count > 0) ? delegates : 0);
    }),
  );
});

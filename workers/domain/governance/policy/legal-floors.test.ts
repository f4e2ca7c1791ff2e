import { expect, test } from "vitest";
import { isLawful, LEGAL_FLOORS } from "./legal-floors.ts";

test("the bound itself is lawful, one beyond it is not", () => {
  expect([89, 90].map((days) => isLawful(LEGAL_FLOORS.daysEnrolled, days))).toEqual([false, true]);
  expect([10, 11].map((most) => isLawful(LEGAL_FLOORS.proxies, most))).toEqual([true, false]);
  expect([14, 15].map((d) => isLawful(LEGAL_FLOORS.producersTimelock, d))).toEqual([false, true]);
  expect([2999, 3000].map((bp) => isLawful(LEGAL_FLOORS.reserve, bp))).toEqual([false, true]);
});

test("every floor says where the law is, and bounds something", () => {
  const floors = Object.values(LEGAL_FLOORS);
  expect(new Set(floors.map(({ key }) => key)).size).toBe(floors.length);
  for (const floor of floors) {
    expect(floor.article).toMatch(/^(art\.|L\.|reg\.)/);
    expect("least" in floor || "most" in floor).toBe(true);
  }
});

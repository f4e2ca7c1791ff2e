import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tally } from "#bench/tally.ts";

interface Certified {
  readonly rule: string;
  readonly [key: string]: unknown;
}

const shared = "../shared/bench/voting";
const copied = "tests/voting/cases";
/** What the records say beside the count itself. */
const notCounted = new Set(["rule", "authority"]);

const rules: readonly (readonly [RegExp, string])[] = [
  [/^scottish$/, "scottish"],
  [/^meek-prf$/, "meek"],
  [/^schulze$/, "schulze"],
  [/^debian-schulze$/, "debian"],
  [/^equalshares\/add1/, "equal-shares"],
];

function casesIn(folder: string): (readonly [string, Certified])[] {
  if (!existsSync(`${folder}/expected.json`)) return [];
  const text = readFileSync(`${folder}/expected.json`, "utf8");
  return Object.entries(JSON.parse(text) as Record<string, Certified>);
}

function expectEqual(folder: string, name: string, certified: Certified): void {
  const rule = rules.find(([pattern]) => pattern.test(certified.rule))?.[1] ?? certified.rule;
  const counted = tally(readFileSync(`${folder}/${name}.json`, "utf8"), rule);
  const keys = Object.keys(certified).filter((key) => !notCounted.has(key));
  expect(keys.length).toBeGreaterThan(0);
  for (const key of keys) expect({ [key]: counted[key] }).toEqual({ [key]: certified[key] });
  expect(certified.rule.startsWith(String(counted["rule"]))).toBe(true);
}

describe("votes that anyone can count again", () => {
  test.each(casesIn(copied))("%s equals its published record", (name, certified) => {
    expectEqual(copied, name, certified);
  });
});

const isHere = existsSync(`${shared}/expected.json`);
if (!isHere) console.warn(`the 17 certified votes are not here: ${shared} is missing`);

describe.skipIf(!isHere)("17 certified votes, where they lie beside the repository", () => {
  test.each(isHere ? casesIn(shared) : [["(missing)", { rule: "none" }] as const])(
    "%s equals its certified record, stage by stage",
    (name, certified) => expectEqual(shared, name, certified),
  );

  test("all of them were tried", () => {
    expect(casesIn(shared)).toHaveLength(17);
  });
});

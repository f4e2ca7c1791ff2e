import { describe, expect, test } from "vitest";
import { moneyArithmetic } from "./house/money.ts";
import { barrels, namelessFiles, oddNames, untestedDomain } from "./house/names.ts";
import { glossaryGaps, leftOvers, looseTables, machineTraces } from "./house/papers.ts";
import { impureDomain, strayIntl, upwardImports } from "./house/purity.ts";
import { strayRefusals, untoldRefusals } from "./house/refusals.ts";
import { longFiles, longFunctions, wideLines } from "./house/sizes.ts";
import { houseFiles, type Check } from "./house/tree.ts";

/** What lint cannot see. Each is tried on planted faults in house/faults.test.ts. */
const order: readonly (readonly [string, Check])[] = [
  ["a file has at most 250 lines", longFiles],
  ["a line ends at column 100", wideLines],
  ["a function has at most 40 lines", longFunctions],
  ["a file's name says what it holds", namelessFiles],
  ["file names are kebab-case", oddNames],
  ["no index passes on what lives elsewhere", barrels],
  ["the domain has no clock, chance, network or waiting", impureDomain],
  ["one place formats for people, one converts times", strayIntl],
  ["no import climbs out of its folder", upwardImports],
  ["money is added and split in two files only", moneyArithmetic],
  ["every file of the domain that decides has its test beside it", untestedDomain],
  ["every refusal is tested and is said in Italian", untoldRefusals],
  ["every refusal is declared in its area's refusals.ts", strayRefusals],
  ["every table is strict and checks what it holds", looseTables],
  ["every word of the house stands in the glossary once", glossaryGaps],
  ["nothing is left over: no marks, silenced checks or dead code", leftOvers],
  ["no file knows the machine it was written on", machineTraces],
];

const files = houseFiles(".");

describe("the house is in order", () => {
  test("the tree was read", () => {
    expect(files.map(({ path }) => path)).toContain("package.json");
  });

  test.each(order)("%s", (_, check) => {
    expect(check(files)).toEqual([]);
  });
});

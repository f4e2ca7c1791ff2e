import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { readWeek, writeWeek } from "./week-files.ts";

const copy = join(import.meta.dirname, "veronetta");
const original = join(import.meta.dirname, "../../../shared/data/veronetta-week");
const files = ["network.json", "cycle.json", "attempts.json", "expected.json"];

describe("the week in Veronetta that comes with the project", () => {
  test("has its households, its lines, its attempts and the figures it must end in", () => {
    const week = readWeek(copy);
    expect(week.network.households).toHaveLength(40);
    expect(week.cycle.lines).toHaveLength(90);
    expect(week.attempts?.attempts).toHaveLength(4);
    expect(week.expected?.totals.collected_cents).toBe(94722);
  });

  test.for(files)("%s is a true copy of ../shared/data/veronetta-week", (name, { skip }) => {
    skip(!existsSync(original), "../shared is missing: the copy was not compared");
    expect(readFileSync(join(copy, name), "utf8")).toBe(readFileSync(join(original, name), "utf8"));
  });
});

describe("a week on disk", () => {
  test("is read back as it was written, without attempts if none were tried", () => {
    const folder = mkdtempSync(join(tmpdir(), "week-"));
    try {
      const { network, cycle } = readWeek(copy);
      writeWeek(join(folder, "new"), { network, cycle });
      expect(readWeek(join(folder, "new"))).toEqual({ network, cycle });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

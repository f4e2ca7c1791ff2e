import { readConfigureGlobal } from "fast-check";
import { describe, expect, test } from "vitest";
import { wrongNode } from "#ci/check.ts";
import { countRun, exitCodeOf, noCounts, readReport, slowest, type Report } from "./count.ts";
import { testShare } from "./house/tree.ts";

const file = (status: string, ...tests: string[]): Report["testResults"][number] => ({
  name: `${process.cwd()}/workers/a.test.ts`,
  status,
  startTime: 1_000,
  endTime: 3_500,
  assertionResults: tests.map((outcome) => ({ status: outcome })),
});

const counted = (files: Report["testResults"], status: number | null = 0) =>
  countRun({ testResults: files }, status).counts;

describe("the last line of the tests counts them honestly", () => {
  test("passed, failed and skipped tests are told apart", () => {
    const files = [file("passed", "passed", "pending", "todo"), file("failed", "failed", "passed")];
    expect(counted(files, 1)).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  test("a file that could not be loaded counts as failed", () => {
    expect(counted([file("failed")], 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test("a runner that ended badly counts as failed, though every test passed", () => {
    expect(counted([file("passed", "passed")], 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test("a runner that was killed or left no report counts as failed", () => {
    expect(counted([], null)).toEqual({ ...noCounts, failed: 1 });
    expect(countRun(readReport("no-such-report.json"), 0).counts.failed).toBe(1);
  });

  test("a run fails when a test failed, and when no test ran", () => {
    expect(exitCodeOf({ passed: 3, failed: 0, skipped: 2 })).toBe(0);
    expect(exitCodeOf({ passed: 3, failed: 1, skipped: 0 })).toBe(1);
    expect(exitCodeOf(noCounts)).toBe(1);
  });

  test("the slowest files come first, by their path in the house", () => {
    const { times } = countRun({ testResults: [file("passed", "passed")] }, 0);
    const quick = { file: "b.test.ts", seconds: 0.1 };
    expect(slowest([quick, ...times], 1)).toEqual([{ file: "workers/a.test.ts", seconds: 2.5 }]);
  });
});

test("the share of tests counts lines, one for one", () => {
  const files = [
    { path: "workers/domain/a.ts", text: "a\nb\n" },
    { path: "workers/domain/a.test.ts", text: "a\nb\nc\n" },
    { path: "workers/store/a.ts", text: "a\n" },
  ];
  expect(testShare(files, "workers/domain/")).toBe(1.5);
});

test("property tests use the seed that the run prints", () => {
  const given = process.env["FILIERA_SEED"];
  expect(readConfigureGlobal()?.seed).toBe(given === undefined ? undefined : Number(given));
});

test("another Node than the house's is refused in one line", () => {
  expect(wrongNode("24.21.0")).toBeUndefined();
  expect(wrongNode("20.20.2")).toMatch(/^Filiera needs Node 24, this is 20\.20\.2: [^\n]+$/);
  expect(wrongNode("240.0.0")).toBeDefined();
});

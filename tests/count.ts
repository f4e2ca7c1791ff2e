import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface FileTime {
  readonly file: string;
  readonly seconds: number;
}

/** The part of vitest's JSON report that we read; times in milliseconds. */
export interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly startTime: number;
    readonly endTime: number;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0 };

export function addCounts(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/** A run without failures and without tests proves nothing, so it fails too. */
export function exitCodeOf({ passed, failed }: Counts): number {
  return failed > 0 || passed === 0 ? 1 : 0;
}

/** @returns undefined when the runner died before it could write its report. */
export function readReport(path: string): Report | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Report;
  } catch {
    return undefined;
  }
}

/**
 * Counts one run of vitest. A file that failed without a failed test could not be loaded and
 * counts as one; so does a run that ended badly without saying where.
 * @param status the exit code of the runner, null when it was killed
 */
export function countRun(
  report: Report | undefined,
  status: number | null,
): { readonly counts: Counts; readonly times: readonly FileTime[] } {
  const files = report?.testResults ?? [];
  const counts = files.map(countFile).reduce(addCounts, noCounts);
  const silent = (status !== 0 || report === undefined) && counts.failed === 0;
  return {
    counts: silent ? { ...counts, failed: 1 } : counts,
    times: files.map(({ name, startTime, endTime }) => ({
      file: relative(".", name),
      seconds: (endTime - startTime) / 1000,
    })),
  };
}

function countFile({ status, assertionResults }: Report["testResults"][number]): Counts {
  const passed = assertionResults.filter((test) => test.status === "passed").length;
  const failed = assertionResults.filter((test) => test.status === "failed").length;
  const skipped = assertionResults.length - passed - failed;
  return { passed, failed: failed === 0 && status === "failed" ? 1 : failed, skipped };
}

export function slowest(times: readonly FileTime[], count: number): readonly FileTime[] {
  return times.toSorted((one, other) => other.seconds - one.seconds).slice(0, count);
}

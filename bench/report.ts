/** One line of a benchmark's table: what was measured, and its figures by name. */
export type Measured = Readonly<Record<string, string | number>>;

/** What a benchmark is held to: a figure, and the least or the most that it should be. */
export interface Bar {
  readonly what: string;
  readonly value: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** What a benchmark found. Every file of this folder that exports `run` gives one. */
export interface Report {
  readonly name: string;
  readonly measured: readonly Measured[];
  readonly bars: readonly Bar[];
}

export function isMet({ value, atLeast = -Infinity, atMost = Infinity }: Bar): boolean {
  return value >= atLeast && value <= atMost;
}

/** The middle of what was measured: one slow round moves it little. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

import type { MonthFigures } from "#domain/network/figures.ts";
import type { Chart, PublicFigures } from "#domain/network/public-charts.ts";

/** Who takes part today. A number of households that is too small is null. */
export interface TodayFacts {
  readonly members: number;
  readonly households: number | null;
  readonly producers: number;
  readonly groups: number;
  readonly pickupPoints: number;
}

/** Everything that the page on the network's figures says. */
export interface TransparencyFacts extends PublicFigures {
  readonly today: TodayFacts;
  /** Whether producers are told of by name. */
  readonly hasNames: boolean;
  readonly files: readonly { readonly chart: Chart; readonly csv: string; readonly json: string }[];
}

/** Whether anything may be told at all. */
export function hasFigures({ months }: { readonly months: readonly MonthFigures[] }): boolean {
  return months.some(({ cycles }) => cycles > 0);
}

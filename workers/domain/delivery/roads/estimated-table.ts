import { type EarthPoint, metresBetween } from "#domain/kernel/earth.ts";
import { emptyTable, type RoadTable } from "./road-table.ts";

/** How a way is guessed where no street is known. */
export interface Guess {
  /** How much longer streets are than the crow's way, in hundredths: 135 is 1.35 times. */
  readonly detourHundredths: number;
  /** Metres a minute on the move. */
  readonly metresPerMinute: number;
  /** Seconds that each way costs besides: locks, stairs, junctions. */
  readonly perStop: number;
}

/**
 * What is taken for a flat city until its own factor is calibrated: streets 1.35 times the crow's
 * way (1.25 to 1.45 in flat cities), a cargo bike at 15 km/h, a van at 24 km/h in town.
 */
export const FIRST_GUESS = {
  bike: { detourHundredths: 135, metresPerMinute: 250, perStop: 20 },
  van: { detourHundredths: 145, metresPerMinute: 400, perStop: 40 },
} as const satisfies Record<string, Guess>;

/** The table that always works: the crow's way, longer by a factor. Each cell is a guess. */
export function estimatedTable(points: readonly EarthPoint[], guess: Guess): RoadTable {
  const { detourHundredths } = guess;
  const name = `great-circle×${(detourHundredths / 100).toFixed(2)}`;
  const table = emptyTable(points.length, [{ name, quality: "estimated" }]);
  for (const [from, a] of points.entries()) {
    for (const [to, b] of points.entries()) {
      if (from === to) continue;
      const { seconds, metres } = guessed(metresBetween(a, b), guess);
      table.seconds[from * points.length + to] = seconds;
      table.metres[from * points.length + to] = metres;
    }
  }
  return table;
}

/** Seconds and metres of a way that is so long as the crow flies; none at the same place. */
export function guessed(crow: number, { detourHundredths, metresPerMinute, perStop }: Guess) {
  if (crow === 0) return { seconds: 0, metres: 0 };
  const metres = Math.round((crow * detourHundredths) / 100);
  return { seconds: perStop + Math.round((metres * 60) / metresPerMinute), metres };
}

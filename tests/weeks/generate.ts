/**
 * Makes sales weeks in the form of `network.json`, `cycle.json` and `attempts.json` that keep
 * every promise of RULES §2 and seek out the hard cases on purpose: floors met to the cent,
 * minimums missed by one, boxes reached exactly by tolerance, shortages over cut lines.
 */
import { dice } from "./dice.ts";
import type { Dice } from "./dice.ts";
import { setAttempts } from "./generate-attempts.ts";
import { setBoxes, setMinimums } from "./generate-close.ts";
import { deliveryFacts } from "./generate-delivery.ts";
import { orderLines } from "./generate-lines.ts";
import { sketchNetwork } from "./generate-network.ts";
import { identify } from "./identify.ts";
import type { AttemptsFile, CycleFile, NetworkFile } from "./week-files.ts";

/** How large a week is to be; what is not said is rolled. */
export interface WeekSize {
  readonly households?: number;
  /** At most: a household never orders a product twice. */
  readonly lines?: number;
  readonly producers?: number;
  readonly products?: number;
}

/** The week of this seed and size, always the same. */
export function generateWeek(
  seed: number,
  size: WeekSize = {},
): {
  readonly network: NetworkFile;
  readonly cycle: CycleFile;
  readonly attempts: AttemptsFile;
} {
  const chance = dice(seed);
  const rolled = rollSize(chance, size);
  const name = identify(chance);
  const sketch = sketchNetwork(chance, name, rolled);
  const lines = orderLines(chance, name, { network: sketch, count: rolled.lines });
  const boxed = setMinimums(chance, setBoxes(chance, sketch, lines), lines);
  const { network, attempts } = setAttempts(chance, name, { network: boxed, lines });
  const cycle = { cycle: { id: name("C", 23), ...chance.pick(CALENDAR) }, lines };
  const facts = deliveryFacts(chance, network, cycle);
  return { network, cycle: { ...cycle, delivery_facts: facts }, attempts: { attempts } };
}

function rollSize(chance: Dice, size: WeekSize): Required<WeekSize> {
  const [fewest, most] = chance.pick(HOUSEHOLDS);
  const households = size.households ?? chance.between(fewest, most);
  const lines = size.lines ?? Math.min(200, chance.between(1, households * 6));
  const producers = size.producers ?? chance.between(1, 12);
  const enough = Math.ceil(lines / households) + 1;
  const products = size.products ?? Math.max(enough, chance.between(producers, producers * 4));
  return { households, lines, producers, products };
}

const HOUSEHOLDS = [
  [1, 1],
  [2, 6],
  [4, 15],
  [10, 30],
  [20, 45],
  [60, 60],
] as const;

/** Ordinary weeks, nights when the clocks change, a leap day, a new year: no figure cares. */
const CALENDAR = [
  ["2026-06-01T08:00:00+02:00", "2026-06-03T20:00:00+02:00", "2026-06-05"],
  ["2026-10-23T08:00:00+02:00", "2026-10-26T20:00:00+01:00", "2026-10-28"],
  ["2026-10-22T08:00:00+02:00", "2026-10-25T02:30:00+01:00", "2026-10-25"],
  ["2027-03-26T08:00:00+01:00", "2027-03-29T20:00:00+02:00", "2027-03-31"],
  ["2028-02-26T00:00:00+01:00", "2028-02-28T23:59:00+01:00", "2028-02-29"],
  ["2026-12-30T08:00:00+01:00", "2027-01-01T00:00:00+01:00", "2027-01-04"],
].map(([opens = "", closes = "", delivery_date = ""]) => ({ opens, closes, delivery_date }));

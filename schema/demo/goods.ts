import type { Allergen } from "#domain/catalogue/allergens.ts";

/** A product of the demo in the size it is sold in. Quantities in sale units unless they say so. */
export interface DemoProduct {
  /** Names it in the demo's orders, and is its code on the shelf. */
  readonly code: string;
  /** The code of its producer. */
  readonly producer: string;
  readonly category: string;
  readonly name: string;
  readonly description: string;
  readonly origin: string;
  readonly ingredients?: string;
  readonly allergens?: readonly Allergen[];
  /** What its picture draws, and in which colours where the species has several. */
  readonly species: string;
  readonly variety?: string;
  readonly packaging?: string;
  readonly kind: "piece" | "kg" | "variable";
  /** Per kilo for goods by weight, per piece otherwise. VAT included. */
  readonly priceCents: number;
  readonly vatBasisPoints: number;
  /** Units in the box that is bought whole; absent: loose. */
  readonly boxUnits?: number;
  /** Absent: whole units. */
  readonly stepMilli?: number;
  readonly nominalGrams?: number;
  readonly netGrams?: number;
  readonly netMl?: number;
  readonly depositCents?: number;
  /** The code of the pool it draws from, and how much of it one unit takes (thousandths). */
  readonly pool?: string;
  readonly poolMilliPerUnit?: number;
  /** Was not on the shelf last week. */
  readonly comesThisWeek?: true;
}

/** A stock that runs out: what was counted before last week, and before this one (thousandths). */
export interface DemoPool {
  readonly code: string;
  readonly producer: string;
  readonly name: string;
  readonly lastWeekMilli: number;
  readonly thisWeekMilli: number;
}

export const demoPools: readonly DemoPool[] = [
  {
    code: "pere",
    producer: "adige",
    name: "Pere Abate, cella 2 (kg)",
    lastWeekMilli: 60_000,
    thisWeekMilli: 28_000,
  },
  {
    code: "ricotta",
    producer: "lessinia",
    name: "Ricotte della settimana",
    lastWeekMilli: 12_000,
    thisWeekMilli: 6000,
  },
  {
    code: "polline",
    producer: "squaranto",
    name: "Polline di primavera (vasetti)",
    lastWeekMilli: 10_000,
    thisWeekMilli: 4000,
  },
  {
    code: "olio",
    producer: "garda",
    name: "Olio nuovo (litri)",
    lastWeekMilli: 90_000,
    thisWeekMilli: 72_000,
  },
];

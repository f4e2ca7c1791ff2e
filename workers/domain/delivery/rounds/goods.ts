import type { Milli } from "#domain/kernel/quantity.ts";

/** A line as it is carried: whose it is, who made it, and what is known of the product. */
export interface CarriedLine {
  readonly orderId: string;
  readonly enterpriseId: string;
  /** What comes of it, in thousandths of the sale unit. */
  readonly quantityMilli: Milli;
  /** What it weighs as far as the product says so; 0 where it says nothing. */
  readonly loadGrams: number;
  readonly isByWeight: boolean;
  /** Of one unit of a liquid. */
  readonly netMl: number | null;
  /** The identifier of its shelf, then that of the shelf around it. */
  readonly shelves: readonly string[];
}

/** At which temperature goods travel. */
export type Temperature = "ambient" | "cold";

/** What goods take of a vehicle. */
export interface Goods {
  readonly enterpriseId: string;
  readonly temperature: Temperature;
  readonly grams: number;
  readonly millilitres: number;
}

/** A piece of which nobody said what it weighs: a box of eggs, a cup. */
const UNKNOWN_PIECE_GRAMS = 500;
/** Room that goods take in a crate with the air between them: salad is light, apples are heavy. */
const MILLILITRES_PER_GRAM = 2;
/** A bottle in its box takes this much of what is in it, in hundredths. */
const BOTTLE_HUNDREDTHS = 150;

/** Parts of shelf names whose goods travel cold. */
const COLD_SHELVES = ["formagg", "latt", "carne", "salum", "pesce", "gelat", "cheese", "meat"];
/** Eggs do not, though they stand beside cheese: they are not cooled before they are sold. */
const WARM_SHELVES = ["uova", "eggs"];

/** What a line weighs, the room it takes, how cold it travels: by what is known, else guessed. */
export function goodsOf(line: CarriedLine): Goods {
  const { enterpriseId, quantityMilli, netMl } = line;
  const grams = line.loadGrams > 0 ? line.loadGrams : unknownGrams(line);
  const liquid = netMl === null ? 0 : Math.ceil((netMl * quantityMilli) / 1000);
  const room = Math.ceil((liquid * BOTTLE_HUNDREDTHS) / 100);
  const millilitres = room > 0 ? room : grams * MILLILITRES_PER_GRAM;
  return { enterpriseId, temperature: temperatureOf(line.shelves), grams, millilitres };
}

function unknownGrams({ isByWeight, quantityMilli }: CarriedLine): number {
  if (isByWeight) return quantityMilli;
  return Math.ceil((quantityMilli * UNKNOWN_PIECE_GRAMS) / 1000);
}

/** By the words of its own shelf; by those of the shelf around it where its own says nothing. */
export function temperatureOf([own = "", around = ""]: readonly string[]): Temperature {
  if (says(own, COLD_SHELVES)) return "cold";
  return !says(own, WARM_SHELVES) && says(around, COLD_SHELVES) ? "cold" : "ambient";
}

function says(shelf: string, parts: readonly string[]): boolean {
  return parts.some((part) => shelf.includes(part));
}

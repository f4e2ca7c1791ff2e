/** Producers and products of a generated week, before boxes and minimums are set. */
import type { Dice } from "./dice.ts";
import type { Identify } from "./identify.ts";
import type { ProducerEntry, ProductEntry } from "./week-files.ts";

export function sketchShelf(
  chance: Dice,
  name: Identify,
  size: { readonly producers: number; readonly products: number },
): { readonly producers: ProducerEntry[]; readonly products: ProductEntry[] } {
  const habits = times(size.producers, () => chance.pick(HABITS));
  return {
    producers: times(size.producers, (place) => producer(chance, name, place)),
    products: times(size.products, (place) => {
      const seller = chance.between(1, size.producers);
      return {
        ...product(chance, place, habits[seller - 1] ?? "any"),
        id: name("R", place),
        producer: name("P", seller),
      };
    }),
  };
}

/**
 * How a producer sets its prices. Round euros bring a fee with decimals to half a cent; an odd
 * thirteen brings VAT of 4% there, since 13 x 4 / 104 = 0.5.
 */
type Habit = (typeof HABITS)[number];

const HABITS = ["any", "any", "any", "any", "round", "thirteens"] as const;

function producer(chance: Dice, name: Identify, place: number): ProducerEntry {
  const number = String(place).padStart(3, "0");
  return {
    id: name("P", place),
    name: `Azienda ${place}`,
    vat_number: `IT90000${number}${number}`,
    town: chance.pick(["Grezzana", "Verona", "Soave", "Negrar"]),
    lat: (4540 + chance.below(20)) / 100,
    lon: (1090 + chance.below(20)) / 100,
    category: chance.pick(["ortofrutta", "forno", "formaggi", "vino", "olio", "cosmesi"]),
    certifications: chance.pick([[], ["bio-eu"], ["pgs"], ["coop-sociale"]]),
    min_order_cents: 0,
    lead_days: chance.between(0, 5),
    member: chance.chance(80),
  };
}

type Unplaced = Omit<ProductEntry, "id" | "producer">;

function product(chance: Dice, place: number, habit: Habit): Unplaced {
  if (habit === "round") {
    const price = chance.pick([100, 500]) * chance.between(1, 10);
    return { ...byPiece(chance, place), price_cents: price, step_milli: 1000, vat_percent: 10 };
  }
  if (habit === "thirteens") {
    const price = 13 * (2 * chance.between(2, 60) + 1);
    return { ...byPiece(chance, place), price_cents: price, step_milli: 1000, vat_percent: 4 };
  }
  const vat_percent = chance.pick([4, 4, 4, 5, 10, 10, 22, 22, chance.pick([0, 22])]);
  const roll = chance.below(100);
  if (roll < 34) return { ...byKilo(chance, place), vat_percent };
  if (roll < 62) return { ...weighed(chance, place), vat_percent };
  return { ...byPiece(chance, place), vat_percent };
}

type Untaxed = Omit<Unplaced, "vat_percent">;

function byKilo(chance: Dice, place: number): Untaxed {
  return {
    name: `Mele ${place}`,
    kind: "kg",
    price_cents: chance.chance(8) ? chance.between(1, 3) : chance.between(90, 999),
    price_per: "kg",
    box_qty: 1,
    step_milli: chance.pick([100, 250, 500, 500, 1000]),
  };
}

function weighed(chance: Dice, place: number): Untaxed {
  return {
    name: `Formaggio ${place}`,
    kind: "variable",
    price_cents: chance.between(700, 3500),
    price_per: "kg",
    box_qty: 1,
    step_milli: 1000,
    nominal_grams: chance.pick([chance.between(150, 2500), 500, 600, 1800]),
  };
}

function byPiece(chance: Dice, place: number): Untaxed {
  const size = chance.below(4);
  return {
    name: `Barattolo ${place}`,
    kind: "piece",
    price_cents: chance.pick([chance.between(95, 1500), chance.between(95, 5400)]),
    price_per: "piece",
    box_qty: 1,
    // Half a loaf, a jar, or jars in pairs.
    step_milli: chance.pick([1000, 1000, 1000, 1000, 1000, 500, 500, 2000]),
    ...(size === 0 || size === 1 ? { net_grams: chance.pick([60, 250, 333, 1000, 5000]) } : {}),
    ...(size === 1 || size === 2 ? { net_ml: chance.pick([250, 333, 750, 1000]) } : {}),
  };
}

/** What `make` makes of the places 1 to `count`. */
export function times<Thing>(count: number, make: (place: number) => Thing): Thing[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}

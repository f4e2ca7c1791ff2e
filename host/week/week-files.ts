import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";

/** The input files of a sales week: strangers' data, read once and checked. */

const text = v.string();
const whole = v.pipe(v.number(), v.safeInteger());

const Network = v.object({
  network: v.object({
    name: text,
    /** Read from their decimal text: at most two decimals (RULES §1). */
    network_fee_percent: v.number(),
    card_hold_percent_of_variable: v.number(),
    home_delivery_fee_cents: whole,
    wallet_floor_cents: whole,
  }),
  hub: v.object({ id: text, name: text, lat: v.number(), lon: v.number() }),
  groups: v.array(v.object({ id: text, name: text, pickup: text, coordinator: text })),
  pickup_points: v.array(
    v.object({
      id: text,
      name: text,
      street: text,
      lat: v.number(),
      lon: v.number(),
      opens: text,
      closes: text,
      capacity_orders: whole,
    }),
  ),
  households: v.array(
    v.object({
      id: text,
      group: v.nullable(text),
      street: text,
      postcode: text,
      lat: v.number(),
      lon: v.number(),
      fulfilment: text,
      window: v.nullable(v.tuple([text, text])),
      payment: v.picklist(["wallet", "card"]),
      wallet_opening_cents: whole,
    }),
  ),
  producers: v.array(
    v.object({
      id: text,
      name: text,
      vat_number: text,
      town: text,
      lat: v.number(),
      lon: v.number(),
      category: text,
      certifications: v.array(text),
      min_order_cents: whole,
      lead_days: whole,
    }),
  ),
  products: v.array(
    v.object({
      id: text,
      producer: text,
      name: text,
      kind: v.picklist(["piece", "kg", "variable"]),
      price_cents: whole,
      vat_percent: whole,
      box_qty: whole,
      step_milli: whole,
      net_grams: v.optional(whole),
      net_ml: v.optional(whole),
      nominal_grams: v.optional(whole),
    }),
  ),
});

const quantity = { product: text, qty_milli: whole, tolerance_milli: whole };

const Cycle = v.object({
  cycle: v.object({ id: text, opens: text, closes: text, delivery_date: text }),
  lines: v.array(v.object({ id: text, seq: whole, household: text, ...quantity })),
  delivery_facts: v.object({
    actual_grams: v.record(text, whole),
    shortages: v.array(v.object({ product: text, missing_milli: whole })),
  }),
});

const Attempts = v.object({
  attempts: v.array(v.object({ id: text, after_seq: whole, household: text, ...quantity })),
});

export type NetworkFile = v.InferOutput<typeof Network>;
export type CycleFile = v.InferOutput<typeof Cycle>;
export type AttemptsFile = v.InferOutput<typeof Attempts>;

/** A week as it is to be played; attempts only where their file is. */
export interface Week {
  readonly network: NetworkFile;
  readonly cycle: CycleFile;
  readonly attempts: AttemptsFile | null;
}

/**
 * Reads `network.json`, `cycle.json` and, where it is, `attempts.json`; nothing else in the folder.
 * @throws when a file is missing or has another form.
 */
export function readWeek(folder: string): Week {
  const read = <S extends v.GenericSchema>(name: string, schema: S): v.InferOutput<S> =>
    v.parse(schema, JSON.parse(readFileSync(join(folder, name), "utf8")));
  const hasAttempts = existsSync(join(folder, "attempts.json"));
  return {
    network: read("network.json", Network),
    cycle: read("cycle.json", Cycle),
    attempts: hasAttempts ? read("attempts.json", Attempts) : null,
  };
}

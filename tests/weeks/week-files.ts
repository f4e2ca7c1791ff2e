/**
 * The four files of a sales week, as they lie on disk: `network.json`, `cycle.json`,
 * `attempts.json` and `expected.json`. Money is whole cents, weight whole grams, quantity
 * thousandths of the sale unit (`_milli`). Keys are spelled as in the files.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { ExpectedWeek } from "./expected-file.ts";

/** How a product is priced: per piece, per kg as ordered, or per kg as weighed on delivery day. */
type ProductKind = "piece" | "kg" | "variable";

export interface ProductEntry {
  readonly id: string;
  readonly producer: string;
  readonly name: string;
  readonly kind: ProductKind;
  readonly price_cents: number;
  readonly price_per: "piece" | "kg";
  readonly vat_percent: number;
  /** Whole sale units that the producer sells together; 1 = sold loose. */
  readonly box_qty: number;
  readonly step_milli: number;
  readonly net_grams?: number;
  readonly net_ml?: number;
  /** Only of `variable` products: the usual weight of one piece. */
  readonly nominal_grams?: number;
}

export interface ProducerEntry {
  readonly id: string;
  readonly name: string;
  readonly vat_number: string;
  readonly town: string;
  readonly lat: number;
  readonly lon: number;
  readonly category: string;
  readonly certifications: readonly string[];
  readonly min_order_cents: number;
  readonly lead_days: number;
  readonly member: boolean;
}

export interface HouseholdEntry {
  readonly id: string;
  readonly group: string | null;
  readonly member: boolean;
  readonly street: string;
  readonly postcode: string;
  readonly lat: number;
  readonly lon: number;
  /** The id of a pickup point, or `home`. */
  readonly fulfilment: string;
  /** From and to, `HH:MM`; null when the household collects its crate. */
  readonly window: readonly [string, string] | null;
  readonly payment: "wallet" | "card";
  readonly wallet_opening_cents: number;
}

export interface PickupPointEntry {
  readonly id: string;
  readonly name: string;
  readonly street: string;
  readonly lat: number;
  readonly lon: number;
  readonly opens: string;
  readonly closes: string;
  readonly capacity_orders: number;
}

export interface GroupEntry {
  readonly id: string;
  readonly name: string;
  readonly pickup: string;
  readonly coordinator: string;
}

export interface NetworkTerms {
  readonly name: string;
  readonly currency: string;
  readonly prices_include_vat: boolean;
  /** At most two decimals, as in 6.5: to be read from its decimal text. */
  readonly network_fee_percent: number;
  readonly home_delivery_fee_cents: number;
  /** At most two decimals. */
  readonly card_hold_percent_of_variable: number;
  readonly wallet_floor_cents: number;
}

export interface NetworkFile {
  readonly note?: string;
  readonly network: NetworkTerms;
  readonly hub: { readonly id: string; readonly name: string } & Pick<
    HouseholdEntry,
    "lat" | "lon"
  >;
  readonly groups: readonly GroupEntry[];
  readonly pickup_points: readonly PickupPointEntry[];
  readonly households: readonly HouseholdEntry[];
  readonly producers: readonly ProducerEntry[];
  readonly products: readonly ProductEntry[];
}

export interface LineEntry {
  readonly id: string;
  readonly seq: number;
  readonly household: string;
  readonly product: string;
  readonly qty_milli: number;
  readonly tolerance_milli: number;
}

export interface ShortageEntry {
  readonly product: string;
  readonly missing_milli: number;
  readonly rule: "latest orders lose first";
}

export interface CycleFile {
  readonly cycle: {
    readonly id: string;
    readonly opens: string;
    readonly closes: string;
    readonly delivery_date: string;
  };
  readonly lines: readonly LineEntry[];
  readonly delivery_facts: {
    /** By line id: the weight of all pieces of that line really delivered. */
    readonly actual_grams: Readonly<Record<string, number>>;
    readonly shortages: readonly ShortageEntry[];
  };
}

export interface AttemptEntry {
  readonly id: string;
  /** The `seq` of the line after which the order is tried; 0 = before the first. */
  readonly after_seq: number;
  readonly household: string;
  readonly product: string;
  readonly qty_milli: number;
  readonly tolerance_milli: number;
}

export interface AttemptsFile {
  readonly attempts: readonly AttemptEntry[];
}

/** What a sales week is made of. */
export interface Week {
  readonly network: NetworkFile;
  readonly cycle: CycleFile;
  readonly attempts?: AttemptsFile;
}

/** Reads the week in `folder`; `attempts` and `expected` are there only if their files are. */
export function readWeek(folder: string): Week & { readonly expected?: ExpectedWeek } {
  const network: NetworkFile = JSON.parse(textOf(folder, "network.json"));
  const cycle: CycleFile = JSON.parse(textOf(folder, "cycle.json"));
  const attempts: AttemptsFile | null = JSON.parse(textOf(folder, "attempts.json", "null"));
  const expected: ExpectedWeek | null = JSON.parse(textOf(folder, "expected.json", "null"));
  return {
    network,
    cycle,
    ...(attempts === null ? {} : { attempts }),
    ...(expected === null ? {} : { expected }),
  };
}

/** Writes the input files of a week into `folder`, which is made if needed. */
export function writeWeek(folder: string, week: Week): void {
  mkdirSync(folder, { recursive: true });
  write(folder, "network.json", week.network);
  write(folder, "cycle.json", week.cycle);
  if (week.attempts !== undefined) write(folder, "attempts.json", week.attempts);
}

function textOf(folder: string, name: string, otherwise?: string): string {
  const path = join(folder, name);
  return otherwise === undefined || existsSync(path) ? readFileSync(path, "utf8") : otherwise;
}

function write(folder: string, name: string, content: object): void {
  writeFileSync(join(folder, name), `${JSON.stringify(content, null, 1)}\n`);
}

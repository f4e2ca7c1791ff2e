import type {
  CycleId,
  EnterpriseId,
  OfferId,
  PickupPointId,
  VariantId,
} from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { makeIds } from "#ports/ids.ts";
import type { Market } from "./market.ts";

const ids = makeIds(instant(Date.UTC(2026, 5, 1)), "a secret of at least thirty-two characters");

/** What a test sells: the rest is an ordinary piece at 4.00, VAT 10 %, made to order. */
export interface Sold {
  readonly name: string;
  readonly kind?: "piece" | "kg" | "variable";
  readonly priceCents?: number;
  readonly nominalGrams?: number;
  readonly boxUnits?: number;
  readonly stepMilli?: number;
  readonly depositCents?: number;
  /** Thousandths in a pool of its own; made to order without. */
  readonly stockMilli?: number;
  readonly minimumCents?: number;
}

/** A small open shop as it stands in the database, for tests that are about orders. */
export interface Shop {
  readonly cycleId: CycleId;
  readonly hubId: EnterpriseId;
  readonly pickupPointId: PickupPointId;
  readonly offers: Readonly<Record<string, OfferId>>;
  readonly producers: Readonly<Record<string, EnterpriseId>>;
}

/** A market in process, or one that runs in a host. */
type Place = Pick<Market, "database" | "time">;

const DAY = 24 * 3600 * 1000;

/** Opens a cycle an hour ago that closes in a day, with one producer for each thing sold. */
export function openShop(market: Place, sold: readonly Sold[]): Shop {
  const insert = inserting(market);
  const hubId = addEnterprise(insert, "Magazzino");
  const pickupPointId = ids.next<PickupPointId>();
  const point = { id: pickupPointId, name: `Ritiro ${pickupPointId}`, street: "piazza" };
  insert("pickup_point", { ...point, lat_microdegrees: 0, lon_microdegrees: 0 });
  market.database.exec("INSERT OR IGNORE INTO category VALUES ('tutto', NULL, 'Tutto', 1)");
  const cycleId = addCycle(market, insert, hubId);
  const offers: Record<string, OfferId> = {};
  const producers: Record<string, EnterpriseId> = {};
  for (const [position, thing] of sold.entries()) {
    const producer = addEnterprise(insert, `Azienda ${thing.name}`);
    producers[thing.name] = producer;
    offers[thing.name] = sell(insert, { cycleId, producer, position, thing });
    if (thing.minimumCents !== undefined) setMinimum(insert, producer, thing.minimumCents);
  }
  const published = { cycle_id: cycleId, number: 1, kind: "published", actor: "test" };
  insert("cycle_event", { ...published, at: market.time.now });
  return { cycleId, hubId, pickupPointId, offers, producers };
}

type Row = Readonly<Record<string, string | number | null>>;
type Insert = (table: string, row: Row) => void;

function inserting(market: Place): Insert {
  return (table, row) => {
    const names = Object.keys(row);
    const places = names.map(() => "?").join(", ");
    const sql = `INSERT INTO ${table} (${names.join(", ")}) VALUES (${places})`;
    market.database.prepare(sql).run(Object.values(row));
  };
}

function addEnterprise(insert: Insert, name: string): EnterpriseId {
  const id = ids.next<EnterpriseId>();
  const place = { town: "Verona", land: "citta", lead_days: 0 };
  insert("enterprise", { id, name, slug: id, ...place, sale_mode: "agency", created_at: 0 });
  return id;
}

function addCycle(market: Place, insert: Insert, hubId: EnterpriseId): CycleId {
  const id = ids.next<CycleId>();
  const { now } = market.time;
  const times = { opens_at: now - 3_600_000, closes_at: now + DAY, delivery_day: "2026-06-05" };
  insert("cycle", { id, code: id, hub_id: hubId, ...times, created_at: 0 });
  return id;
}

function sell(
  insert: Insert,
  place: { cycleId: CycleId; producer: EnterpriseId; position: number; thing: Sold },
): OfferId {
  const { cycleId, producer, position, thing } = place;
  const [product_id, variant_id] = [ids.next(), ids.next<VariantId>()];
  const product = { name: thing.name, slug: product_id, category_id: "tutto", created_at: 0 };
  insert("product", { id: product_id, enterprise_id: producer, ...product });
  const terms = termsOf(thing, addPool(insert, producer, thing));
  insert("variant", { id: variant_id, product_id, sku: "SKU", ...terms });
  const id = ids.next<OfferId>();
  const what = { variant_id, product_id, enterprise_id: producer, category_id: "tutto" };
  insert("offer", { id, cycle_id: cycleId, position, ...what, ...terms });
  return id;
}

function addPool(insert: Insert, producer: EnterpriseId, { stockMilli }: Sold): string | null {
  if (stockMilli === undefined) return null;
  const id = ids.next();
  insert("stock_pool", { id, enterprise_id: producer, name: "Scorta", on_hand_milli: stockMilli });
  return id;
}

function termsOf(thing: Sold, poolId: string | null): Row {
  const { kind = "piece", stepMilli = 1000 } = thing;
  return {
    kind,
    price_cents: thing.priceCents ?? 400,
    vat_basis_points: 1000,
    box_units: thing.boxUnits ?? 1,
    step_milli: stepMilli,
    least_milli: stepMilli,
    nominal_grams: kind === "variable" ? (thing.nominalGrams ?? 500) : null,
    deposit_cents: thing.depositCents ?? 0,
    pool_id: poolId,
    pool_milli_per_unit: 1000,
  };
}

function setMinimum(insert: Insert, producer: EnterpriseId, cents: number): void {
  const version = { key: "producer-minimum", subject: producer, version: 1, value: String(cents) };
  const decision = { effective_at: 0, decided_at: 0, decided_by: "test", reason: "test" };
  insert("rule_version", { ...version, ...decision, digest: "a".repeat(64) });
}

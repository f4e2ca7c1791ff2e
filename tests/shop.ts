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

const DAY = 24 * 3600 * 1000;

/** Opens a cycle an hour ago that closes in a day, with one producer for each thing sold. */
export function openShop(market: Market, sold: readonly Sold[]): Shop {
  const run = (sql: string, ...values: (string | number | null)[]) =>
    market.database.prepare(sql).run(values);
  const enterprise = (name: string) => {
    const id = ids.next<EnterpriseId>();
    run(
      `INSERT INTO enterprise (id, name, slug, town, land, lead_days, sale_mode, created_at)
        VALUES (?, ?, ?, 'Verona', 'citta', 0, 'agency', 0)`,
      id,
      name,
      id,
    );
    return id;
  };
  const hubId = enterprise("Magazzino");
  const cycleId = ids.next<CycleId>();
  const pickupPointId = ids.next<PickupPointId>();
  const now = market.time.now;
  run(
    "INSERT INTO pickup_point VALUES (?, ?, 'piazza', 0, 0, NULL, NULL)",
    pickupPointId,
    `Ritiro ${pickupPointId}`,
  );
  run("INSERT OR IGNORE INTO category VALUES ('tutto', NULL, 'Tutto', 1)");
  run(
    `INSERT INTO cycle (id, code, hub_id, opens_at, closes_at, delivery_day, created_at)
      VALUES (?, ?, ?, ?, ?, '2026-06-05', 0)`,
    cycleId,
    cycleId,
    hubId,
    now - 3_600_000,
    now + DAY,
  );
  const offers: Record<string, OfferId> = {};
  const producers: Record<string, EnterpriseId> = {};
  for (const [position, thing] of sold.entries()) {
    const producer = enterprise(`Azienda ${thing.name}`);
    producers[thing.name] = producer;
    offers[thing.name] = sell(run, { cycleId, producer, position, thing });
    if (thing.minimumCents !== undefined) setMinimum(run, producer, thing.minimumCents);
  }
  run("INSERT INTO cycle_event VALUES (?, 1, 'published', ?, 'test', '', NULL)", cycleId, now);
  return { cycleId, hubId, pickupPointId, offers, producers };
}

type Run = (sql: string, ...values: (string | number | null)[]) => unknown;

function sell(
  run: Run,
  place: { cycleId: CycleId; producer: EnterpriseId; position: number; thing: Sold },
): OfferId {
  const { cycleId, producer, position, thing } = place;
  const [product, variant, offer, pool] = [
    ids.next(),
    ids.next<VariantId>(),
    ids.next<OfferId>(),
    ids.next(),
  ];
  const poolId = thing.stockMilli === undefined ? null : pool;
  if (thing.stockMilli !== undefined) {
    run("INSERT INTO stock_pool VALUES (?, ?, 'Scorta', ?, 0)", pool, producer, thing.stockMilli);
  }
  run(
    `INSERT INTO product (id, enterprise_id, name, slug, category_id, created_at)
      VALUES (?, ?, ?, ?, 'tutto', 0)`,
    product,
    producer,
    thing.name,
    product,
  );
  const kind = thing.kind ?? "piece";
  const terms = [
    kind,
    thing.priceCents ?? 400,
    1000,
    thing.boxUnits ?? 1,
    thing.stepMilli ?? 1000,
    thing.stepMilli ?? 1000,
    kind === "variable" ? (thing.nominalGrams ?? 500) : null,
    thing.depositCents ?? 0,
    poolId,
  ];
  const columns = `kind, price_cents, vat_basis_points, box_units, step_milli, least_milli,
    nominal_grams, deposit_cents, pool_id`;
  run(
    `INSERT INTO variant (id, product_id, sku, ${columns})
      VALUES (?, ?, 'SKU', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    variant,
    product,
    ...terms,
  );
  run(
    `INSERT INTO offer (id, cycle_id, variant_id, product_id, enterprise_id, category_id, position,
        ${columns}, pool_milli_per_unit)
      VALUES (?, ?, ?, ?, ?, 'tutto', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1000)`,
    offer,
    cycleId,
    variant,
    product,
    producer,
    position,
    ...terms,
  );
  return offer;
}

function setMinimum(run: Run, producer: EnterpriseId, cents: number): void {
  run(
    `INSERT INTO rule_version (key, subject, version, value, effective_at, decided_at, decided_by,
        reason, digest) VALUES ('producer-minimum', ?, 1, ?, 0, 0, 'test', 'test', ?)`,
    producer,
    String(cents),
    "a".repeat(64),
  );
}

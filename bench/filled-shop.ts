import type Database from "libsql";
import type {
  CycleId,
  EnterpriseId,
  PickupPointId,
  ProductId,
  VariantId,
} from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { makeIds } from "#ports/ids.ts";
import { freezeOffers } from "#store/offers.ts";
import { indexProducts } from "#store/product-search.ts";

const DAY = 24 * 3600 * 1000;
const PRODUCERS = 20;
const GOODS = ["Mele", "Pane", "Monte Veronese", "Uova", "Riso", "Olio", "Radicchio", "Miele"];
const KINDS = ["rosso", "dolce", "intero", "antico", "fresco", "di montagna", "della valle"];
const SHELVES = ["frutta", "forno", "formaggi", "uova", "riso", "olio", "orto", "dolci"];

const ids = makeIds(instant(Date.now()), "a secret of at least thirty-two characters");

/** A hub with its producers, written straight into an empty database. */
export interface FilledShop {
  readonly hubId: EnterpriseId;
  readonly producers: readonly EnterpriseId[];
  readonly pickupPointId: PickupPointId;
}

type Run = (sql: string, ...values: (string | number | null)[]) => void;

/** Opens the hub, its shelves, producers and pickup point. */
export function openHub(database: Database.Database): FilledShop {
  const run = running(database);
  const enterprise = (name: string): EnterpriseId => {
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
  const hubId = enterprise("Magazzino di Veronetta");
  run("INSERT INTO enterprise_role VALUES (?, 'hub', 0)", hubId);
  const producers = Array.from({ length: PRODUCERS }, (_, i) => enterprise(`Azienda ${i + 1}`));
  for (const producer of producers) {
    run(
      `INSERT INTO enterprise_grant (id, owner_id, holder_id, kind, given_at, given_by)
        VALUES (?, ?, ?, 'list-in-cycles', 0, 'bench')`,
      ids.next(),
      producer,
      hubId,
    );
  }
  for (const [i, shelf] of SHELVES.entries()) {
    run("INSERT INTO category VALUES (?, NULL, ?, ?)", shelf, shelf, i);
  }
  const pickupPointId = ids.next<PickupPointId>();
  run(
    "INSERT INTO pickup_point VALUES (?, 'Piazza', 'piazza Isolo', 0, 0, NULL, NULL)",
    pickupPointId,
  );
  return { hubId, producers, pickupPointId };
}

/** Adds products to the hub's list: one size each, from a pool of a million, found by name. */
export function addProducts(database: Database.Database, shop: FilledShop, many: number): void {
  const run = running(database);
  database.exec("BEGIN");
  for (let i = 0; i < many; i += 1) addProduct(run, shop, i);
  database.exec("COMMIT");
}

function addProduct(run: Run, shop: FilledShop, number: number): void {
  const producer = shop.producers[number % shop.producers.length] ?? shop.hubId;
  const [product, variant, pool] = [ids.next<ProductId>(), ids.next<VariantId>(), ids.next()];
  const good = GOODS[number % GOODS.length] ?? "Mele";
  const name = `${good} ${KINDS[number % KINDS.length] ?? ""} ${number}`;
  const shelf = SHELVES[number % SHELVES.length] ?? "frutta";
  run("INSERT INTO stock_pool VALUES (?, ?, ?, 1000000000, 0)", pool, producer, pool);
  run(
    `INSERT INTO product (id, enterprise_id, name, slug, category_id, origin, created_at)
      VALUES (?, ?, ?, ?, ?, 'Verona', 0)`,
    product,
    producer,
    name,
    product,
    shelf,
  );
  run(
    `INSERT INTO variant (id, product_id, sku, kind, price_cents, vat_basis_points, box_units,
        step_milli, least_milli, pool_id) VALUES (?, ?, 'UNA', 'piece', ?, 1000, 6, 1000, 1000, ?)`,
    variant,
    product,
    200 + ((number * 37) % 900),
    pool,
  );
  run("INSERT INTO listing VALUES (?, ?, NULL, 0, NULL)", variant, shop.hubId);
  const searched = { id: product, name, maker: null, producer: "Azienda", categories: [shelf] };
  for (const { sql, args } of indexProducts([searched])) run(sql, ...(args as string[]));
}

/** Publishes a cycle with all that the hub lists; open for a day unless it closed at `closesAt`. */
export function openCycle(
  database: Database.Database,
  { hubId }: FilledShop,
  closesAt = Date.now() + DAY,
): CycleId {
  const run = running(database);
  const cycleId = ids.next<CycleId>();
  run(
    `INSERT INTO cycle (id, code, hub_id, opens_at, closes_at, delivery_day, created_at)
      VALUES (?, ?, ?, ?, ?, '2026-06-05', 0)`,
    cycleId,
    cycleId,
    hubId,
    closesAt - 2 * DAY,
    closesAt,
  );
  run("INSERT INTO cycle_event VALUES (?, 1, 'published', ?, 'bench', '', NULL)", cycleId, 0);
  for (const { sql, args } of freezeOffers(cycleId)) run(sql, ...(args as string[]));
  return cycleId;
}

/** Runs statements on the database behind a host; each is prepared once. */
export function running(database: Database.Database): Run {
  const prepared = new Map<string, Database.Statement>();
  return (sql, ...values) => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    statement.run(values);
  };
}

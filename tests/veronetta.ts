import { readFileSync } from "node:fs";
import { type CycleId, id } from "#domain/kernel/ids.ts";
import { freezeOffers } from "#store/offers.ts";
import { list, openTo, type Product, putCategory } from "./goods.ts";
import type { Market } from "./market.ts";
import { depot, made } from "./people.ts";

/** A product of the week's file, as far as a shelf needs it. */
interface Told {
  readonly id: string;
  readonly producer: string;
  readonly name: string;
  readonly kind: "piece" | "kg" | "variable";
  readonly price_cents: number;
  readonly vat_percent: number;
  readonly box_qty: number;
  readonly step_milli: number;
  readonly net_grams?: number;
  readonly net_ml?: number;
  readonly nominal_grams?: number;
}

interface Network {
  readonly producers: readonly {
    readonly id: string;
    readonly name: string;
    readonly town: string;
    readonly vat_number: string;
    readonly category: string;
    readonly certifications: readonly string[];
  }[];
  readonly products: readonly Told[];
}

const file = new URL(import.meta.resolve("#tests/weeks/veronetta/network.json"));
export const network = JSON.parse(readFileSync(file, "utf8")) as Network;

/** The shop of Veronetta: its twelve producers, 36 products, certificates, and its hub's list. */
export async function openVeronetta(market: Market, officer: string) {
  const hub = (await made(market, officer, "/enterprises", depot)).id;
  const producers = new Map<string, { readonly id: string; readonly category: string }>();
  for (const [position, producer] of network.producers.entries()) {
    const { name, town, vat_number: vatNumber, category } = producer;
    const told = { name, town, vatNumber, land: "collina", leadDays: 1, roles: ["producer"] };
    const farm = await made(market, officer, "/enterprises", told);
    producers.set(producer.id, { id: farm.id, category });
    await openTo(market, officer, { owner: farm.id, holder: hub });
    const shelf = { name: category, position };
    await putCategory(market, officer, category, shelf);
    for (const scheme of producer.certifications) {
      const days = { issuedOn: "2025-06-03", expiresOn: "2027-06-03" };
      const certificate = { scheme, body: "Ente", number: `${producer.id}-1`, ...days };
      await made(market, officer, `/enterprises/${farm.id}/certifications`, certificate);
    }
  }
  const variants: string[] = [];
  for (const told of network.products) {
    const producer = producers.get(told.producer);
    const product = { enterpriseId: producer?.id, categoryId: producer?.category };
    const body = { ...product, name: told.name, variants: [sizeOf(told)] };
    const { variants: sizes } = await made<Product>(market, officer, "/products", body);
    variants.push(...sizes.map((size) => size.id));
  }
  await list(market, officer, hub, variants);
  return { hub, producers };
}

function sizeOf(told: Told) {
  return {
    sku: told.id,
    kind: told.kind,
    priceCents: told.price_cents,
    vatBasisPoints: told.vat_percent * 100,
    boxUnits: told.box_qty,
    stepMilli: told.step_milli,
    leastMilli: told.step_milli,
    netGrams: told.net_grams ?? null,
    netMl: told.net_ml ?? null,
    nominalGrams: told.nominal_grams ?? null,
  };
}

let cycles = 0;

/** A published cycle of a hub, with what it lists now; open from an hour ago for `days`. */
export function publish(market: Market, hub: string, days = 1): CycleId {
  const cycle = id<CycleId>(`01jzzzzzzz${String(++cycles).padStart(16, "0")}`);
  const { now } = market.time;
  const run = (sql: string, ...values: unknown[]) => market.database.prepare(sql).run(...values);
  run(
    `INSERT INTO cycle (id, code, hub_id, opens_at, closes_at, delivery_day, created_at)
      VALUES (?, ?, ?, ?, ?, '2026-06-05', 0)`,
    cycle,
    `C${cycles}`,
    hub,
    now - 3_600_000,
    now + days * 86_400_000,
  );
  for (const { sql, args } of freezeOffers(cycle)) run(sql, ...args);
  run(
    `INSERT INTO cycle_event (cycle_id, number, kind, at, actor)
      VALUES (?, 1, 'published', ?, 'test')`,
    cycle,
    now,
  );
  return cycle;
}

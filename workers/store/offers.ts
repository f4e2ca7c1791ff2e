import type { CycleId } from "#domain/kernel/ids.ts";
import { ID_ALPHABET } from "#domain/kernel/ids.ts";
import type { Statement } from "#ports/database.ts";
import { integer } from "./cells.ts";
import { COPIED_FROM, DELIVERY_DAY, mayOffer, repeatable } from "./offering.ts";
import type { Loader } from "./statement.ts";

/**
 * What the hub of cycle ?1 would offer today, with shelves: its listings of what is still sold and
 * opened to it; where the cycle repeats another one, those that can be repeated.
 */
const LISTED = `listing
  JOIN variant ON variant.id = listing.variant_id AND variant.withdrawn_at IS NULL
  JOIN product ON product.id = variant.product_id AND product.withdrawn_at IS NULL
  JOIN enterprise ON enterprise.id = product.enterprise_id
  JOIN category ON category.id = product.category_id
  LEFT JOIN category AS above ON above.id = category.parent_id
  WHERE listing.hub_id = (SELECT hub_id FROM cycle WHERE id = ?1)
    AND listing.withdrawn_at IS NULL
    AND ${mayOffer("listing.hub_id")}
    AND (${COPIED_FROM} IS NULL OR variant.id IN (
      SELECT variant_id FROM (${repeatable(COPIED_FROM, DELIVERY_DAY)}) WHERE reason IS NULL))`;

/** A random end of an identifier, drawn for each row. */
const RANDOM_END = Array.from(
  { length: 16 },
  () => `substr('${ID_ALPHABET}', 1 + (random() & 31), 1)`,
).join(" || ");

/** On the shelf: by the tree of categories, then by producer, then by name and code. */
const SHELF_ORDER = `coalesce(above.position, category.position), above.id IS NOT NULL,
  category.position, category.id, enterprise.name, enterprise.id, product.name, product.id,
  variant.sku`;

const FREEZE = `INSERT INTO offer (
    id, cycle_id, variant_id, product_id, enterprise_id, category_id, position, kind, price_cents,
    vat_basis_points, box_units, step_milli, least_milli, nominal_grams, net_grams, net_ml,
    deposit_cents, pool_id, pool_milli_per_unit
  ) SELECT
    substr(?1, 1, 10) || ${RANDOM_END}, ?1, variant.id, product.id, product.enterprise_id,
    product.category_id, row_number() OVER (ORDER BY ${SHELF_ORDER}), variant.kind,
    coalesce(listing.price_cents, variant.price_cents), variant.vat_basis_points,
    variant.box_units, variant.step_milli, variant.least_milli, variant.nominal_grams,
    variant.net_grams, variant.net_ml, variant.deposit_cents, variant.pool_id,
    variant.pool_milli_per_unit
  FROM ${LISTED}`;

const COUNT = `INSERT INTO offer_facet (cycle_id, facet, value, offers)
  SELECT ?1, 'all', '', count(*) FROM offer WHERE cycle_id = ?1
  UNION ALL
  SELECT ?1, 'producer', enterprise_id, count(*) FROM offer WHERE cycle_id = ?1
    GROUP BY enterprise_id
  UNION ALL
  SELECT ?1, 'category', shelf.id, sum(offers) FROM (
    SELECT category_id, count(*) AS offers FROM offer WHERE cycle_id = ?1 GROUP BY category_id
  ) JOIN category AS own ON own.id = category_id
  JOIN category AS shelf ON shelf.id = own.id OR shelf.id = own.parent_id
  GROUP BY shelf.id`;

/**
 * Freezes what its hub lists now as the offers of a cycle: prices, sizes and order, which nothing
 * changes afterwards; and counts the filters. Once a cycle: a second time breaks a UNIQUE.
 * Each offer's id takes its time from the cycle's.
 */
export function freezeOffers(cycleId: CycleId): Statement[] {
  return [
    { sql: FREEZE, args: [cycleId] },
    { sql: COUNT, args: [cycleId] },
    {
      sql: "UPDATE cycle SET offers_version = offers_version + 1 WHERE id = ?",
      args: [cycleId],
    },
  ];
}

/** How many offers the cycle would have if it were published now. */
export function offersToFreeze(cycleId: CycleId): Loader<number> {
  return {
    statement: { sql: `SELECT count(*) FROM ${LISTED}`, args: [cycleId] },
    parse: ([row]) => (row === undefined ? 0 : integer(row, 0)),
  };
}

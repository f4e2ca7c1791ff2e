import type { EnterpriseId, VariantId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { Statement } from "#ports/database.ts";
import { integer, text } from "./cells.ts";
import { mayOffer } from "./offering.ts";
import type { Loader } from "./statement.ts";

/** A variant that a hub wants to offer, at the producer's price (null) or at one of its own. */
export interface ListingAsked {
  readonly variantId: VariantId;
  readonly priceCents: Cents | null;
}

/** Of these variants, those that are still sold. */
export function sellable(ids: readonly VariantId[]): Loader<VariantId[]> {
  return {
    statement: {
      sql: `SELECT variant.id FROM json_each(?) JOIN variant ON variant.id = value
        JOIN product ON product.id = product_id
        WHERE variant.withdrawn_at IS NULL AND product.withdrawn_at IS NULL`,
      args: [JSON.stringify(ids)],
    },
    parse: (rows) => rows.map((row) => text(row, 0) as VariantId),
  };
}

/** Of these variants, those that the hub may not offer, with their producers. */
export function unopened(
  ids: readonly VariantId[],
  hub: EnterpriseId,
): Loader<{ readonly variantId: VariantId; readonly ownerId: EnterpriseId }[]> {
  return {
    statement: {
      sql: `SELECT variant.id, product.enterprise_id FROM json_each(?1)
        JOIN variant ON variant.id = value JOIN product ON product.id = product_id
        WHERE NOT ${mayOffer("?2")}`,
      args: [JSON.stringify(ids), hub],
    },
    parse: (rows) =>
      rows.map((row) => ({
        variantId: text(row, 0) as VariantId,
        ownerId: text(row, 1) as EnterpriseId,
      })),
  };
}

/** Lists many variants for a hub with one statement; one that was withdrawn comes back. */
export function putListings(
  hub: EnterpriseId,
  listings: readonly ListingAsked[],
  now: Instant,
): Statement {
  return {
    sql: `INSERT INTO listing (variant_id, hub_id, price_cents, since)
      SELECT value ->> 0, ?1, value ->> 1, ?2 FROM json_each(?3) WHERE true
      ON CONFLICT (variant_id, hub_id) DO UPDATE SET
        price_cents = excluded.price_cents,
        since = CASE WHEN withdrawn_at IS NULL THEN since ELSE excluded.since END,
        withdrawn_at = NULL`,
    args: [hub, now, JSON.stringify(listings.map((one) => [one.variantId, one.priceCents]))],
  };
}

/** How many listings this is: one, or none when it is not there or withdrawn. */
export function listingCount(variant: VariantId, hub: EnterpriseId): Loader<number> {
  return {
    statement: {
      sql: `SELECT count(*) FROM listing
        WHERE variant_id = ? AND hub_id = ? AND withdrawn_at IS NULL`,
      args: [variant, hub],
    },
    parse: ([row]) => (row === undefined ? 0 : integer(row, 0)),
  };
}

export function withdrawListing(variant: VariantId, hub: EnterpriseId, now: Instant): Statement {
  return {
    sql: `UPDATE listing SET withdrawn_at = ?
      WHERE variant_id = ? AND hub_id = ? AND withdrawn_at IS NULL`,
    args: [now, variant, hub],
  };
}

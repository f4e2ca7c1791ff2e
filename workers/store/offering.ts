/**
 * What a hub may offer, as pieces of SQL that publishing a cycle and copying one share: whatever
 * was opened is looked at when it is used. They speak of `product` and `variant`.
 */

/** Of cycle ?1: the cycle that it repeats, and the day on which it delivers. */
export const COPIED_FROM = "(SELECT copied_from FROM cycle WHERE id = ?1)";
export const DELIVERY_DAY = "(SELECT delivery_day FROM cycle WHERE id = ?1)";

/** The producer is the hub itself, or has opened its goods to the hub's cycles. */
export function mayOffer(hub: string): string {
  return `(product.enterprise_id = ${hub} OR EXISTS (
    SELECT 1 FROM enterprise_grant AS opened
    WHERE opened.owner_id = product.enterprise_id AND opened.holder_id = ${hub}
      AND opened.kind = 'list-in-cycles' AND opened.revoked_at IS NULL))`;
}

/** A certificate that its producer had for the cycle `source` and has no equal of on `day`. */
function lapsed(day: string): string {
  return `EXISTS (
    SELECT 1 FROM certification AS had
    WHERE had.enterprise_id = offer.enterprise_id
      AND source.delivery_day BETWEEN had.issued_on AND had.expires_on
      AND (had.withdrawn_at IS NULL OR had.withdrawn_at >= source.closes_at)
      AND NOT EXISTS (
        SELECT 1 FROM certification AS has
        WHERE has.enterprise_id = had.enterprise_id AND has.scheme = had.scheme
          AND has.withdrawn_at IS NULL AND ${day} BETWEEN has.issued_on AND has.expires_on))`;
}

/** It drew from a pool, and draws from none now, or from one that has nothing for this hub. */
const WITHOUT_POOL = `offer.pool_id IS NOT NULL AND (variant.pool_id IS NULL OR EXISTS (
  SELECT 1 FROM stock_quota WHERE stock_quota.pool_id = variant.pool_id
    AND stock_quota.hub_id = source.hub_id AND quota_milli = 0))`;

/**
 * The offers of the cycle `from`, each with the reason for which a cycle of its hub that delivers
 * on `day` cannot repeat it; null where it can.
 */
export function repeatable(from: string, day: string): string {
  return `SELECT variant.id AS variant_id, product.name AS name, variant.label AS label,
      product.enterprise_id AS enterprise_id, CASE
        WHEN product.withdrawn_at IS NOT NULL OR variant.withdrawn_at IS NOT NULL THEN 'withdrawn'
        WHEN listing.variant_id IS NULL THEN 'not-listed'
        WHEN NOT ${mayOffer("source.hub_id")} THEN 'not-granted'
        WHEN ${lapsed(day)} THEN 'certificate-lapsed'
        WHEN ${WITHOUT_POOL} THEN 'pool-gone'
      END AS reason
    FROM offer JOIN cycle AS source ON source.id = offer.cycle_id
    JOIN variant ON variant.id = offer.variant_id JOIN product ON product.id = variant.product_id
    LEFT JOIN listing ON listing.variant_id = variant.id AND listing.hub_id = source.hub_id
      AND listing.withdrawn_at IS NULL
    WHERE offer.cycle_id = ${from} AND offer.withdrawn_at IS NULL`;
}

import type { CycleId, EnterpriseId, VariantId } from "#domain/kernel/ids.ts";
import type { CivilDate } from "#domain/kernel/instant.ts";
import type { LeftOutReason } from "#domain/orders/left-out.ts";
import type { Row } from "#ports/database.ts";
import { integer, text } from "./cells.ts";
import { COPIED_FROM, DELIVERY_DAY, mayOffer, repeatable } from "./offering.ts";
import type { Loader } from "./statement.ts";

/** A size that is not among the offers of a cycle, though it was or could be expected there. */
export interface LeftOut {
  readonly variantId: VariantId;
  readonly productName: string;
  readonly label: string;
  readonly enterpriseId: EnterpriseId;
  readonly reason: LeftOutReason;
}

/** More than this is not told one by one. */
const MOST_TOLD = 500;

/** What a copy of a cycle would offer on that day, and what it would leave out. */
export interface Copyable {
  readonly offers: number;
  readonly leftOut: readonly LeftOut[];
}

export function copyable(source: CycleId, day: CivilDate): Loader<Copyable> {
  return {
    statement: {
      sql: `SELECT variant_id, name, label, enterprise_id, coalesce(reason, ''),
          count(*) FILTER (WHERE reason IS NULL) OVER ()
        FROM (${repeatable("?1", "?2")}) ORDER BY reason IS NULL, name, label LIMIT ${MOST_TOLD}`,
      args: [source, day],
    },
    parse: (rows) => ({
      offers: rows[0] === undefined ? 0 : integer(rows[0], 5),
      leftOut: rows.filter((row) => text(row, 4) !== "").map(toLeftOut),
    }),
  };
}

/** What a cycle would leave out now: of its hub's list, or of the cycle it repeats. */
export function leftOutOf(cycleId: CycleId): Loader<LeftOut[]> {
  return {
    statement: {
      sql: `SELECT variant_id, name, label, enterprise_id, reason FROM (
          SELECT variant.id AS variant_id, product.name AS name, variant.label AS label,
            product.enterprise_id AS enterprise_id, 'not-granted' AS reason
          FROM cycle JOIN listing ON listing.hub_id = cycle.hub_id AND listing.withdrawn_at IS NULL
          JOIN variant ON variant.id = listing.variant_id AND variant.withdrawn_at IS NULL
          JOIN product ON product.id = variant.product_id AND product.withdrawn_at IS NULL
          WHERE cycle.id = ?1 AND cycle.copied_from IS NULL AND NOT ${mayOffer("cycle.hub_id")}
          UNION ALL
          SELECT * FROM (${repeatable(COPIED_FROM, DELIVERY_DAY)}) WHERE reason IS NOT NULL
        ) ORDER BY name, label LIMIT ${MOST_TOLD}`,
      args: [cycleId],
    },
    parse: (rows) => rows.map(toLeftOut),
  };
}

function toLeftOut(row: Row): LeftOut {
  return {
    variantId: text(row, 0) as VariantId,
    productName: text(row, 1),
    label: text(row, 2),
    enterpriseId: text(row, 3) as EnterpriseId,
    reason: text(row, 4) as LeftOutReason,
  };
}

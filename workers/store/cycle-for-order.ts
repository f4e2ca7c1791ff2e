import {
  type CycleId,
  type EnterpriseId,
  type GroupId,
  id,
  type OfferId,
  type OrderId,
} from "#domain/kernel/ids.ts";
import type { OfferStanding } from "#domain/orders/completion.ts";
import type { OrderingWindow } from "#domain/orders/ordering.ts";
import { type Cells, instantAt, integer, text } from "./cells.ts";
import { STANDING, standingIn } from "./completions.ts";
import { asList, listAt, readLists } from "./row-lists.ts";
import type { Loader } from "./statement.ts";

/** The cycle that an order is for. */
export interface CycleForOrder extends OrderingWindow {
  readonly hubId: EnterpriseId;
  /** The number of its last event. */
  readonly version: number;
  /** Groups that share the cycle; empty when it is open to everyone. */
  readonly groups: readonly GroupId[];
  /** How its offers stand while its boxes are being completed; else nothing is read of them. */
  readonly standing: ReadonlyMap<OfferId, OfferStanding>;
}

const CYCLE = `SELECT ${asList(`c.id, c.hub_id, c.state, c.opens_at, c.closes_at, c.version,
    json((SELECT json_group_array(group_id) FROM cycle_group WHERE cycle_id = c.id)),
    json(CASE c.state WHEN 'completing' THEN ${STANDING} ELSE '[]' END)`)}
  FROM cycle c WHERE c.id = `;
const OF_ORDER = "(SELECT cycle_id FROM customer_order WHERE id = ?)";
const OF_OFFER = "(SELECT cycle_id FROM offer WHERE id = ?)";

export function cycleForOrder(cycleId: CycleId): Loader<CycleForOrder | null> {
  return cycleWhere("?", cycleId);
}

/** The cycle that an order is of. */
export function cycleOfOrder(orderId: OrderId): Loader<CycleForOrder | null> {
  return cycleWhere(OF_ORDER, orderId);
}

/** The cycle that an offer is of. */
export function cycleOfOffer(offerId: OfferId): Loader<CycleForOrder | null> {
  return cycleWhere(OF_OFFER, offerId);
}

function cycleWhere(
  which: "?" | typeof OF_ORDER | typeof OF_OFFER,
  given: string,
): Loader<CycleForOrder | null> {
  return {
    statement: { sql: CYCLE + which, args: [given] },
    parse: (rows) => readLists(rows, toCycle)[0] ?? null,
  };
}

function toCycle(cells: Cells): CycleForOrder {
  return {
    cycleId: id<CycleId>(text(cells, 0)),
    hubId: id<EnterpriseId>(text(cells, 1)),
    isPublished: text(cells, 2) === "published",
    isCompleting: text(cells, 2) === "completing",
    opensAt: instantAt(cells, 3),
    closesAt: instantAt(cells, 4),
    version: integer(cells, 5),
    groups: listAt(cells, 6),
    standing: standingIn(listAt(cells, 7)),
  };
}

import { id, type OfferId, type OrderId } from "#domain/kernel/ids.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { integer, text } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** An offer that an order can still take, in few words: enough to choose it from a list. */
export interface AddableOffer {
  readonly offerId: OfferId;
  readonly name: string;
  readonly label: string;
  readonly producerName: string;
  /** For a piece, or for a kilogram. */
  readonly priceCents: Cents;
  readonly isByWeight: boolean;
}

/** A list to choose from has an end; the shelf itself is for those who look around. */
const MOST = 500;

/** What its cycle offers and the order does not have; nothing once orders are over. */
export function addableOffers(orderId: OrderId): Loader<AddableOffer[]> {
  return {
    statement: {
      sql: `SELECT o.id, p.name, v.label, e.name, o.price_cents, o.kind <> 'piece'
        FROM customer_order c JOIN cycle y ON y.id = c.cycle_id
          AND y.state IN ('published', 'completing')
        JOIN offer o ON o.cycle_id = c.cycle_id AND o.withdrawn_at IS NULL
        JOIN product p ON p.id = o.product_id JOIN variant v ON v.id = o.variant_id
        JOIN enterprise e ON e.id = o.enterprise_id
        WHERE c.id = ? AND c.cancelled_at IS NULL AND NOT EXISTS (
          SELECT 1 FROM order_line l WHERE l.order_id = c.id AND l.offer_id = o.id
            AND l.status <> 'withdrawn')
        ORDER BY e.name, o.position, o.id LIMIT ${MOST}`,
      args: [orderId],
    },
    parse: (rows) =>
      rows.map((row) => ({
        offerId: id<OfferId>(text(row, 0)),
        name: text(row, 1),
        label: text(row, 2),
        producerName: text(row, 3),
        priceCents: cents(integer(row, 4)),
        isByWeight: integer(row, 5) === 1,
      })),
  };
}

import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";

const EXPIRED = "ended_at IS NULL AND expires_at <= ?1";

/**
 * Ends the checkouts whose time is up: their stock is free again, and the payment neighbour is
 * told to undo the hold that it may have made under the checkout's name.
 */
export function expireCheckouts(now: Instant): Statement[] {
  return [
    {
      sql: `INSERT INTO outbox (topic, key, payload, created_at, due_at)
        SELECT 'payment-release', 'undo:' || id, json_object('heldUnder', id), ?1, ?1
        FROM checkout WHERE ${EXPIRED}`,
      args: [now],
    },
    { sql: "DELETE FROM stock_reservation WHERE expires_at <= ?1", args: [now] },
    { sql: `UPDATE checkout SET ended_at = ?1 WHERE ${EXPIRED}`, args: [now] },
  ];
}

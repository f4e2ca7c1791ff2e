import type { CycleId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { text } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** Something that was seen on delivery day: kept as it was told, never changed. */
export interface DeliveryFact {
  readonly kind: "arrived" | "short" | "weighed" | "handed-out" | "returned";
  /** An enterprise that arrived, an offer that is short, a line weighed, an order handed out. */
  readonly subject: string;
  /** Thousandths missing, or grams; null where there is nothing to count. */
  readonly quantity: number | null;
}

/** Notes facts of one moment. */
export function noteFacts(
  cycleId: CycleId,
  facts: readonly DeliveryFact[],
  told: { readonly at: Instant; readonly actor: string },
): Statement[] {
  if (facts.length === 0) return [];
  const rows = facts.map(({ kind, subject, quantity }) => [kind, subject, quantity]);
  return [
    {
      sql: `INSERT INTO delivery_fact (cycle_id, kind, subject, quantity, at, actor)
        SELECT ?1, value ->> 0, value ->> 1, value ->> 2, ?2, ?3 FROM json_each(?4)`,
      args: [cycleId, told.at, told.actor, JSON.stringify(rows)],
    },
  ];
}

/** The producers whose goods have arrived. */
export function arrivedProducers(cycleId: CycleId): Loader<string[]> {
  return {
    statement: {
      sql: `SELECT DISTINCT subject FROM delivery_fact
        WHERE cycle_id = ? AND kind = 'arrived' ORDER BY subject`,
      args: [cycleId],
    },
    parse: (rows) => rows.map((row) => text(row, 0)),
  };
}

/** Notes that a crate went over the counter. */
export function handedOut(orderId: string, at: Instant): Statement {
  return {
    sql: "UPDATE customer_order SET handed_out_at = ? WHERE id = ?",
    args: [at, orderId],
  };
}

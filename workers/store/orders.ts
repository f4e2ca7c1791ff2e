import type {
  CycleId,
  EnterpriseId,
  HouseholdId,
  LineId,
  OfferId,
  OrderId,
  PersonId,
} from "#domain/kernel/ids.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { TermsOfTrade } from "#domain/orders/rules.ts";
import type { Statement } from "#ports/database.ts";
import { customerOrder, orderContact } from "#schema/orders.ts";
import type { Language } from "./persons.ts";
import { insertInto } from "./statement.ts";

/** What the database says when a household has an order in this cycle already. */
export const ORDER_EXISTS = "customer_order.cycle_id, customer_order.household_id";
export const ORDER_CODE_TAKEN = "customer_order.code";
export const ORDER_CHANGED = "refused:order-changed";

export type Payment = "wallet" | "card" | "at-pickup";

export interface NewOrder {
  readonly id: OrderId;
  readonly code: string;
  readonly cycleId: CycleId;
  readonly householdId: HouseholdId | null;
  /** Who was signed in; null for a guest, or a program. */
  readonly personId: PersonId | null;
  readonly linkDigest: Digest | null;
  readonly place: string;
  readonly slotId: string | null;
  readonly payment: Payment;
  readonly terms: TermsOfTrade;
  readonly deliveryFeeCents: Cents;
  readonly placedAt: Instant;
  readonly placedBy: string;
  /** Of the letters about it, to the last one. */
  readonly language: Language;
}

/** Who a guest is and where the crates go: erasable, so it stands apart from the order. */
export interface Contact {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly note: string;
}

export function insertOrder(order: NewOrder): Statement {
  const { terms, slotId, ...row } = order;
  return insertInto(customerOrder, {
    ...row,
    slotId: slotId as typeof customerOrder.$inferInsert.slotId,
    cardHoldBasisPoints: terms.cardHold,
    networkFeeBasisPoints: terms.networkFee,
    rules: JSON.stringify(terms.versions),
  });
}

export function insertContact(orderId: OrderId, contact: Contact): Statement {
  return insertInto(orderContact, { orderId, ...contact });
}

export interface NewLine {
  readonly id: LineId;
  readonly offerId: OfferId;
  readonly enterpriseId: EnterpriseId;
}

/**
 * Adds empty lines, numbered after the last line of the cycle: their place in the queue for as
 * long as they live (RULES §2). Their first event fills them.
 */
export function insertLines(
  orderId: OrderId,
  cycleId: CycleId,
  lines: readonly NewLine[],
): Statement[] {
  if (lines.length === 0) return [];
  const rows = lines.map((line) => [line.id, line.offerId, line.enterpriseId]);
  return [
    {
      sql: `INSERT INTO order_line (id, order_id, cycle_id, offer_id, enterprise_id, seq)
        SELECT value ->> 0, ?1, ?2, value ->> 1, value ->> 2,
          (SELECT coalesce(max(seq), 0) FROM order_line WHERE cycle_id = ?2) + key + 1
        FROM json_each(?3)`,
      args: [orderId, cycleId, JSON.stringify(rows)],
    },
  ];
}

/** Notes that an order changed; two changes of one version cannot both (a trigger sees to it). */
export function nextVersion(orderId: OrderId, version: number): Statement {
  return {
    sql: "UPDATE customer_order SET version = ? WHERE id = ?",
    args: [version + 1, orderId],
  };
}

/** Notes which hold of a card now covers the order. */
export function coverByHold(
  orderId: OrderId,
  hold: { readonly id: string; readonly ref: string; readonly cents: Cents },
): Statement {
  return {
    sql: "UPDATE customer_order SET hold_id = ?, hold_ref = ?, hold_cents = ? WHERE id = ?",
    args: [hold.id, hold.ref, hold.cents, orderId],
  };
}

export function cancelOrderRow(orderId: OrderId, at: Instant): Statement {
  return {
    sql: "UPDATE customer_order SET cancelled_at = ? WHERE id = ? AND cancelled_at IS NULL",
    args: [at, orderId],
  };
}

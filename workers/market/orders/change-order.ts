import { allow } from "#domain/access/access.ts";
import { actorName, type Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { LineId, OrderId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Milli } from "#domain/kernel/quantity.ts";
import { checkOpen, type OfferNow, priceWish, type Wish } from "#domain/orders/ordering.ts";
import type { OrderRefusal } from "#domain/orders/refusals.ts";
import type { Request } from "#market/edge/env.ts";
import type { Loaded } from "#store/statement.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import type { EdgeRefusal } from "#market/edge/problem.ts";
import { checkoutOf } from "#store/checkouts.ts";
import { noteRises } from "#store/completions.ts";
import { cycleOfOrder } from "#store/cycle-for-order.ts";
import { householdOfOrder, offersOfOrder } from "#store/ordering.ts";
import { type LineRow, orderLines, type OrderRow, orderRow } from "#store/order-reads.ts";
import { networkRules } from "#store/rules.ts";
import { ORDER_GUARDS } from "./place-order.ts";
import { type ChangedLine, type ChangedOrder, planChange } from "./plan-change.ts";
import { NO_RISES, risesOfChange, withRises } from "./rises.ts";
import { termsInForce } from "./terms.ts";

/** What somebody changes of an order before it closes. */
export type Change =
  | { readonly kind: "add"; readonly wish: Wish; readonly card: string | null }
  | {
      readonly kind: "set";
      readonly lineId: LineId;
      readonly wanted: Milli;
      readonly tolerance: Milli;
      readonly card: string | null;
    }
  | { readonly kind: "withdraw"; readonly lineId: LineId }
  | { readonly kind: "cancel" };

type ChangeRefusal = OrderRefusal | AccessRefusal | EdgeRefusal;

/**
 * Changes an order until the close: a line more, another quantity, a line less, or all of it.
 * A line keeps its place in the queue; withdrawing the last one cancels the order.
 */
export function changeOrder(request: Request, orderId: OrderId, change: Change) {
  const { now } = request.ports;
  return perform(request, {
    load: () => loadForChange(request, orderId, change),
    decide: (
      known: Loaded<ReturnType<typeof loadForChange>>,
      principal,
    ): Outcome<Plan<ChangedOrder, ChangeRefusal>, ChangeRefusal> => {
      const order = mayChange(principal, known.order);
      if (!order.ok) return order;
      if (order.value.cancelledAt !== null) return refuse({ code: "order-cancelled", orderId });
      if (known.cycle === null) return refuse({ code: "not-found", what: "cycle" });
      const open = checkOpen(known.cycle, now);
      if (!open.ok) return open;
      const changed = linesChanged(change, order.value, known.lines, known.offers);
      if (!changed.ok) return changed;
      const isCompleting = open.value === "completing";
      const rises = isCompleting ? risesOfChange(changed.value, known.cycle.standing) : NO_RISES;
      if (!rises.ok) return rises;
      const plan = planChange(request, {
        ...known,
        order: order.value,
        terms: termsInForce(known.rules, now),
        actor: actorName(principal),
        changed: changed.value,
        card: "card" in change ? change.card : null,
      });
      return withRises(plan, noteRises(known.cycle, rises.value, now));
    },
    guards: ORDER_GUARDS,
  });
}

function loadForChange({ actor, key, ports }: Request, orderId: OrderId, change: Change) {
  const added = change.kind === "add" ? [change.wish.offerId] : [];
  return {
    order: orderRow(orderId),
    lines: orderLines(orderId, ports.now),
    cycle: cycleOfOrder(orderId),
    offers: offersOfOrder(orderId, added, ports.now),
    household: householdOfOrder(orderId),
    rules: networkRules(),
    checkout: checkoutOf(actor, key),
  };
}

/** An order that one may not even read is not there (DESIGN §6 law 10). */
function mayChange(principal: Principal, order: OrderRow | null): Outcome<OrderRow, AccessRefusal> {
  if (order === null) return refuse({ code: "not-found", what: "order" });
  const subjects = subjectsOf(order);
  if (!allow(principal, "orders.read", subjects).ok) {
    return refuse({ code: "not-found", what: "order" });
  }
  const allowed = allow(principal, "orders.edit", subjects);
  return allowed.ok ? accept(order) : allowed;
}

/** Whom an order belongs to, for access. */
export function subjectsOf(order: OrderRow) {
  return {
    order: order.id,
    person: order.personId,
    household: order.householdId,
    coordinator: order.groupId,
    hub: order.hubId,
  };
}

function linesChanged(
  change: Change,
  order: OrderRow,
  lines: readonly LineRow[],
  offers: ReadonlyMap<string, OfferNow>,
): Outcome<readonly ChangedLine[], OrderRefusal> {
  if (change.kind === "cancel") return accept(lines.map(withdrawn));
  if (change.kind === "add") {
    const line = priceWish(change.wish, offers.get(change.wish.offerId), order.cardHold);
    return line.ok ? accept([{ kind: "added", ...line.value }]) : line;
  }
  const row = lines.find((line) => line.id === change.lineId);
  if (row === undefined) return refuse({ code: "line-unknown", lineId: change.lineId });
  if (change.kind === "withdraw") return accept([withdrawn(row)]);
  const wish = { offerId: row.offerId, wanted: change.wanted, tolerance: change.tolerance };
  const line = priceWish(wish, row.offer, order.cardHold, row.state.wantedMilli);
  return line.ok ? accept([{ kind: "set", row, state: line.value.state }]) : line;
}

function withdrawn(row: LineRow): ChangedLine {
  return { kind: "withdrawn", row };
}

import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import type { LineId, OrderId } from "#domain/kernel/ids.ts";
import { type Cents, subtractCents, ZERO } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type Milli, milli } from "#domain/kernel/quantity.ts";
import { reserveForOrder } from "#domain/ledger/wallet.ts";
import { withdrawnLine } from "#domain/orders/estimate.ts";
import type { LineState } from "#domain/orders/line.ts";
import { checkWallet, type OrderSums, stockNeeded, sumOrder } from "#domain/orders/ordering.ts";
import type { OrderRefusal } from "#domain/orders/refusals.ts";
import type { TermsOfTrade } from "#domain/orders/rules.ts";
import type { CardHold } from "#domain/payments/card.ts";
import type { Request } from "#market/edge/env.ts";
import type { Plan } from "#market/edge/perform.ts";
import type { EdgeRefusal } from "#market/edge/problem.ts";
import type { Statement } from "#ports/database.ts";
import { releaseHold } from "#store/captures.ts";
import type { Tried } from "#store/checkouts.ts";
import { appendLineEvents, type LineEvent } from "#store/line-events.ts";
import type { CycleForOrder } from "#store/cycle-for-order.ts";
import type { HouseholdForOrder } from "#store/ordering.ts";
import type { LineRow, OrderRow } from "#store/order-reads.ts";
import { cancelOrderRow, insertLines, nextVersion } from "#store/orders.ts";
import { dropFromPlan } from "#store/plans.ts";
import { post } from "#store/postings.ts";
import { release, reserve } from "#store/stock.ts";
import { checkoutFor, holdFirst } from "./card-hold.ts";

/** A line before and after a change. */
export type ChangedLine =
  | { readonly kind: "added"; readonly terms: OfferTerms; readonly state: LineState }
  | { readonly kind: "set"; readonly row: LineRow; readonly state: LineState }
  | { readonly kind: "withdrawn"; readonly row: LineRow };

export interface ChangedOrder {
  readonly id: OrderId;
  readonly version: number;
  /** The line that was added, when one was. */
  readonly lineId: LineId | null;
  readonly isCancelled: boolean;
  readonly goodsEstimatedCents: number;
  readonly depositsCents: number;
  readonly deliveryFeeCents: number;
  readonly checkoutTotalCents: number;
  readonly holdCents: number;
  /** What the wallet has free afterwards; null where none pays. */
  readonly availableAfterCents: number | null;
}

export interface ChangeDecided {
  readonly order: OrderRow;
  readonly lines: readonly LineRow[];
  readonly cycle: CycleForOrder | null;
  readonly household: HouseholdForOrder | null;
  readonly checkout: Tried;
  readonly terms: TermsOfTrade;
  readonly changed: readonly ChangedLine[];
  readonly card: string | null;
  readonly actor: string;
}

interface Standing {
  readonly id: LineId;
  readonly terms: OfferTerms;
  readonly state: LineState;
}

/** Decides what a changed order costs and gives everything that has to be written. */
export function planChange(
  request: Request,
  decided: ChangeDecided,
): Outcome<Plan<ChangedOrder, OrderRefusal>, OrderRefusal | EdgeRefusal> {
  const { order } = decided;
  const newId = request.ports.ids.next<LineId>();
  const standing = linesAfter(decided, newId);
  const sums = sumOrder(
    standing.map((line) => line.state),
    order.deliveryFeeCents,
  );
  const left = walletLeft(decided, sums);
  if (!left.ok) return left;
  const isAdded = decided.changed.some((line) => line.kind === "added");
  const plan: Plan<ChangedOrder, OrderRefusal> = {
    value: {
      id: order.id,
      version: order.version + 1,
      lineId: isAdded ? newId : null,
      isCancelled: standing.length === 0,
      goodsEstimatedCents: sums.goodsEstimatedCents,
      depositsCents: sums.depositsCents,
      deliveryFeeCents: sums.deliveryFeeCents,
      checkoutTotalCents: sums.totalCents,
      holdCents: sums.holdCents,
      availableAfterCents: left.value,
    },
    statements: statementsOf(request, decided, { newId, standing, sums }),
  };
  const needsMore = order.payment === "card" && sums.holdCents > order.heldCents;
  return needsMore ? withLargerHold(request, decided, { plan, standing, sums }) : accept(plan);
}

function linesAfter({ lines, changed }: ChangeDecided, newId: LineId): Standing[] {
  const after = new Map<LineId, Standing>(
    lines.map(({ id, offer, state }) => [id, { id, terms: offer.terms, state }]),
  );
  for (const change of changed) {
    if (change.kind === "withdrawn") after.delete(change.row.id);
    else if (change.kind === "added") after.set(newId, { ...change, id: newId });
    else after.set(change.row.id, { ...change, id: change.row.id, terms: change.row.offer.terms });
  }
  return [...after.values()];
}

function walletLeft(
  { order, household, terms, changed }: ChangeDecided,
  sums: OrderSums,
): Outcome<Cents | null, OrderRefusal> {
  if (order.payment !== "wallet") return accept(null);
  const available = household?.availableCents ?? ZERO;
  const more = subtractCents(sums.goodsEstimatedCents, order.goodsEstimatedCents);
  const asksForMore = more > 0 || changed.some((line) => line.kind === "added");
  return asksForMore
    ? checkWallet(available, more, terms.walletFloor)
    : accept(subtractCents(available, more));
}

interface After {
  readonly newId: LineId;
  readonly standing: readonly Standing[];
  readonly sums: OrderSums;
}

function statementsOf(request: Request, decided: ChangeDecided, after: After): Statement[] {
  const { order, actor } = decided;
  const { now } = request.ports;
  const needed = stockNeeded(after.standing);
  const added = decided.changed.flatMap((line) =>
    line.kind === "added" ? [{ ...line.terms, id: after.newId }] : [],
  );
  return [
    nextVersion(order.id, order.version),
    ...insertLines(order.id, order.cycleId, added),
    ...appendLineEvents(
      decided.changed.map((line) => eventOf(line, after.newId, { at: now, actor }, order)),
    ),
    release(order.id, [...needed.keys()]),
    ...reserve(order.id, order.hubId, needed, { now, expiresAt: null }),
    ...walletStatements(request, decided, after.sums),
    ...(after.standing.length === 0 ? cancellation(request, decided) : []),
  ];
}

function eventOf(
  line: ChangedLine,
  newId: LineId,
  by: { readonly at: LineEvent["at"]; readonly actor: string },
  order: OrderRow,
): LineEvent {
  if (line.kind === "added") {
    return { ...by, lineId: newId, number: 1, kind: "wanted", state: line.state };
  }
  const { id: lineId, version, offer } = line.row;
  const number = version + 1;
  if (line.kind === "set") return { ...by, lineId, number, kind: "wanted", state: line.state };
  const state = withdrawnLine(offer.terms, order.cardHold);
  return { ...by, lineId, number, kind: "withdrawn", state };
}

function walletStatements(request: Request, decided: ChangeDecided, sums: OrderSums): Statement[] {
  const { order, terms, actor } = decided;
  if (order.payment !== "wallet" || order.householdId === null) return [];
  const reservation = {
    household: order.householdId,
    orderId: order.id,
    cycleId: order.cycleId,
    revision: order.version + 1,
    fromCents: order.goodsEstimatedCents,
    toCents: sums.goodsEstimatedCents,
    floorCents: terms.walletFloor,
  };
  return post(
    reserveForOrder(reservation, { now: request.ports.now, actor, rules: terms.versions }),
  );
}

/** Nothing is left of the order: it is cancelled, no round waits for it, its card is free again. */
function cancellation(request: Request, { order, actor }: ChangeDecided): Statement[] {
  const at = request.ports.now;
  return [
    cancelOrderRow(order.id, at),
    ...dropFromPlan(order.id, { at, actor }),
    ...releaseOldHold(request, order),
  ];
}

function releaseOldHold(request: Request, order: OrderRow): Statement[] {
  const hold = holdOf(order);
  return hold === null ? [] : [releaseHold(hold, request.ports.now)];
}

function holdOf(order: OrderRow): CardHold | null {
  const { holdId, heldCents, id: orderId, cycleId } = order;
  return holdId === null ? null : { holdId, heldCents, orderId, cycleId };
}

function withLargerHold(
  request: Request,
  decided: ChangeDecided,
  change: {
    readonly plan: Plan<ChangedOrder, OrderRefusal>;
    readonly standing: readonly Standing[];
    readonly sums: OrderSums;
  },
): Outcome<Plan<ChangedOrder, OrderRefusal>, OrderRefusal | EdgeRefusal> {
  const { order, terms, actor } = decided;
  const fresh = { orderId: order.id, amountCents: change.sums.holdCents };
  const checkout = checkoutFor(request, decided.checkout, fresh);
  if (checkout.amountCents !== fresh.amountCents) return refuse({ code: "changed-meanwhile" });
  const first = holdFirst(request, {
    checkout,
    tried: decided.checkout,
    holder: checkout.id,
    card: decided.card ?? "",
    needed: moreNeeded(decided.lines, change.standing),
    hub: order.hubId,
    cycleId: order.cycleId,
    checkoutMinutes: terms.checkoutMinutes,
    rules: terms.versions,
    actor,
  });
  const statements = [...releaseOldHold(request, order), ...change.plan.statements];
  return accept({ ...change.plan, statements, first });
}

/** What the change takes of each pool beyond what the order holds already. */
function moreNeeded(lines: readonly LineRow[], standing: readonly Standing[]) {
  const before = stockNeeded(lines.map(({ offer, state }) => ({ terms: offer.terms, state })));
  const more = new Map<Parameters<typeof before.get>[0], Milli>();
  for (const [pool, quantity] of stockNeeded(standing)) {
    more.set(pool, milli(Math.max(0, quantity - (before.get(pool) ?? 0))));
  }
  return more;
}

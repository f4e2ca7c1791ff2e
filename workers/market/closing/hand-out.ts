import { allow } from "#domain/access/access.ts";
import { actorName, type Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { OrderId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Occasion } from "#domain/ledger/posting.ts";
import { cycleState } from "#domain/orders/cycle-state.ts";
import type { CycleRefusal } from "#domain/orders/refusals.ts";
import { type AtCounter, returnDeposit, takeCash } from "#domain/payments/counter.ts";
import type { PaymentRefusal } from "#domain/payments/refusals.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import type { Statement } from "#ports/database.ts";
import { orderCaptured } from "#store/captures.ts";
import { type CycleRow, cycleOfOrder } from "#store/cycles.ts";
import { handedOut, noteFacts } from "#store/delivery-facts.ts";
import { DUE_ENDED, paidOtherwise } from "#store/dues.ts";
import { type OrderRow, orderRow } from "#store/order-reads.ts";
import { post } from "#store/postings.ts";

export interface HandOut {
  readonly orderId: OrderId;
  /** Empties that come back, and the deposit paid back for them. */
  readonly returnedContainers: number;
  readonly returnedDepositCents: Cents;
  /** Cash for an order that pays at pickup; null when none is taken now. */
  readonly paidCents: Cents | null;
}

export interface HandedOut {
  readonly id: OrderId;
  readonly handedOutAt: Instant;
  readonly paidCents: Cents | null;
}

type Refusal = AccessRefusal | CycleRefusal | PaymentRefusal;

/** Hands an order's crates over, once; with them come empties, and money where it is due. */
export function handOut(request: Request, command: HandOut) {
  const { orderId, returnedContainers } = command;
  const { now: at } = request.ports;
  return perform(request, {
    load: () => ({ order: orderRow(orderId), cycle: cycleOfOrder(orderId) }),
    decide: ({ order, cycle }, principal): Outcome<Plan<HandedOut>, Refusal> => {
      const counter = atCounter(request, { order, cycle }, principal);
      if (!counter.ok) return counter;
      const { order: here } = counter.value;
      if (here.handedOutAt !== null) return refuse({ code: "order-handed-out", orderId });
      const occasion = { now: at, actor: actorName(principal), rules: {} };
      const money = moneyOf(request, command, { order: here, occasion });
      if (!money.ok) return money;
      const facts = [
        { kind: "handed-out" as const, subject: orderId, quantity: null },
        ...(returnedContainers === 0
          ? []
          : [{ kind: "returned" as const, subject: orderId, quantity: returnedContainers }]),
      ];
      const { paidCents } = command;
      return accept({
        value: { id: orderId, handedOutAt: at, paidCents },
        statements: [
          handedOut(orderId, at),
          ...noteFacts(here.cycleId, facts, { at, actor: actorName(principal) }),
          ...money.value,
        ],
      });
    },
    guards: {
      "refused:order-handed-out": { code: "order-handed-out", orderId },
      ...MONEY_GUARDS,
    },
  });
}

/** Takes the cash of an order that was handed out without it. */
export function payLater(
  request: Request,
  { orderId, paidCents }: { readonly orderId: OrderId; readonly paidCents: Cents },
) {
  return perform(request, {
    load: () => ({ order: orderRow(orderId), cycle: cycleOfOrder(orderId) }),
    decide: (known, principal): Outcome<Plan<HandedOut>, Refusal> => {
      const counter = atCounter(request, known, principal);
      if (!counter.ok) return counter;
      const { order } = counter.value;
      const occasion = { now: request.ports.now, actor: actorName(principal), rules: {} };
      const taken = takeCash(toCounter(order), paidCents, occasion);
      if (!taken.ok) return taken;
      const handedOutAt = order.handedOutAt ?? request.ports.now;
      return accept({
        value: { id: orderId, handedOutAt, paidCents },
        statements: [...post(taken.value), ...paid(order, paidCents, occasion)],
      });
    },
    guards: MONEY_GUARDS,
  });
}

const MONEY_GUARDS = {
  "refused:account-limit": { code: "deposit-too-high" },
  "refused:posting-repeated": "decide-again",
  [DUE_ENDED]: "decide-again",
} as const;

function atCounter(
  request: Request,
  { order, cycle }: { readonly order: OrderRow | null; readonly cycle: CycleRow | null },
  principal: Principal,
): Outcome<{ readonly order: OrderRow }, AccessRefusal | CycleRefusal> {
  const allowed = allow(principal, "delivery.record", { hub: order?.hubId ?? null });
  if (!allowed.ok) return allowed;
  if (order === null || cycle === null || order.cancelledAt !== null) {
    return refuse({ code: "not-found", what: "order" });
  }
  const state = cycleState(cycle, request.ports.now);
  const isHere = ["sent", "receiving", "delivered", "settled"].includes(state);
  return isHere ? accept({ order }) : refuse({ code: "cycle-state", state, act: "handed-out" });
}

function moneyOf(
  request: Request,
  { paidCents, returnedDepositCents }: HandOut,
  { order, occasion }: { readonly order: OrderRow; readonly occasion: Occasion },
): Outcome<Statement[], PaymentRefusal> {
  const counter = toCounter(order);
  const returned = { key: request.ports.ids.next(), amountCents: returnedDepositCents };
  const back = returnedDepositCents > 0 ? post(returnDeposit(counter, returned, occasion)) : [];
  if (paidCents === null) return accept(back);
  const taken = takeCash(counter, paidCents, occasion);
  if (!taken.ok) return taken;
  return accept([...back, ...post(taken.value), ...paid(order, paidCents, occasion)]);
}

function paid(order: OrderRow, paidCents: Cents, { now: at, actor: by }: Occasion): Statement[] {
  if (order.due === null) return [orderCaptured(order.id, paidCents)];
  return paidOtherwise(order, order.due, { at, by });
}

function toCounter(order: OrderRow): AtCounter {
  const { id: orderId, cycleId, payment, householdId, capturedCents, due } = order;
  return { orderId, cycleId, payment, householdId, paidCents: capturedCents, due };
}

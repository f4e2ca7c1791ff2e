import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { OrderId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type DueSource, payDue } from "#domain/payments/due.ts";
import type { PaymentRefusal } from "#domain/payments/refusals.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import type { RowPage } from "#market/edge/row-paging.ts";
import {
  CARD_REFUND_OVERTAKEN,
  CARD_REFUND_TOO_HIGH,
  cardRefundAskedAgain,
} from "#store/card-refunds.ts";
import { DUE_ENDED, endDue, type OpenDue, openDues, paidOtherwise } from "#store/dues.ts";
import { effectById, type FailedEffect, failedEffects, tryAgain } from "#store/failed-effects.ts";
import { orderRow } from "#store/order-reads.ts";
import type { Page, PageAsked } from "#store/page.ts";
import { post } from "#store/postings.ts";

type Refusal = AccessRefusal | PaymentRefusal;

/** After-effects that failed for good: somebody has to try them again, or to do without. */
export async function listFailed(
  request: Request,
  asked: RowPage,
): Promise<Outcome<Page<FailedEffect>, AccessRefusal>> {
  const { known, principal } = await look(request, { page: failedEffects(asked) });
  const allowed = allow(principal, "effects.read");
  return allowed.ok ? accept(known.page) : allowed;
}

export interface TriedAgain {
  readonly id: number;
  readonly topic: string;
  readonly dueAt: Instant;
}

/** Tries a failed after-effect again. What it left to pay is no longer due meanwhile. */
export function retryEffect(request: Request, effectId: number) {
  const { now: at } = request.ports;
  return perform(request, {
    load: () => ({ effect: effectById(effectId) }),
    decide: ({ effect }, principal): Outcome<Plan<TriedAgain>, Refusal> => {
      const allowed = allow(principal, "effects.retry");
      if (!allowed.ok) return allowed;
      if (effect === null) return refuse({ code: "not-found", what: "after-effect" });
      if (effect.failedAt === null) return refuse({ code: "effect-not-failed", effectId });
      const { orderId, dueNumber: number, refusedRefund, topic } = effect;
      const due = orderId === null || number === null ? null : { orderId, number };
      const ended = { at, by: actorName(principal), ending: "tried-again" as const };
      return accept({
        value: { id: effectId, topic, dueAt: at },
        statements: [
          ...(due === null ? [] : [endDue(due.orderId, due, ended)]),
          ...(refusedRefund === null ? [] : [cardRefundAskedAgain(refusedRefund)]),
          tryAgain(effectId, at, due !== null || refusedRefund !== null),
        ],
      });
    },
    guards: {
      [DUE_ENDED]: "decide-again",
      [CARD_REFUND_OVERTAKEN]: { code: "effect-not-failed", effectId },
      [CARD_REFUND_TOO_HIGH]: { code: "effect-not-failed", effectId },
    },
  });
}

/** What is owed because cards did not pay it, the oldest first. */
export async function listDues(
  request: Request,
  asked: PageAsked,
): Promise<Outcome<Page<OpenDue>, AccessRefusal>> {
  const { known, principal } = await look(request, { page: openDues(asked) });
  const allowed = allow(principal, "effects.read");
  return allowed.ok ? accept(known.page) : allowed;
}

export interface DuePaid {
  readonly orderId: OrderId;
  readonly paidCents: Cents;
  readonly source: DueSource;
}

/** Notes that what a card did not pay was paid in another way: all of it, once. */
export function payOtherwise(request: Request, command: DuePaid) {
  const { orderId, paidCents: amountCents, source } = command;
  const { now } = request.ports;
  return perform(request, {
    load: () => ({ order: orderRow(orderId) }),
    decide: ({ order }, principal): Outcome<Plan<DuePaid>, Refusal> => {
      const allowed = allow(principal, "dues.settle");
      if (!allowed.ok) return allowed;
      if (order === null) return refuse({ code: "not-found", what: "order" });
      const { cycleId, due } = order;
      if (due === null) return refuse({ code: "nothing-due", orderId });
      const by = actorName(principal);
      const occasion = { now, actor: by, rules: {} };
      const posting = payDue({ orderId, cycleId, due }, { amountCents, source }, occasion);
      if (!posting.ok) return posting;
      const statements = [...post(posting.value), ...paidOtherwise(order, due, { at: now, by })];
      return accept({ value: command, statements });
    },
    guards: { [DUE_ENDED]: "decide-again", "refused:posting-repeated": "decide-again" },
  });
}

import { invariant } from "#domain/kernel/invariant.ts";
import type { CycleId, EnterpriseId } from "#domain/kernel/ids.ts";
import { addDays, toRome } from "#domain/kernel/instant.ts";
import { settleProducerSums } from "#domain/orders/settlement.ts";
import { settleProducer } from "#domain/payments/settlement.ts";
import type { Statement } from "#ports/database.ts";
import { stepDone } from "#store/allocations.ts";
import { cycleById, type CycleRow } from "#store/cycles.ts";
import { post, POSTED_ALREADY } from "#store/postings.ts";
import { networkRules } from "#store/rules.ts";
import {
  heldByOpenOrders,
  openOrders,
  ORDER_SETTLED,
  ORDER_WEIGHED,
  settlingTurn,
  type SoldByProducer,
  soldInCycle,
  takeFromStock,
} from "#store/settlements.ts";
import { readBatch } from "#store/statement.ts";
import { sealPending } from "#market/jobs/seal-pending.ts";
import { numberAt } from "./allocation.ts";
import { eventOf, RACES, type Run } from "./close-steps.ts";
import { chargeOrder } from "./charge-order.ts";
import { figuresOf } from "./publish-figures.ts";
import { takeSteps } from "./steps.ts";

/** How many orders are charged in one batch. */
const AT_ONCE = 40;

/**
 * From what was delivered to the books: every order is charged what it came to, then every
 * producer gets its sales less the fee, then the cycle is settled, when nothing is left of its
 * sales, with what the public is told of it, and its books are sealed. The hub asks for it, or it
 * happens by itself: the day after delivery, unless the network decided otherwise. Begun once, it
 * is ended.
 */
export async function settleSteps(run: Run, cycleId: CycleId, isAsked: boolean): Promise<void> {
  const races = [...RACES, ORDER_SETTLED, ORDER_WEIGHED, POSTED_ALREADY];
  let isSettled = false;
  const next = async () => {
    const step = await nextStep(run, cycleId, isAsked);
    isSettled ||= step?.isLast ?? false;
    return step?.statements ?? null;
  };
  await takeSteps(run.database, next, races);
  if (isSettled) await sealPending(run.database, run.now, "now");
}

interface SettleStep {
  readonly statements: readonly Statement[];
  readonly isLast: boolean;
}

async function nextStep(run: Run, cycleId: CycleId, isAsked: boolean): Promise<SettleStep | null> {
  const { cycle, orders, held, turn, sold, network } = await readBatch(run.database, {
    cycle: cycleById(cycleId),
    orders: openOrders(cycleId, AT_ONCE),
    held: heldByOpenOrders(cycleId, AT_ONCE),
    turn: settlingTurn(cycleId),
    sold: soldInCycle(cycleId, "next"),
    network: networkRules(),
  });
  if (cycle?.state !== "delivered" || turn === null) return null;
  const days = numberAt(network, "settlement-days", cycle.closesAt);
  const isDue = toRome(run.now).date >= addDays(cycle.deliveryDay, days);
  if (!isAsked && !turn.isBegun && !isDue) return null;
  if (orders.length > 0) {
    const charged = orders.flatMap((order) => chargeOrder(run, order));
    return { statements: [...charged, ...takeFromStock(held)], isLast: false };
  }
  if (turn.enterpriseId !== null) {
    const { enterpriseId, round } = turn;
    return { statements: payProducer(run, cycle, { enterpriseId, round, sold }), isLast: false };
  }
  invariant(turn.salesCents === 0, `what ${cycle.code} sold has gone to its producers`);
  const figures = await figuresOf(run.database, cycle);
  return { statements: [eventOf(run, cycle, "settled"), ...figures], isLast: true };
}

function payProducer(
  { now, actor }: Run,
  { id: cycleId }: CycleRow,
  turn: {
    readonly enterpriseId: EnterpriseId;
    readonly round: number;
    readonly sold: readonly SoldByProducer[];
  },
): Statement[] {
  const { enterpriseId, round, sold } = turn;
  const sums = settleProducerSums(sold);
  const totals = {
    cycleId,
    enterpriseId,
    goodsCents: sums.deliveredGrossCents,
    feeCents: sums.networkFeeCents,
    vat: sums.vat,
  };
  const feeVersion = Math.max(0, ...sold.map((part) => part.feeVersion));
  const rules = { "network-fee": feeVersion };
  const step = "settle-producer" as const;
  return [
    stepDone({ cycleId, round, step, subject: enterpriseId, doneAt: now }),
    ...post(settleProducer(totals, { now, actor, rules })),
  ];
}

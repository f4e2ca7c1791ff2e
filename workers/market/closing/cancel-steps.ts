import type { CycleId } from "#domain/kernel/ids.ts";
import { ZERO } from "#domain/kernel/money.ts";
import { basisPoints } from "#domain/kernel/quantity.ts";
import { reserveForOrder } from "#domain/ledger/wallet.ts";
import { cycleCancelledMail } from "#domain/notices/cycle-mail.ts";
import { withdrawnLine } from "#domain/orders/estimate.ts";
import type { Statement } from "#ports/database.ts";
import { linesOfOpenOrders, offersAsked, type VersionedLine } from "#store/allocations.ts";
import { cycleById } from "#store/cycles.ts";
import { appendLineEvents } from "#store/line-events.ts";
import { cancelOrderRow, nextVersion, ORDER_CHANGED } from "#store/orders.ts";
import { post, POSTED_ALREADY } from "#store/postings.ts";
import { type OpenOrder, openOrders } from "#store/settlements.ts";
import { readBatch } from "#store/statement.ts";
import { release } from "#store/stock.ts";
import { termsByOffer, termsOf } from "./allocation.ts";
import { releaseHold } from "#store/captures.ts";
import { letterTo } from "./charge-order.ts";
import { RACES, type Run } from "./close-steps.ts";
import { takeSteps } from "./steps.ts";

/** How many orders are given back in one batch. */
const AT_ONCE = 40;

/** Gives back everything that the orders of a cancelled cycle held: stock, wallets, cards. */
export function cancelSteps(run: Run, cycleId: CycleId): Promise<void> {
  const races = [...RACES, ORDER_CHANGED, POSTED_ALREADY];
  return takeSteps(run.database, () => nextStep(run, cycleId), races);
}

async function nextStep(run: Run, cycleId: CycleId): Promise<readonly Statement[] | null> {
  const { cycle, orders, lines, offers } = await readBatch(run.database, {
    cycle: cycleById(cycleId),
    orders: openOrders(cycleId, AT_ONCE),
    lines: linesOfOpenOrders(cycleId, AT_ONCE),
    offers: offersAsked(cycleId, run.now),
  });
  if (cycle?.state !== "cancelled" || orders.length === 0) return null;
  const terms = termsByOffer(offers);
  const events = lines.map((line: VersionedLine) => ({
    lineId: line.lineId,
    number: line.version + 1,
    kind: "withdrawn" as const,
    at: run.now,
    actor: run.actor,
    reason: "cycle cancelled",
    state: withdrawnLine(termsOf(terms, line.offerId), basisPoints(0)),
  }));
  const given = orders.flatMap((order) => giveBack(run, order, cycle.code));
  return [...appendLineEvents(events), ...given];
}

function giveBack(run: Run, order: OpenOrder, cycleCode: string): Statement[] {
  const { orderId, cycleId, holdId, holdCents } = order;
  const hold = holdId === null ? null : { holdId, heldCents: holdCents, orderId, cycleId };
  const mail = cycleCancelledMail(order.language, { code: order.code, cycleCode });
  return [
    nextVersion(orderId, order.version),
    cancelOrderRow(orderId, run.now),
    release(orderId),
    ...walletBack(run, order),
    ...(hold === null ? [] : [releaseHold(hold, run.now)]),
    ...letterTo(run, order, `cycle-cancelled:${orderId}`, mail),
  ];
}

function walletBack(run: Run, order: OpenOrder): Statement[] {
  const { orderId, cycleId, payment, householdId, goodsEstimatedCents, version, rules } = order;
  if (payment !== "wallet" || householdId === null) return [];
  const reservation = {
    household: householdId,
    orderId,
    cycleId,
    revision: version + 1,
    fromCents: goodsEstimatedCents,
    toCents: ZERO,
    floorCents: ZERO,
  };
  return post(reserveForOrder(reservation, { now: run.now, actor: run.actor, rules }));
}

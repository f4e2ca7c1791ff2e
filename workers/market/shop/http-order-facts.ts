import type { Instant } from "#domain/kernel/instant.ts";
import { addCents, cents } from "#domain/kernel/money.ts";
import { cycleState } from "#domain/orders/cycle-state.ts";
import { whereItWent } from "#domain/orders/where-it-went.ts";
import type { OrderFacts, OrderLineFacts } from "#frontend/shop/order-facts.ts";
import type { SplitFacts } from "#frontend/shop/order-split.tsx";
import { described } from "./http-rules-facts.ts";
import { offerFacts, weekCalled } from "./http-facts.ts";
import type { OrderPageView } from "./order-actions.ts";

/** Turns what was read of an order into the plain facts that its page is drawn from. */
export function orderFacts(
  view: OrderPageView,
  now: Instant,
  shown: Pick<OrderFacts, "isNew" | "refusal" | "refusedReport" | "addingKey" | "addQuery">,
): OrderFacts {
  const { around, order, occasion, addable, story, reportableUntil } = view;
  const cycle = cycleState(occasion, now);
  const goods = addCents(order.goodsEstimatedCents, order.depositsCents);
  return {
    ...order,
    ...shown,
    now,
    closesAt: occasion.closesAt,
    deliveryDay: occasion.deliveryDay,
    addable,
    isOpen: cycle === "open",
    isCompleting: cycle === "completing",
    isCycleCancelled: occasion.state === "cancelled",
    destination: { pickup: occasion.pickup, slot: occasion.slot },
    lines: linesFacts(view),
    share: view.share,
    estimatedCents: addCents(goods, order.deliveryFeeCents),
    holdCents: addCents(order.goodsHoldCents, order.deliveryFeeCents),
    dueCents: order.due?.amountCents ?? null,
    reportableUntil: reportableUntil === null || now >= reportableUntil ? null : reportableUntil,
    events: story,
    split: splitFacts(view),
    rules: view.rules.map((used) => ({ ...used, rule: described(used.rule) })),
    contactEmail: around.network?.contactEmail ?? null,
    mailFails: occasion.mailFails,
  };
}

function linesFacts({ around, lines, occasion, problems }: OrderPageView): OrderLineFacts[] {
  const byLine = new Map<string, OrderPageView["problems"][number]>(
    problems.map((problem) => [problem.lineId, problem]),
  );
  return lines.map(({ id, offer, state }) => ({
    id,
    offer: offerFacts(offer, weekCalled(around, occasion.week)),
    state,
    problem: byLine.get(id) ?? null,
  }));
}

/** Where the order's sum went, once it is final. */
function splitFacts({ order, lines }: OrderPageView): SplitFacts | null {
  const { networkFee, rules, depositsCents, finalFeeCents } = order;
  if (finalFeeCents === null) return null;
  const paid = lines.map(({ offer, state }) => ({
    producerId: offer.seller.id,
    producerName: offer.seller.name,
    paidCents: state.finalCents ?? cents(0),
    vat: offer.terms.vat,
  }));
  const went = whereItWent({
    lines: paid,
    depositsCents,
    deliveryCents: finalFeeCents,
    networkFee,
  });
  return { ...went, networkFee, networkFeeVersion: rules["network-fee"] ?? 0 };
}

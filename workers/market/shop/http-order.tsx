import { Hono } from "hono";
import type { Context } from "hono";
import { id, isId, type LineId, type OfferId, type OrderId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { addCents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { cycleState } from "#domain/orders/cycle-state.ts";
import { Order } from "#frontend/shop/order.tsx";
import type { OrderFacts } from "#frontend/shop/order-facts.ts";
import { quantityFromForm } from "#frontend/ui/quantity-value.ts";
import type { Edge } from "#market/edge/env.ts";
import { statusOf } from "#market/edge/statuses.ts";
import { type Change, changeOrder } from "#market/orders/change-order.ts";
import { TEST_CARDS } from "./http-checkout-form.ts";
import { offerFacts, weekCalled } from "./http-facts.ts";
import { writeLost } from "./http-lost.tsx";
import { wordsOf } from "./http-language.ts";
import { writePage } from "./http-page.ts";
import { reasonOf } from "./http-words.ts";
import { type OrderPageView, readOrderPage } from "./order-actions.ts";

/** An order's page, and the forms that change it until the close. */
export const orderPages = new Hono<Edge>()
  .get("/:order", (c) => showOrder(c))
  .post("/:order/righe", (c) => change(c, readChange(c.var.bodyText)))
  .post("/:order/annullamento", (c) => change(c, { kind: "cancel" }));

/**
 * What the form says: which line, and how much of it; nothing takes it out; or a product that the
 * order does not have yet, under the key that the form was drawn with. An order that a card
 * holds for is held anew where it grows, on the double's card.
 */
function readChange(body: string): Change | null {
  const form = new URLSearchParams(body);
  const line = form.get("line") ?? "";
  const wanted = quantityFromForm(form.get("quantity") ?? "");
  const tolerance = quantityFromForm(form.get("tolerance") ?? "0");
  if (form.has("offer")) return readAddition(form);
  if (!isId(line) || wanted === null || tolerance === null) return null;
  const lineId = id<LineId>(line);
  if (wanted === milli(0)) return { kind: "withdraw", lineId };
  return { kind: "set", lineId, wanted, tolerance, card: TEST_CARDS.accepted };
}

function readAddition(form: URLSearchParams): Change | null {
  const offer = form.get("offer") ?? "";
  const wanted = quantityFromForm(form.get("quantity") ?? "");
  if (!isId(offer) || wanted === null || !form.has("key")) return null;
  const wish = { offerId: id<OfferId>(offer), wanted, tolerance: milli(0) };
  return { kind: "add", wish, card: TEST_CARDS.accepted };
}

async function change(c: Context<Edge>, asked: Change | null): Promise<Response> {
  const t = wordsOf(c);
  const orderId = c.req.param("order") ?? "";
  if (!isId(orderId)) return writeLost(c);
  if (asked === null) return showOrder(c, t.refusals["invalid-input"]());
  const reply = await changeOrder(c.var.request, id<OrderId>(orderId), asked);
  if (reply.ok) return c.redirect(`/ordini/${orderId}`, 303);
  if (statusOf(reply.refusal) === 404) return writeLost(c);
  return showOrder(c, reasonOf(t, reply.refusal));
}

async function showOrder(c: Context<Edge>, refusal: string | null = null): Promise<Response> {
  const t = wordsOf(c);
  const orderId = c.req.param("order") ?? "";
  if (!isId(orderId)) return writeLost(c);
  const { request } = c.var;
  const read = await readOrderPage(request, id<OrderId>(orderId));
  if (!read.ok) return writeLost(c);
  const isNew = c.req.query("nuovo") === "1";
  const addingKey = request.ports.ids.next();
  const facts = orderFacts(read.value, request.ports.now, { isNew, refusal, addingKey });
  const page = {
    title: t.order.title(facts.code),
    path: c.req.path,
    refused: refusal !== null,
    children: <Order t={t} facts={facts} />,
  };
  return writePage(c, read.value.around, page, refusal === null ? 200 : 422);
}

function orderFacts(
  { around, order, lines, occasion, addable }: OrderPageView,
  now: Instant,
  shown: Pick<OrderFacts, "isNew" | "refusal" | "addingKey">,
): OrderFacts {
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
    lines: lines.map(({ id: lineId, offer, state }) => ({
      id: lineId,
      offer: offerFacts(offer, weekCalled(around, occasion.week)),
      state,
    })),
    estimatedCents: addCents(goods, order.deliveryFeeCents),
    holdCents: addCents(order.goodsHoldCents, order.deliveryFeeCents),
    dueCents: order.due?.amountCents ?? null,
    contactEmail: around.network?.contactEmail ?? null,
    mailFails: occasion.mailFails,
  };
}

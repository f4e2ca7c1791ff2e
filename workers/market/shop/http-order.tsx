import { Hono } from "hono";
import type { Context } from "hono";
import { id, isId, type LineId, type OfferId, type OrderId } from "#domain/kernel/ids.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { Order } from "#frontend/shop/order.tsx";
import type { RefusedReport } from "#frontend/shop/order-facts.ts";
import { quantityFromForm } from "#frontend/ui/quantity-value.ts";
import type { Edge } from "#market/edge/env.ts";
import { statusOf } from "#market/edge/statuses.ts";
import { type Change, changeOrder } from "#market/orders/change-order.ts";
import { reportProblem } from "#market/problems/report.ts";
import { TEST_CARDS } from "./http-checkout-form.ts";
import { readReport, reportErrors } from "./http-order-report.ts";
import { writeLost, writeRefusal } from "./http-lost.tsx";
import { wordsOf } from "./http-language.ts";
import { writePage } from "./http-page.ts";
import { reasonOf } from "./http-words.ts";
import { readOrderPage } from "./order-actions.ts";
import { orderFacts } from "./http-order-facts.ts";

const LONGEST_SEARCH = 80;

/** An order's page, and the forms that change it until the close. */
export const orderPages = new Hono<Edge>()
  .get("/:order", (c) => showOrder(c))
  .post("/:order/righe", (c) => change(c, readChange(c.var.bodyText)))
  .post("/:order/righe/:line/segnalazione", (c) => report(c))
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

/** What was wrong with a line, under the key that its form was drawn with. */
async function report(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const { order = "", line = "" } = c.req.param() as Readonly<Record<string, string>>;
  if (!isId(order) || !isId(line)) return writeLost(c);
  const { typed, asked } = readReport(c.var.bodyText, id<LineId>(line));
  if (asked === null) {
    return showOrder(c, null, { ...typed, errors: reportErrors(t, typed) });
  }
  const reply = await reportProblem(c.var.request, { orderId: id<OrderId>(order), ...asked });
  if (reply.ok) return c.redirect(`/ordini/${order}#line-${line}`, 303);
  if (statusOf(reply.refusal) === 404) return writeLost(c);
  if (reply.refusal.code === "not-allowed") return writeRefusal(c, reply.refusal);
  const error = { field: `quantity-${line}`, message: reasonOf(t, reply.refusal) };
  return showOrder(c, null, { ...typed, errors: [error] });
}

async function showOrder(
  c: Context<Edge>,
  refusal: string | null = null,
  refusedReport: RefusedReport | null = null,
): Promise<Response> {
  const t = wordsOf(c);
  const orderId = c.req.param("order") ?? "";
  if (!isId(orderId)) return writeLost(c);
  const { request } = c.var;
  const read = await readOrderPage(request, id<OrderId>(orderId));
  if (!read.ok) return writeLost(c);
  const isNew = c.req.query("nuovo") === "1";
  const addingKey = request.ports.ids.next();
  const addQuery = (c.req.query("cerca") ?? "").slice(0, LONGEST_SEARCH).trim();
  const shown = { isNew, refusal, refusedReport, addingKey, addQuery };
  const facts = orderFacts(read.value, request.ports.now, shown);
  const isRefused = refusal !== null || refusedReport !== null;
  const page = {
    title: t.order.title(facts.code),
    path: c.req.path,
    refused: isRefused,
    children: <Order t={t} facts={facts} />,
  };
  return writePage(c, read.value.around, page, isRefused ? 422 : 200);
}

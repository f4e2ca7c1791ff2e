import { Hono } from "hono";
import type { Context } from "hono";
import { cents } from "#domain/kernel/money.ts";
import { PLACE_NAMES } from "#domain/network/known-places.ts";
import { orderedLine } from "#domain/orders/estimate.ts";
import { sumOrder } from "#domain/orders/ordering.ts";
import { basisPoints } from "#domain/kernel/quantity.ts";
import { Checkout } from "#frontend/shop/checkout.tsx";
import type { CheckoutFacts, CheckoutValues } from "#frontend/shop/checkout-facts.ts";
import { NOTHING_TYPED } from "#frontend/shop/checkout-facts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import { placeOrder } from "#market/orders/place-order.ts";
import { type CheckoutView, readCheckout } from "./actions.ts";
import { awayFacts } from "./http-away.ts";
import { checkoutErrors, errorOfRefusal, orderFrom, typed } from "./http-checkout-form.ts";
import { deliveryFee, groupsOf, weekOf, isOpen, placesFacts } from "./http-facts.ts";
import { writeRefusal } from "./http-lost.tsx";
import { giveOrderCookie } from "./http-order-link.ts";
import { wordsOf } from "./http-language.ts";
import { writePage } from "./http-page.ts";

/** The one page of the checkout, and the order that follows from it. */
export const checkoutPages = new Hono<Edge>()
  .get("/", (c) => showCheckout(c, NOTHING_TYPED))
  .post("/", async (c) => {
    const t = wordsOf(c);
    const values = typed(c.var.bodyText);
    if (new URLSearchParams(c.var.bodyText).get("key") === null) {
      return showCheckout(c, values, [errorOfRefusal(t, { code: "key-missing" })]);
    }
    // Only how far the points are is asked: nothing is ordered, and what was typed stays.
    if (new URLSearchParams(c.var.bodyText).get("ask") === "near") return showCheckout(c, values);
    const errors = checkoutErrors(t, values);
    const cycle = new URLSearchParams(c.var.bodyText).get("cycle") ?? "";
    const order = errors.length === 0 ? orderFrom(values, { cycle, language: t.lang }) : null;
    if (order === null) return showCheckout(c, values, errors);
    const reply = await placeOrder(c.var.request, order);
    if (!reply.ok) return showCheckout(c, values, [errorOfRefusal(t, reply.refusal)]);
    const { id, orderToken } = reply.value;
    if (orderToken !== null) giveOrderCookie(c, orderToken);
    return c.redirect(`/ordini/${id}?nuovo=1`, 303);
  });

async function showCheckout(
  c: Context<Edge>,
  values: CheckoutValues,
  errors: readonly FieldError[] = [],
): Promise<Response> {
  const t = wordsOf(c);
  const { request } = c.var;
  const read = await readCheckout(request);
  if (!read.ok) return writeRefusal(c, read.refusal);
  const { around, lines } = read.value;
  const isReady = lines.length > 0 && isOpen(around, request.ports.now);
  if (around.week === null || (!isReady && errors.length === 0)) {
    return c.redirect("/cassetta", 303);
  }
  const key = request.ports.ids.next();
  const isAsked = c.req.method === "GET";
  const known = isAsked ? prefilled(values, read.value.household) : values;
  const facts = checkoutFacts(read.value, around.week, { values: known, errors, key });
  const page = {
    title: t.checkout.title,
    path: "/cassa",
    hasWeek: true,
    refused: errors.length > 0,
    children: <Checkout t={t} facts={facts} />,
  };
  return writePage(c, around, page, errors.length === 0 ? 200 : 422);
}

/** A household is known: what it would have to type again is there. */
function prefilled(values: CheckoutValues, household: CheckoutView["household"]): CheckoutValues {
  if (household === null) return values;
  const { householdId, name, email, phone, street, postcode, town } = household;
  return { ...values, name, email, phone, street, postcode, town, household: householdId };
}

function checkoutFacts(
  { around, lines, places, household, saving }: CheckoutView,
  week: NonNullable<CheckoutView["around"]["week"]>,
  form: Pick<CheckoutFacts, "values" | "errors" | "key">,
): CheckoutFacts {
  const hold = around.terms?.cardHold ?? basisPoints(10_000);
  const states = lines.map((line) => orderedLine(line.offer.terms, line, hold));
  return {
    ...form,
    saving,
    groups: groupsOf(lines, weekOf(around)),
    ...awayFacts(placesFacts(places, deliveryFee(around)), form.values.near),
    placeNames: PLACE_NAMES,
    sums: sumOrder(states, cents(0)),
    cycleId: week.cycleId,
    closesAt: week.closesAt,
    deliveryDay: week.deliveryDay,
    walletCents: household?.availableCents ?? null,
    hasTestCards: true,
  };
}

import { Hono } from "hono";
import type { Context } from "hono";
import { id, isId, type OfferId } from "#domain/kernel/ids.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { sharedCode } from "#domain/orders/shared-basket.ts";
import { Basket } from "#frontend/shop/basket.tsx";
import type { BasketPageFacts } from "#frontend/shop/basket-facts.ts";
import { quantityFromForm, quantityToForm } from "#frontend/ui/quantity-value.ts";
import { setInBasket } from "#market/basket/actions.ts";
import type { Edge } from "#market/edge/env.ts";
import { giveBasketCookie, withBasket } from "#market/edge/request.ts";
import { statusOf } from "#market/edge/statuses.ts";
import { type BasketPageView, readBasketPage } from "./actions.ts";
import { deliveryFee, groupsOf, isOpen, reopening, weekOf } from "./http-facts.ts";
import { writeRefusal } from "./http-lost.tsx";
import { wordsOf } from "./http-language.ts";
import { writePage } from "./http-page.ts";
import { reasonOf } from "./http-words.ts";

/** The basket, and the form that sets what it holds. */
export const basketPages = new Hono<Edge>()
  .get("/", (c) => showBasket(c))
  .post("/", async (c) => {
    const t = wordsOf(c);
    const wish = readWish(c.var.bodyText);
    if (wish === null) return showBasket(c, t.refusals["invalid-input"](), 422);
    const reply = await setInBasket(withBasket(c), wish);
    if (!reply.ok && reply.refusal.code === "basket-of-another-week") {
      return showBasket(c, reasonOf(t, reply.refusal), 422, anew(wish));
    }
    if (!reply.ok) {
      const status = statusOf(reply.refusal) === 404 ? 404 : 422;
      return showBasket(c, reasonOf(t, reply.refusal), status);
    }
    giveBasketCookie(c);
    const line = wish.wanted === 0 ? "" : `#line-${wish.offerId}`;
    return c.redirect(`/cassetta${line}`, 303);
  });

/** The same wish, for a basket that begins anew. */
function anew({ offerId, wanted, tolerance }: NonNullable<ReturnType<typeof readWish>>) {
  const [quantity, more] = [quantityToForm(wanted), quantityToForm(tolerance)];
  return { offer: offerId, quantity, tolerance: more, [ANEW]: "1" };
}

/** The field that says that what is in the basket may go. */
const ANEW = "anew";

/** What the form says: an offer, how much of it, how much more if a box needs it. */
function readWish(body: string) {
  const form = new URLSearchParams(body);
  const offer = form.get("offer") ?? "";
  const wanted = quantityFromForm(form.get("quantity") ?? "");
  const tolerance = quantityFromForm(form.get("tolerance") ?? "0");
  if (!isId(offer) || wanted === null || tolerance === null) return null;
  const isOut = wanted === 0;
  const keepsOther = form.get(ANEW) !== "1";
  return {
    offerId: id<OfferId>(offer),
    wanted,
    tolerance: isOut ? milli(0) : tolerance,
    keepsOther,
  };
}

async function showBasket(
  c: Context<Edge>,
  refusal: string | null = null,
  status: 200 | 404 | 422 = 200,
  again: Readonly<Record<string, string>> | null = null,
): Promise<Response> {
  const t = wordsOf(c);
  const read = await readBasketPage(c.var.request);
  if (!read.ok) return writeRefusal(c, read.refusal);
  const facts = basketFacts(read.value, c.var.request.ports.now, { refusal, anew: again });
  const page = {
    title: t.basket.title,
    path: "/cassetta",
    hasWeek: true,
    refused: refusal !== null,
    // Where there is something to choose, the page has to be seen.
    refusal: again === null ? refusal : null,
    children: <Basket t={t} facts={facts} />,
  };
  return writePage(c, read.value.around, page, status);
}

/** The address at which others see these lines. */
function sharedAt(lines: BasketPageView["lines"]): string {
  const shared = lines.map(({ offer, wanted, tolerance }) => {
    return { variantId: offer.variantId, wanted, tolerance };
  });
  return `/cassetta/condivisa/${sharedCode(shared)}`;
}

function basketFacts(
  { around, lines, saving }: BasketPageView,
  now: Parameters<typeof isOpen>[1],
  refused: Pick<BasketPageFacts, "refusal" | "anew">,
): BasketPageFacts {
  return {
    saving,
    groups: groupsOf(lines, weekOf(around)),
    deliveryFeeCents: deliveryFee(around),
    isOpen: isOpen(around, now),
    closesAt: around.week?.closesAt ?? null,
    reopensAt: reopening(around),
    week: weekOf(around),
    sharedAt: lines.length === 0 ? null : sharedAt(lines),
    ...refused,
  };
}

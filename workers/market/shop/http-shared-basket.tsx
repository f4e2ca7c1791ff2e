import { Hono } from "hono";
import type { Context } from "hono";
import { linesOfCode, type SharedLine, tailOf } from "#domain/orders/shared-basket.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { SharedBasket, type SharedBasketFacts } from "#frontend/shop/shared-basket.tsx";
import { setSharedInBasket } from "#market/basket/actions.ts";
import type { Edge } from "#market/edge/env.ts";
import { giveBasketCookie, withBasket } from "#market/edge/request.ts";
import { isOpen, offerFacts, weekOf } from "./http-facts.ts";
import { wordsOf } from "./http-language.ts";
import { writeLost, writeRefusal } from "./http-lost.tsx";
import { writePage } from "./http-page.ts";
import { reasonOf } from "./http-words.ts";
import { readShared, type SharedBasketView } from "./shared-actions.ts";

/** A basket that somebody shared, and the form that sets it in one's own. */
export const sharedBasketPages = new Hono<Edge>()
  .get("/:code", (c) => showShared(c))
  .post("/:code", async (c) => {
    const lines = linesOfCode(c.req.param("code"));
    if (lines === null) return lost(c);
    const reply = await setSharedInBasket(withBasket(c), lines);
    if (!reply.ok) return showShared(c, reasonOf(wordsOf(c), reply.refusal));
    giveBasketCookie(c);
    return c.redirect("/cassetta", 303);
  });

function lost(c: Context<Edge>): Promise<Response> {
  const say = wordsOf(c).basket.shared;
  return writeLost(c, { title: say.lostTitle, why: say.lostWhy });
}

async function showShared(c: Context<Edge>, refusal: string | null = null): Promise<Response> {
  const t = wordsOf(c);
  const lines = linesOfCode(c.req.param("code") ?? "");
  if (lines === null) return lost(c);
  const read = await readShared(c.var.request, lines);
  if (!read.ok) return writeRefusal(c, read.refusal);
  const { around } = read.value;
  const facts: SharedBasketFacts = {
    ...sharedFacts(read.value, lines),
    isOpen: isOpen(around, c.var.request.ports.now) && around.week?.state === "published",
    action: c.req.path,
    refusal,
  };
  const page = {
    title: t.basket.shared.title,
    path: c.req.path,
    hasWeek: true,
    refused: refusal !== null,
    children: <SharedBasket t={t} facts={facts} />,
  };
  return writePage(c, around, page, refusal === null ? 200 : 422);
}

function sharedFacts(
  { around, offers, names }: SharedBasketView,
  lines: readonly SharedLine[],
): Pick<SharedBasketFacts, "lines" | "away"> {
  const byTail = new Map(lines.map((line) => [line.tail, line]));
  const offered = new Set(offers.map(({ variantId }) => tailOf(variantId)));
  return {
    lines: offers.map((offer) => {
      const line = byTail.get(tailOf(offer.variantId));
      const [wanted, tolerance] = [line?.wanted ?? milli(0), line?.tolerance ?? milli(0)];
      const { isWithdrawn } = offer;
      return { offer: offerFacts(offer, weekOf(around)), wanted, tolerance, isWithdrawn };
    }),
    away: lines.flatMap(({ tail }) => {
      const name = names.get(tail);
      return offered.has(tail) || name === undefined ? [] : [name];
    }),
  };
}

import { COOKIES } from "#domain/access/cookies.ts";
import { Hono } from "hono";
import type { Context } from "hono";
import { setCookie } from "hono/cookie";
import { ORDER_COOKIE, OWN_COOKIE } from "#market/edge/credentials.ts";
import type { Edge } from "#market/edge/env.ts";
import { withOrderLink } from "#market/edge/request.ts";
import { writeLost } from "./http-lost.tsx";
import { wordsOf } from "./http-language.ts";
import { orderOfLink } from "./order-actions.ts";

/** Gives the browser the key to one order, and to nothing else. */
export function giveOrderCookie(c: Context<Edge>, token: string): void {
  setCookie(c, ORDER_COOKIE, token, { ...OWN_COOKIE, maxAge: COOKIES.order.lifeMs / 1000 });
}

/**
 * The link in a guest's mail. Its secret leaves the address at once: it becomes a cookie, and the
 * browser is sent to the order's own address, which may be shown and shared.
 */
export const orderLinks = new Hono<Edge>().get("/:token", async (c) => {
  const t = wordsOf(c);
  c.header("Referrer-Policy", "no-referrer");
  c.header("Cache-Control", "no-store");
  const token = c.req.param("token");
  const order = await orderOfLink(withOrderLink(c, token));
  if (!order.ok) return writeLost(c, { title: t.order.linkTitle, why: t.order.linkWhy });
  giveOrderCookie(c, token);
  return c.redirect(`/ordini/${order.value}`, 303);
});

import { COOKIES } from "#domain/access/cookies.ts";
import { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { OWN_COOKIE, TOKEN_COOKIE } from "#market/edge/credentials.ts";
import type { Edge } from "#market/edge/env.ts";
import { withToken } from "#market/edge/request.ts";
import { householdOfLink } from "./order-actions.ts";
import { writeLost } from "./http-lost.tsx";
import { wordsOf } from "./http-language.ts";

/**
 * The link that an operator gives to a household: its token leaves the address at once and becomes
 * a cookie, as with a guest's order. From then on its orders and its wallet are in the pages.
 */
export const householdLinks = new Hono<Edge>().get("/:token", async (c) => {
  const t = wordsOf(c);
  c.header("Referrer-Policy", "no-referrer");
  c.header("Cache-Control", "no-store");
  const token = c.req.param("token");
  const household = await householdOfLink(withToken(c, token));
  if (household === null) {
    return writeLost(c, { title: t.order.householdTitle, why: t.order.householdWhy });
  }
  setCookie(c, TOKEN_COOKIE, token, { ...OWN_COOKIE, maxAge: COOKIES.household.lifeMs / 1000 });
  return c.redirect("/", 303);
});

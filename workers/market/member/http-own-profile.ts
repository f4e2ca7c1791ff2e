import { Hono } from "hono";
import type { Edge } from "#market/edge/env.ts";
import { changeProfile } from "#market/identity/own-profile.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { ACCESS_PAGE, showOwn, showRefused } from "./http-own.tsx";

/** What one is called here, and the language of one's letters. */
export const ownProfileForm = new Hono<Edge>().post("/", async (c) => {
  const form = new URLSearchParams(c.var.bodyText);
  const name = form.get("name")?.trim() ?? "";
  const language = form.get("language") === "en" ? "en" : "it";
  if (name === "" || name.length > 120) {
    return showOwn(c, [{ field: "name", message: wordsOf(c).access.own.nameMissing }]);
  }
  const reply = await changeProfile(c.var.request, { name, language });
  return reply.ok
    ? c.redirect(`${ACCESS_PAGE}?fatto=1#nome`, 303)
    : showRefused(c, reply.refusal, "name");
});

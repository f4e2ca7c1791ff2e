import { Hono } from "hono";
import * as v from "valibot";
import { ROLES } from "#domain/access/principal.ts";
import { show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { identifier, instantMs } from "#market/edge/schemas.ts";
import { readMe } from "./me.ts";

const Me = v.object({
  id: identifier,
  name: v.string(),
  language: v.picklist(["it", "en"]),
  roles: v.array(v.object({ role: v.picklist(ROLES), subject: v.string() })),
  addresses: v.array(
    v.object({ id: identifier, address: v.string(), confirmedAt: v.nullable(instantMs) }),
  ),
  passkeys: v.array(
    v.object({
      id: identifier,
      name: v.string(),
      addedAt: instantMs,
      lastUsedAt: v.nullable(instantMs),
    }),
  ),
});

/** What whoever is signed in reads of themselves. */
export const me = new Hono<Edge>().get(
  "/",
  endpoint({
    summary: "Shows who is signed in: name, roles, addresses, passkeys",
    area: "identity",
    answers: { 200: Me },
    refusals: ["not-signed-in", "not-allowed"],
  }),
  async (c) => show(c, await readMe(c.var.request)),
);

import { Hono } from "hono";
import * as v from "valibot";
import { ROLES } from "#domain/access/principal.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf, PageQuery } from "#market/edge/paging.ts";
import { identifier, instantMs, sumCents, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { listOwnOrders, readMe } from "./me.ts";
import { changeProfile } from "./own-profile.ts";

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

const Profile = v.object({ name: v.string(), language: v.picklist(["it", "en"]) });

/** What is left out stays as it is. */
const ProfileBody = v.strictObject({
  name: v.exactOptional(words(120)),
  language: v.exactOptional(v.picklist(["it", "en"])),
});

const OwnOrder = v.object({
  id: identifier,
  code: v.string(),
  cycleId: identifier,
  deliveryDay: v.string(),
  payment: v.picklist(["wallet", "card", "at-pickup"]),
  placedAt: instantMs,
  cancelledAt: v.nullable(instantMs),
  handedOutAt: v.nullable(instantMs),
  settledAt: v.nullable(instantMs),
  estimatedTotalCents: sumCents,
  finalTotalCents: v.nullable(sumCents),
});

/** What whoever is signed in reads of themselves. */
export const me = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "Shows who is signed in: name, roles, addresses, passkeys",
      area: "identity",
      answers: { 200: Me },
      refusals: ["not-signed-in", "not-allowed"],
    }),
    async (c) => show(c, await readMe(c.var.request)),
  )
  .patch(
    "/",
    endpoint({
      summary: "Changes what one is called here, or the language of one's letters",
      area: "identity",
      answers: { 200: Profile },
      refusals: WRITING,
    }),
    validated("json", ProfileBody),
    async (c) => answer(c, await changeProfile(c.var.request, c.req.valid("json"))),
  )
  .get(
    "/orders",
    endpoint({
      summary: "Lists the orders of whoever is signed in, also those placed as a guest",
      area: "identity",
      answers: { 200: pageOf(OwnOrder) },
      refusals: ["not-signed-in", "not-allowed", "invalid-input"],
    }),
    validated("query", PageQuery),
    async (c) => show(c, await listOwnOrders(c.var.request, askedPage(c.req.valid("query")))),
  );

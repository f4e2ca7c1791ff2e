import { Hono } from "hono";
import * as v from "valibot";
import type { GroupId, HouseholdId } from "#domain/kernel/ids.ts";
import { cents } from "#domain/kernel/money.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf } from "#market/edge/paging.ts";
import {
  amountCents,
  email,
  identifier,
  idOf,
  instantMs,
  microdegrees,
  pageQuery,
  words,
} from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { listHouseholds, showHousehold, welcomeHousehold } from "./actions.ts";

const HouseholdBody = v.strictObject({
  groupId: v.optional(v.nullable(idOf<GroupId>()), null),
  lowCreditCents: v.optional(amountCents, 0),
  profile: v.strictObject({
    name: words(120),
    email: v.optional(v.nullable(email), null),
    phone: v.optional(v.nullable(words(40)), null),
    street: words(200),
    postcode: words(12),
    town: words(80),
    latMicrodegrees: v.optional(v.nullable(microdegrees(90)), null),
    lonMicrodegrees: v.optional(v.nullable(microdegrees(180)), null),
  }),
});

const row = {
  id: identifier,
  groupId: v.nullable(identifier),
  coordinatesGroup: v.boolean(),
  lowCreditCents: amountCents,
  createdAt: instantMs,
};
const Household = v.object({
  ...row,
  emailFails: v.boolean(),
  profile: v.nullable(
    v.object({
      name: v.string(),
      email: v.nullable(v.string()),
      phone: v.nullable(v.string()),
      street: v.string(),
      postcode: v.string(),
      town: v.string(),
      latMicrodegrees: v.nullable(microdegrees(90)),
      lonMicrodegrees: v.nullable(microdegrees(180)),
    }),
  ),
});

const Query = v.strictObject({ ...pageQuery, group: v.optional(idOf<GroupId>()) });

export const households = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "Households with their profiles, of the network or of one group",
      area: "households",
      answers: { 200: pageOf(Household) },
      refusals: ["not-signed-in", "not-allowed", "invalid-input"],
    }),
    validated("query", Query),
    async (c) => {
      const { group, ...page } = c.req.valid("query");
      return show(c, await listHouseholds(c.var.request, askedPage(page), group ?? null));
    },
  )
  .post(
    "/",
    endpoint({
      summary: "Welcomes a household, with its wallet",
      area: "households",
      answers: { 201: v.object(row) },
      refusals: [
        "not-signed-in",
        "not-allowed",
        "not-found",
        "invalid-input",
        "key-missing",
        "key-reused",
      ],
    }),
    validated("json", HouseholdBody),
    async (c) => {
      const { lowCreditCents, ...told } = c.req.valid("json");
      const command = { ...told, lowCreditCents: cents(lowCreditCents) };
      return answer(c, await welcomeHousehold(c.var.request, command));
    },
  )
  .get(
    "/:id",
    endpoint({
      summary: "One household, for itself, its coordinator and officers",
      area: "households",
      answers: { 200: Household },
      refusals: ["not-signed-in", "invalid-input", "not-found"],
    }),
    validated("param", v.object({ id: idOf<HouseholdId>() })),
    async (c) => show(c, await showHousehold(c.var.request, c.req.valid("param").id)),
  );

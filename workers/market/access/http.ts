import { Hono } from "hono";
import * as v from "valibot";
import { type Act, ACTS } from "#domain/access/access.ts";
import { ENTERPRISE_GRANTS } from "#domain/access/enterprise-grants.ts";
import { ROLES } from "#domain/access/principal.ts";
import { show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { identifier, instantMs } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { explainAccess } from "./actions.ts";

const one = v.optional(identifier);
const Query = v.strictObject({
  act: v.picklist(Object.keys(ACTS) as Act[]),
  /** Somebody else, for those who may know. */
  holder: one,
  enterprise: one,
  product: one,
  variant: one,
  pool: one,
  group: one,
  household: one,
  order: one,
  cycle: one,
});

const role = v.picklist(ROLES);
const kind = v.picklist(ENTERPRISE_GRANTS);
const ended = { revokedAt: v.nullable(instantMs), revokedBy: v.nullable(v.string()) };
const Key = v.object({
  role,
  subject: v.string(),
  grantedAt: instantMs,
  grantedBy: v.string(),
  through: v.nullable(
    v.object({
      id: identifier,
      kind,
      ownerId: identifier,
      holderId: identifier,
      givenAt: instantMs,
      givenBy: v.string(),
      ...ended,
    }),
  ),
  ...ended,
});

export const access = new Hono<Edge>().get(
  "/",
  endpoint({
    summary: "Why one may do something to a thing, or why not: by which role or grant, since when",
    area: "access",
    answers: {
      200: v.object({
        act: v.string(),
        isOpen: v.boolean(),
        asks: v.picklist(["none", "passkey", "own-passkey", "second"]),
        isOpenAnyway: v.boolean(),
        keys: v.array(Key),
        lost: v.array(Key),
        opensTo: v.object({ all: v.array(role), own: v.array(role), through: v.array(kind) }),
      }),
    },
    refusals: ["not-signed-in", "not-allowed", "not-found", "invalid-input"],
  }),
  validated("query", Query),
  async (c) => {
    const { act, holder = null, ...about } = c.req.valid("query");
    const given = Object.entries(about).filter(([, id]) => id !== undefined);
    const asked = { act, holder, about: Object.fromEntries(given) };
    return show(c, await explainAccess(c.var.request, asked));
  },
);

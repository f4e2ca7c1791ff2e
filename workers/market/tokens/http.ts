import { Hono } from "hono";
import * as v from "valibot";
import { ROLES } from "#domain/access/principal.ts";
import type { AccessTokenId } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf, PageQuery } from "#market/edge/paging.ts";
import { identifier, idOf, instantMs, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { issueToken, listTokens, revoke } from "./actions.ts";

/** The subject of a role over the whole network is the empty text. */
const Grant = v.strictObject({
  role: v.picklist(ROLES),
  subject: v.union([v.literal(""), identifier]),
});

const TokenBody = v.strictObject({
  label: words(120),
  grants: v.pipe(v.array(Grant), v.minLength(1), v.maxLength(20)),
  expiresAt: v.optional(v.nullable(instantMs), null),
});

const shown = {
  id: identifier,
  label: v.string(),
  createdAt: instantMs,
  expiresAt: v.nullable(instantMs),
  revokedAt: v.nullable(instantMs),
  grants: v.array(v.object({ role: v.picklist(ROLES), subject: v.string() })),
};
const Token = v.object(shown);

export const tokens = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "The tokens that were ever issued, without the tokens themselves",
      area: "access",
      answers: { 200: pageOf(Token) },
      refusals: ["not-signed-in", "not-allowed", "invalid-input"],
    }),
    validated("query", PageQuery),
    async (c) => show(c, await listTokens(c.var.request, askedPage(c.req.valid("query")))),
  )
  .post(
    "/",
    endpoint({
      summary: "Issues a token that speaks for its grants; it is shown in this answer only",
      area: "access",
      answers: { 201: v.object({ ...shown, token: v.string() }) },
      refusals: [...WRITING, "grant-misfit", "grant-subject-missing", "expiry-passed"],
    }),
    validated("json", TokenBody),
    async (c) => {
      const { expiresAt, ...told } = c.req.valid("json");
      const command = { ...told, expiresAt: expiresAt === null ? null : instant(expiresAt) };
      return answer(c, await issueToken(c.var.request, command));
    },
  )
  .delete(
    "/:id",
    endpoint({
      summary: "Revokes a token, at once",
      area: "access",
      answers: { 200: Token },
      refusals: [...WRITING, "not-found", "last-officer"],
    }),
    validated("param", v.object({ id: idOf<AccessTokenId>() })),
    async (c) => answer(c, await revoke(c.var.request, c.req.valid("param").id)),
  );

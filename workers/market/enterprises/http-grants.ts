import { Hono } from "hono";
import * as v from "valibot";
import { ENTERPRISE_GRANTS } from "#domain/access/enterprise-grants.ts";
import type { EnterpriseId, GrantId } from "#domain/kernel/ids.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf, PageQuery } from "#market/edge/paging.ts";
import { identifier, idOf, instantMs } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { giveGrants, listGrants, revokeGrantOf } from "./grant-actions.ts";

const kind = v.picklist(ENTERPRISE_GRANTS);

const GrantsBody = v.strictObject({
  holderId: idOf<EnterpriseId>(),
  kinds: v.pipe(v.array(kind), v.minLength(1), v.maxLength(ENTERPRISE_GRANTS.length)),
});

const Grant = v.object({
  id: identifier,
  kind,
  ownerId: identifier,
  holderId: identifier,
  givenAt: instantMs,
  givenBy: v.string(),
  revokedAt: v.nullable(instantMs),
  revokedBy: v.nullable(v.string()),
});

const Owner = v.object({ id: idOf<EnterpriseId>() });
const reading = ["not-signed-in", "not-allowed", "not-found", "invalid-input"] as const;
const writing = [...reading, "key-missing", "key-reused"] as const;

export const enterpriseGrants = new Hono<Edge>()
  .get(
    "/:id/grants",
    endpoint({
      summary: "What an enterprise opened to others and others to it, also what was revoked",
      area: "access",
      answers: { 200: pageOf(Grant) },
      refusals: reading,
    }),
    validated("param", Owner),
    validated("query", PageQuery),
    async (c) => {
      const page = askedPage(c.req.valid("query"));
      return show(c, await listGrants(c.var.request, c.req.valid("param").id, page));
    },
  )
  .post(
    "/:id/grants",
    endpoint({
      summary: "Opens parts of an enterprise to another one; answers what stands between them",
      area: "access",
      answers: { 201: v.object({ items: v.array(Grant) }) },
      refusals: [...writing, "enterprise-grant-misfit", "changed-meanwhile"],
    }),
    validated("param", Owner),
    validated("json", GrantsBody),
    async (c) => {
      const command = { ownerId: c.req.valid("param").id, ...c.req.valid("json") };
      return answer(c, await giveGrants(c.var.request, command));
    },
  )
  .delete(
    "/:id/grants/:grant",
    endpoint({
      summary: "Revokes what was opened, from the next request on",
      area: "access",
      answers: { 200: Grant },
      refusals: [...writing, "changed-meanwhile"],
    }),
    validated("param", v.object({ id: idOf<EnterpriseId>(), grant: idOf<GrantId>() })),
    async (c) => {
      const { id, grant } = c.req.valid("param");
      return answer(c, await revokeGrantOf(c.var.request, id, grant));
    },
  );

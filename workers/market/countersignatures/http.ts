import { Hono } from "hono";
import * as v from "valibot";
import type { CountersignatureId } from "#domain/kernel/ids.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf, PageQuery } from "#market/edge/paging.ts";
import { identifier, idOf, instantMs } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { askSecond, giveSecond, listSeconds, withdraw } from "./actions.ts";

/** The request as it will be sent: `body` is its text, byte for byte, "" where it has none. */
const AskBody = v.strictObject({
  method: v.picklist(["POST", "PUT", "PATCH", "DELETE"]),
  path: v.pipe(v.string(), v.maxLength(500), v.regex(/^\/[\x21-\x7e]*$/, "a path")),
  body: v.pipe(v.string(), v.maxLength(19_000), v.regex(/^\P{Surrogate}*$/u, "half a character")),
});
const NoBody = v.strictObject({});

const Waiting = v.object({
  id: identifier,
  act: v.string(),
  actHash: v.string(),
  expiresAt: instantMs,
});
const Countersignature = v.object({
  id: identifier,
  act: v.string(),
  actHash: v.string(),
  method: v.string(),
  path: v.string(),
  body: v.string(),
  askedBy: identifier,
  askedByName: v.nullable(v.string()),
  askedAt: instantMs,
  expiresAt: instantMs,
  signedBy: v.nullable(identifier),
  signedByName: v.nullable(v.string()),
  signedAt: v.nullable(instantMs),
  usedAt: v.nullable(instantMs),
  withdrawnAt: v.nullable(instantMs),
});

const one = v.object({ id: idOf<CountersignatureId>() });
const area = "access";
/** The second person of an act: who asks, who signs, and what. */
export const countersignatures = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "What waits for a second officer's signature, word for word",
      area,
      answers: { 200: pageOf(Countersignature) },
      refusals: ["not-signed-in", "not-allowed", "invalid-input"],
    }),
    validated("query", PageQuery),
    async (c) => show(c, await listSeconds(c.var.request, askedPage(c.req.valid("query")))),
  )
  .post(
    "/",
    endpoint({
      summary: "Asks another officer to stand by a request, which is then sent again as it is",
      area,
      answers: { 201: Waiting },
      refusals: [...WRITING, "act-needs-no-second"],
    }),
    validated("json", AskBody),
    async (c) => answer(c, await askSecond(c.var.request, c.req.valid("json"))),
  )
  .post(
    "/:id/signature",
    endpoint({
      summary: "Signs another officer's request",
      area,
      answers: { 200: Countersignature },
      refusals: [...WRITING, "not-found", "countersignature-own", "countersignature-closed"],
    }),
    validated("param", one),
    validated("json", NoBody),
    async (c) => answer(c, await giveSecond(c.var.request, c.req.valid("param").id)),
  )
  .delete(
    "/:id",
    endpoint({
      summary: "Withdraws a request for a second signature",
      area,
      answers: { 200: Countersignature },
      refusals: [...WRITING, "not-found", "countersignature-closed"],
    }),
    validated("param", one),
    async (c) => answer(c, await withdraw(c.var.request, c.req.valid("param").id)),
  );

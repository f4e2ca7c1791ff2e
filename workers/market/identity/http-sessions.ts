import type { Context } from "hono";
import { Hono } from "hono";
import * as v from "valibot";
import type { SessionId } from "#domain/kernel/ids.ts";
import { answer, show } from "#market/edge/answer.ts";
import { takeSession } from "#market/edge/credentials.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { count, identifier, idOf, instantMs } from "#market/edge/schemas.ts";
import { logSecurity } from "#market/edge/security-log.ts";
import { validated } from "#market/edge/validated.ts";
import { listSessions, signOut, type WhichSessions } from "./own-sessions.ts";

const Sessions = v.object({
  items: v.array(
    v.object({
      id: identifier,
      device: v.string(),
      kind: v.picklist(["member", "officer"]),
      begunBy: v.picklist(["passkey", "code"]),
      startedAt: instantMs,
      seenAt: instantMs,
      isCurrent: v.boolean(),
    }),
  ),
});
const SignedOut = v.object({ personId: identifier, endedAt: instantMs, sessions: count });

const reading = ["not-signed-in", "not-allowed"] as const;
const ending = [...reading, "not-found", "invalid-input", "key-missing", "key-reused"] as const;

/** Where somebody is signed in: to be looked at and ended by themselves. */
export const ownSessions = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "Lists the devices on which whoever asks is signed in",
      area: "identity",
      answers: { 200: Sessions },
      refusals: reading,
    }),
    async (c) => show(c, await listSessions(c.var.request)),
  )
  .delete(
    "/",
    endpoint({
      summary: "Signs out on every device but this one",
      area: "identity",
      answers: { 200: SignedOut },
      refusals: ending,
    }),
    async (c) => ended(c, "others"),
  )
  .delete(
    "/current",
    endpoint({
      summary: "Signs out here",
      area: "identity",
      answers: { 200: SignedOut },
      refusals: ending,
    }),
    async (c) => ended(c, "this"),
  )
  .delete(
    "/:id",
    endpoint({
      summary: "Signs out on one device",
      area: "identity",
      answers: { 200: SignedOut },
      refusals: ending,
    }),
    validated("param", v.object({ id: idOf<SessionId>() })),
    async (c) => ended(c, { id: c.req.valid("param").id }),
  );

async function ended(c: Context<Edge>, which: WhichSessions) {
  const reply = await signOut(c.var.request, which);
  if (!reply.ok) return answer(c, reply);
  const { personId: account, sessions } = reply.value;
  logSecurity(c, { event: "signed-out", account, sessions });
  if (which === "this") takeSession(c);
  return answer(c, reply);
}

import { Hono } from "hono";
import * as v from "valibot";
import type { PasskeyId } from "#domain/kernel/ids.ts";
import { answer } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { identifier, idOf, instantMs, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { nameOwnPasskey, revokeOwnPasskey } from "./own-passkeys.ts";

const Which = v.object({ id: idOf<PasskeyId>() });
const NameBody = v.strictObject({ name: words(120) });

const refusals = [
  "not-signed-in",
  "not-allowed",
  "not-found",
  "invalid-input",
  "key-missing",
  "key-reused",
] as const;

/** One's own passkeys: named so that one knows them, taken away when a device is lost. */
export const ownPasskeys = new Hono<Edge>()
  .patch(
    "/:id",
    endpoint({
      summary: "Names one's own passkey",
      area: "identity",
      answers: { 200: v.object({ id: identifier, name: v.string() }) },
      refusals,
    }),
    validated("param", Which),
    validated("json", NameBody),
    async (c) => {
      const named = { ...c.req.valid("param"), ...c.req.valid("json") };
      return answer(c, await nameOwnPasskey(c.var.request, named));
    },
  )
  .delete(
    "/:id",
    endpoint({
      summary: "Takes one's own passkey away and signs out every other device",
      area: "identity",
      answers: { 200: v.object({ id: identifier, revokedAt: instantMs }) },
      refusals: [...refusals, "last-passkey"],
    }),
    validated("param", Which),
    async (c) => answer(c, await revokeOwnPasskey(c.var.request, c.req.valid("param").id)),
  );

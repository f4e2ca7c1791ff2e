import { Hono } from "hono";
import * as v from "valibot";
import { PURPOSES } from "#domain/access/consents.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { instantMs } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { setConsent, showConsents } from "./consents.ts";

const purpose = v.picklist(PURPOSES.map(({ key }) => key));
const textVersion = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1000));

const Consents = v.object({
  purposes: v.array(
    v.object({
      key: purpose,
      basis: v.picklist(["contract", "law", "security", "consent"]),
      isOptional: v.boolean(),
      isOn: v.boolean(),
      textVersion,
      since: v.nullable(instantMs),
    }),
  ),
  history: v.array(
    v.object({
      purpose: v.string(),
      isGiven: v.boolean(),
      textVersion,
      channel: v.picklist(["page", "api", "erasure"]),
      at: instantMs,
    }),
  ),
});
const ConsentBody = v.strictObject({ purpose, isGiven: v.boolean(), textVersion });

const area = "privacy";
const own = ["not-signed-in", "not-allowed"] as const;
const writing = [...own, "invalid-input", "key-missing", "key-reused"] as const;

/** What is one's own data: what it is used for, a copy of it, and its end. */
export const ownPrivacy = new Hono<Edge>()
  .get(
    "/consents",
    endpoint({
      summary: "What one's data are used for, and what one agreed to",
      area,
      answers: { 200: Consents },
      refusals: own,
    }),
    async (c) => show(c, await showConsents(c.var.request)),
  )
  .put(
    "/consents",
    endpoint({
      summary: "Agrees to an optional purpose, or withdraws",
      area,
      answers: { 200: Consents },
      refusals: [...writing, "consent-not-optional", "consent-text-changed"],
    }),
    validated("json", ConsentBody),
    async (c) => answer(c, await setConsent(c.var.request, c.req.valid("json"), "api")),
  );

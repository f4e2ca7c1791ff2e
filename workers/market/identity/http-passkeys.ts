import { Hono } from "hono";
import * as v from "valibot";
import { answer, show } from "#market/edge/answer.ts";
import { giveSession } from "#market/edge/credentials.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { identifier, instantMs, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import type { RegistrationResponseJSON } from "#ports/passkeys.ts";
import { askForPasskey, enrolPasskey } from "./enrol-passkey.ts";

const secret = v.pipe(v.string(), v.minLength(20), v.maxLength(120));
const base64url = (most: number) =>
  v.pipe(v.string(), v.minLength(1), v.maxLength(most), v.regex(/^[\w-]+$/, "base64url"));

/** What an authenticator answers when it has made a key (WebAuthn level 3, §5.1). */
export const Enrolment = v.object({
  id: base64url(1400),
  rawId: base64url(1400),
  type: v.literal("public-key"),
  clientExtensionResults: v.optional(v.object({}), {}),
  response: v.object({
    clientDataJSON: base64url(2000),
    attestationObject: base64url(20_000),
    transports: v.optional(v.pipe(v.array(words(20)), v.maxLength(10)), []),
  }),
});

const Asked = v.object({
  challenge: v.string(),
  expiresAt: instantMs,
  rpId: v.string(),
  userId: v.string(),
  userName: v.string(),
  algorithms: v.array(v.number()),
  excludedIds: v.array(v.string()),
});

const InvitedBody = v.strictObject({ invitation: v.optional(v.nullable(secret), null) });
const PasskeyBody = v.strictObject({
  invitation: v.optional(v.nullable(secret), null),
  name: words(120),
  response: Enrolment,
});
const Passkey = v.object({ id: identifier, name: v.string(), personId: identifier });

const refusals = [
  "not-signed-in",
  "not-allowed",
  "invitation-spent",
  "passkey-refused",
  "invalid-input",
  "key-missing",
  "key-reused",
] as const;

/** Passkeys are asked for and enrolled here. */
export const passkeys = new Hono<Edge>()
  .post(
    "/challenges",
    endpoint({
      summary: "Asks for a new passkey: of who is invited, or of who is signed in",
      area: "identity",
      answers: { 200: Asked },
      refusals,
    }),
    validated("json", InvitedBody),
    async (c) => show(c, await askForPasskey(c.var.request, c.req.valid("json").invitation)),
  )
  .post(
    "/",
    endpoint({
      summary: "Keeps a new passkey and signs its person in",
      area: "identity",
      answers: { 201: Passkey },
      refusals,
    }),
    validated("json", PasskeyBody),
    async (c) => {
      const { response, ...told } = c.req.valid("json");
      const command = { ...told, response: response as unknown as RegistrationResponseJSON };
      const reply = await enrolPasskey(c.var.request, command);
      if (!reply.ok) return answer(c, reply);
      const { session, ...value } = reply.value;
      giveSession(c, session);
      return answer(c, { ...reply, value });
    },
  );

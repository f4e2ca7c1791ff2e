import { Hono } from "hono";
import * as v from "valibot";
import { accept } from "#domain/kernel/outcome.ts";
import type { MailCodeId } from "#domain/kernel/ids.ts";
import { answer, show } from "#market/edge/answer.ts";
import { giveKnown } from "#market/edge/asker.ts";
import { giveSignIn } from "#market/edge/credentials.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge, Request } from "#market/edge/env.ts";
import { email, identifier, idOf, instantMs } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { askToSignIn, sendSignInCode } from "./ask-to-sign-in.ts";
import { signInWithCode, signInWithPasskey } from "./sign-in.ts";

const language = v.optional(v.picklist(["it", "en"]), "it");
const Nothing = v.strictObject({});
const CodeBody = v.strictObject({ email, lang: language });
const SessionBody = v.union([
  v.strictObject({
    codeId: idOf<MailCodeId>(),
    code: v.pipe(v.string(), v.regex(/^\d{8}$/, "eight digits")),
    lang: language,
  }),
  Nothing,
]);

const Asked = v.object({ challenge: v.string(), rpId: v.string(), expiresAt: instantMs });
const CodeSent = v.object({ id: identifier, expiresAt: instantMs });
const Session = v.object({
  personId: identifier,
  kind: v.picklist(["member", "officer"]),
  basket: v.picklist(["joined", "kept", "none"]),
});

/** What a browser asks a passkey to sign, before anybody is known. */
export const signInChallenges = new Hono<Edge>().post(
  "/",
  endpoint({
    summary: "Asks for whatever passkey is there, to sign in with",
    area: "identity",
    answers: { 200: Asked },
    refusals: ["invalid-input", "key-missing"],
  }),
  validated("json", Nothing),
  (c) => show(c, accept(askToSignIn(c.var.request))),
);

/** Codes by mail, for whoever has no passkey at hand. */
export const signInCodes = new Hono<Edge>().post(
  "/",
  endpoint({
    summary: "Sends eight digits to an address; says the same whether anybody has it or not",
    area: "identity",
    answers: { 201: CodeSent },
    refusals: ["invalid-input", "key-missing", "key-reused"],
  }),
  validated("json", CodeBody),
  async (c) => answer(c, await sendSignInCode(c.var.request, c.req.valid("json"))),
);

/** Signing in. The session is in a cookie and in nothing else. */
export const sessions = new Hono<Edge>().post(
  "/",
  endpoint({
    summary: "Signs in with the digits of a letter, or with a passkey's answer in its header",
    area: "identity",
    answers: { 201: Session },
    refusals: [
      "code-wrong",
      "code-spent",
      "access-suspended",
      "passkey-refused",
      "invalid-input",
      "key-missing",
      "key-reused",
    ],
  }),
  validated("json", SessionBody),
  async (c) => {
    const body = c.req.valid("json");
    const typed = "codeId" in body ? body : null;
    const reply = await signIn(c.var.request, typed);
    if (!reply.ok) return answer(c, reply);
    const { session, known, ...value } = reply.value;
    giveSignIn(c, session);
    giveKnown(c, known);
    return answer(c, { ...reply, value });
  },
);

function signIn(request: Request, typed: Parameters<typeof signInWithCode>[1] | null) {
  return typed === null ? signInWithPasskey(request) : signInWithCode(request, typed);
}

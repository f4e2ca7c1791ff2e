import { Hono } from "hono";
import * as v from "valibot";
import type { InvitationId, MailCodeId } from "#domain/kernel/ids.ts";
import { answer } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { email, identifier, idOf, instantMs } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { recover, recoverOfficer, sendRecoveryCode } from "./recover.ts";
import { stopRecovery } from "./stop-recovery.ts";

const CodeBody = v.strictObject({ email, lang: v.optional(v.picklist(["it", "en"]), "it") });
const RecoveryBody = v.union([
  v.strictObject({
    codeId: idOf<MailCodeId>(),
    code: v.pipe(v.string(), v.regex(/^\d{8}$/, "eight digits")),
  }),
  v.strictObject({ officer: v.nullable(email) }),
]);
const StopBody = v.strictObject({
  secret: v.pipe(v.string(), v.minLength(20), v.maxLength(120)),
});

const CodeSent = v.object({ id: identifier, expiresAt: instantMs });
const Recovery = v.object({
  id: identifier,
  expiresAt: instantMs,
  actsFrom: instantMs,
  invitation: v.nullable(v.string()),
});
const Stopped = v.object({ id: identifier, stoppedAt: instantMs });

const area = "identity";
const writing = ["invalid-input", "key-missing", "key-reused"] as const;

/** Codes for who has lost every passkey. */
export const recoveryCodes = new Hono<Edge>().post(
  "/",
  endpoint({
    summary: "Sends eight digits to recover access with; says the same whether anybody has it",
    area,
    answers: { 201: CodeSent },
    refusals: writing,
  }),
  validated("json", CodeBody),
  async (c) => answer(c, await sendRecoveryCode(c.var.request, c.req.valid("json"))),
);

/** The way back of who has lost every passkey, and how it is stopped. */
export const recoveries = new Hono<Edge>()
  .post(
    "/",
    endpoint({
      summary: "Begins a recovery by a code, or of the only officer with the set-up token",
      area,
      answers: { 201: Recovery },
      refusals: [
        ...writing,
        "not-signed-in",
        "not-allowed",
        "not-found",
        "code-wrong",
        "code-spent",
        "access-suspended",
        "officer-unknown",
        "officer-can-act",
      ],
    }),
    validated("json", RecoveryBody),
    async (c) => {
      const body = c.req.valid("json");
      const { request } = c.var;
      return answer(
        c,
        "codeId" in body ? await recover(request, body) : await recoverOfficer(request, body),
      );
    },
  )
  .post(
    "/:id/stop",
    endpoint({
      summary: "Stops a recovery, by the secret of the letter that told of it",
      area,
      answers: { 200: Stopped },
      refusals: [...writing, "not-found", "recovery-over"],
    }),
    validated("param", v.object({ id: idOf<InvitationId>() })),
    validated("json", StopBody),
    async (c) => {
      const { id } = c.req.valid("param");
      return answer(c, await stopRecovery(c.var.request, { id, ...c.req.valid("json") }));
    },
  );

import { allow } from "#domain/access/access.ts";
import { judgeTry } from "#domain/access/mail-code.ts";
import { invitationExpiry } from "#domain/access/people.ts";
import { officerToHelp, pauseUntil } from "#domain/access/recovery.ts";
import type { AccessRefusal, RecoveryRefusal, SignInRefusal } from "#domain/access/refusals.ts";
import type { InvitationId, MailCodeId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { LetterLang } from "#domain/notices/letter.ts";
import {
  recoveryCodeMail,
  recoveryMail,
  recoveryNoticeMail,
} from "#domain/notices/recovery-mail.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan, type TracedNo } from "#market/edge/perform.ts";
import { secretDigest } from "#ports/ids.ts";
import type { Statement } from "#ports/database.ts";
import { withdrawInvitations } from "#store/invitations.ts";
import { queueLetter } from "#store/letters.ts";
import {
  CODE_USED,
  CODES_MANY,
  codesSent,
  countTry,
  keptCode,
  TRIES_MANY,
  useCode,
} from "#store/mail-codes.ts";
import { foldAddress, insertInvitation } from "#store/persons.ts";
import { type AtLoss, atLossBy, officersAtLoss, pauseActs } from "#store/recoveries.ts";
import { codeDigest, type CodeAsked } from "./ask-to-sign-in.ts";
import { sendCode } from "./send-code.ts";

/** A recovery under way. */
export interface RecoveryBegun {
  readonly id: InvitationId;
  /** Until when the new passkey can be made. */
  readonly expiresAt: Instant;
  /** Before this instant no passkey of the person opens an act. */
  readonly actsFrom: Instant;
  /** The way to the new passkey, shown to the operator only; others have it by letter. */
  readonly invitation: string | null;
}

type Refusal = AccessRefusal | RecoveryRefusal | SignInRefusal;

/** Sends a code to an address, whoever is behind it: nothing tells who is known and who is not. */
export function sendRecoveryCode(request: Request, to: { email: string; lang: LetterLang }) {
  const { email, lang } = to;
  return perform(request, {
    load: ({ ports, askerOf }) => {
      const folded = foldAddress(email);
      return { sent: codesSent(folded, askerOf(folded), ports.now) };
    },
    decide: ({ sent }): Outcome<Plan<CodeAsked>, never> => {
      const letter = recoveryCodeMail(lang);
      const code = sendCode(request, { purpose: "recovery", email, letter }, sent);
      const { id, expiresAt, statements } = code;
      return accept({ status: 201, value: { id, expiresAt }, statements });
    },
    guards: { [CODES_MANY]: "decide-again" },
  });
}

/**
 * Begins the recovery of somebody who reads their mailbox and has lost every passkey. The way to
 * a new one goes to that address; every address hears of it at once and can stop it; acts pause.
 */
export function recover(
  request: Request,
  command: { readonly codeId: MailCodeId; readonly code: string },
) {
  const { codeId } = command;
  const { ids, now } = request.ports;
  const digest = codeDigest(ids, codeId, command.code);
  return perform(request, {
    load: () => ({ code: keptCode(codeId, "recovery"), person: atLossBy(codeId) }),
    decide: ({ code, person }): Outcome<Plan<RecoveryBegun>, Refusal> | TracedNo<Refusal> => {
      const judged = judgeTry(code, code?.digest === digest, now);
      if (!judged.ok) {
        const isCounted = judged.refusal.code === "code-wrong";
        return isCounted ? { ...judged, trace: [countTry(codeId)] } : judged;
      }
      const trace = [useCode(codeId, now)];
      if (person === null) {
        return { ok: false, refusal: { code: "not-found", what: "person" }, trace };
      }
      if (person.isSuspended) return { ok: false, refusal: { code: "access-suspended" }, trace };
      const plan = begun(request, person, code?.folded ?? null);
      return accept({ ...plan, statements: [...trace, ...plan.statements] });
    },
    guards: { [TRIES_MANY]: { code: "code-spent" }, [CODE_USED]: { code: "code-spent" } },
  });
}

/** The operator helps the only officer, who has lost every passkey and the mailbox too. */
export function recoverOfficer(request: Request, command: { readonly officer: string | null }) {
  const { ids } = request.ports;
  return perform(request, {
    load: () => ({ officers: officersAtLoss() }),
    decide: ({ officers }, principal): Outcome<Plan<RecoveryBegun>, Refusal> => {
      const allowed = allow(principal, "officers.recover");
      if (!allowed.ok) return allowed;
      const named = command.officer === null ? null : foldAddress(command.officer);
      const officer = officerToHelp(officers, named);
      return officer.ok ? accept(begun(request, officer.value, null)) : officer;
    },
    reveal: (value) => ({ ...value, invitation: ids.derived(...wayWords(value.id)) }),
  });
}

function begun(request: Request, person: AtLoss, by: string | null): Plan<RecoveryBegun> {
  const { ids, now } = request.ports;
  const { personId } = person;
  const id = ids.next<InvitationId>();
  const expiresAt = invitationExpiry("recovery", now);
  const actsFrom = pauseUntil(now, person.actsFrom);
  const digest = secretDigest(ids.derived(...wayWords(id)));
  const madeBy = by === null ? "setup" : `person:${personId}`;
  return {
    status: 201,
    value: { id, expiresAt, actsFrom, invitation: null },
    statements: [
      withdrawInvitations(personId, now),
      insertInvitation({ id, digest, personId, kind: "recovery", at: now, by: madeBy, expiresAt }),
      pauseActs(personId, actsFrom),
      ...(by === null ? [] : wayLetter(request, person, { id, to: by })),
      ...person.addresses.flatMap((to, index) => noticeLetter(request, person, { id, to, index })),
    ],
  };
}

function wayLetter(
  { ports }: Request,
  { language }: AtLoss,
  { id, to }: { readonly id: InvitationId; readonly to: string },
): readonly Statement[] {
  const link = { path: "/invito/", words: wayWords(id) };
  const letter = recoveryMail(language);
  return queueLetter({ key: `recovery:${id}`, to, letter, at: ports.now, link });
}

function noticeLetter(
  { ports }: Request,
  { language }: AtLoss,
  { id, to, index }: { readonly id: InvitationId; readonly to: string; readonly index: number },
): readonly Statement[] {
  const link = { path: `/ferma/${id}/`, words: stopWords(id) };
  const letter = recoveryNoticeMail(language);
  return queueLetter({ key: `recovery-notice:${id}:${index}`, to, letter, at: ports.now, link });
}

function wayWords(id: InvitationId): readonly string[] {
  return ["recovery", id];
}

/** From these the secret in the notice is derived, which stops the recovery. */
export function stopWords(id: InvitationId): readonly string[] {
  return ["recovery-stop", id];
}

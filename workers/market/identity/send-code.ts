import { CODE_LIVES_MS, type CodesAsked, isCodeDue } from "#domain/access/mail-code.ts";
import { type Instant, later } from "#domain/kernel/instant.ts";
import type { MailCodeId, PersonId } from "#domain/kernel/ids.ts";
import type { Letter } from "#domain/notices/letter.ts";
import type { Request } from "#market/edge/env.ts";
import type { Statement } from "#ports/database.ts";
import { queueLetter } from "#store/letters.ts";
import { insertCode } from "#store/mail-codes.ts";
import { foldAddress } from "#store/persons.ts";
import { codeDigest } from "./ask-to-sign-in.ts";

/** A code on its way; the digits are derived by who sends the letter and by who checks them. */
export interface CodeSending {
  readonly id: MailCodeId;
  readonly expiresAt: Instant;
  readonly statements: readonly Statement[];
}

/**
 * Sends eight digits to an address. An address that got its letters for this hour gets none, and
 * the same answer.
 * @param sent what went there in the last hour.
 */
export function sendCode(
  { ports: { ids, now }, askerOf }: Request,
  to: {
    readonly purpose: "address" | "recovery";
    readonly personId?: PersonId;
    readonly email: string;
    readonly letter: Letter;
  },
  sent: CodesAsked,
): CodeSending {
  const { purpose, personId, email, letter } = to;
  const id = ids.next<MailCodeId>();
  const expiresAt = later(now, CODE_LIVES_MS);
  const folded = foldAddress(email);
  const asker = askerOf(folded);
  if (!isCodeDue(sent, asker)) return { id, expiresAt, statements: [] };
  const words = [`${purpose}-code`, id];
  const digest = codeDigest(ids, id, ids.derivedCode(...words));
  const whose = personId === undefined ? {} : { personId };
  const kept = { id, purpose, folded, asker, digest, sentAt: now, expiresAt };
  return {
    id,
    expiresAt,
    statements: [
      insertCode({ ...kept, ...whose }),
      ...queueLetter({ key: `${purpose}-code:${id}`, to: email, letter, at: now, code: { words } }),
    ],
  };
}

import { challengeText, expiryOf, newChallenge } from "#domain/access/challenge.ts";
import { type Asker, CODE_LIVES_MS, isCodeDue } from "#domain/access/mail-code.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { later } from "#domain/kernel/instant.ts";
import type { MailCodeId } from "#domain/kernel/ids.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { LetterLang } from "#domain/notices/letter.ts";
import { signInCodeMail } from "#domain/notices/sign-in-mail.ts";
import { SIGN_IN } from "#market/edge/acts.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { type Ids, secretDigest } from "#ports/ids.ts";
import type { Statement } from "#ports/database.ts";
import { challengeBytes } from "#ports/passkeys.ts";
import { queueLetter } from "#store/letters.ts";
import { CODES_MANY, codesSent, insertCode } from "#store/mail-codes.ts";
import { foldAddress } from "#store/persons.ts";

/** What a browser needs to ask for whatever passkey its person has here. */
export interface SignInAsked {
  readonly challenge: string;
  readonly rpId: string;
  readonly expiresAt: Instant;
}

/** Asks for a passkey of whoever is there. Nothing is read and nothing is written. */
export function askToSignIn({ ports }: Request): SignInAsked {
  const { ids, now, passkeys } = ports;
  const challenge = newChallenge(ids.derived, ids.secret(), now, SIGN_IN);
  return {
    challenge: challengeBytes(challengeText(challenge)),
    rpId: passkeys.party.id,
    expiresAt: expiryOf(challenge),
  };
}

export interface CodeAsked {
  readonly id: MailCodeId;
  readonly expiresAt: Instant;
}

/**
 * Sends a code to an address, whoever is or is not behind it: who it belongs to is not even looked
 * up, so that neither the answer nor the time it takes can tell. An address that got its letters
 * for this hour gets the same answer and no letter.
 */
export function sendSignInCode(request: Request, to: { email: string; lang: LetterLang }) {
  const { ids, now } = request.ports;
  const folded = foldAddress(to.email);
  const asker = request.askerOf(folded);
  return perform(request, {
    load: () => ({ sent: codesSent(folded, asker, now) }),
    decide: ({ sent }): Outcome<Plan<CodeAsked>, never> => {
      const id = ids.next<MailCodeId>();
      const asked = { id, expiresAt: later(now, CODE_LIVES_MS) };
      const isDue = isCodeDue(sent, asker);
      const statements = isDue ? sending(request, { ...asked, folded, asker, ...to }) : [];
      return accept({ status: 201, value: asked, statements });
    },
    guards: { [CODES_MANY]: "decide-again" },
  });
}

function sending(
  { ports: { ids, now } }: Request,
  code: CodeAsked & {
    readonly folded: string;
    readonly asker: Asker;
    readonly email: string;
    readonly lang: LetterLang;
  },
): readonly Statement[] {
  const { id, folded, asker, email, lang, expiresAt } = code;
  const digits = ids.derivedCode(...wordsOf(id));
  const kept = { id, purpose: "sign-in", folded, asker, sentAt: now, expiresAt } as const;
  return [
    insertCode({ ...kept, digest: codeDigest(ids, id, digits) }),
    ...queueLetter({
      key: `sign-in-code:${id}`,
      to: email,
      letter: signInCodeMail(lang),
      at: now,
      code: { words: wordsOf(id) },
    }),
  ];
}

/** From these the digits are derived each time, by us and by the sender of the letter. */
function wordsOf(id: MailCodeId): readonly string[] {
  return ["sign-in-code", id];
}

/** What is kept of a code. Without the network's key nobody can try the digits against it. */
export function codeDigest(ids: Ids, id: MailCodeId, digits: string) {
  return secretDigest(ids.derived("mail-code", id, digits));
}

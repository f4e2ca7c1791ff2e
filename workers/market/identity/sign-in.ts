import { judgeTry } from "#domain/access/mail-code.ts";
import type { AccessRefusal, SignInRefusal } from "#domain/access/refusals.ts";
import { type SessionKind, sessionKindOf } from "#domain/access/session.ts";
import { digestOfText } from "#domain/kernel/digest.ts";
import type { EmailId, MailCodeId, PersonId, SessionId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { LetterLang } from "#domain/notices/letter.ts";
import { joinBaskets } from "#domain/orders/join-baskets.ts";
import { keyedAddress, knownBrowser } from "#market/edge/asker.ts";
import type { Request } from "#market/edge/env.ts";
import { type Guard, perform, type Plan, type TracedNo } from "#market/edge/perform.ts";
import type { Statement } from "#ports/database.ts";
import { secretDigest } from "#ports/ids.ts";
import { signedText } from "#ports/passkeys.ts";
import {
  type Account,
  accountOfCode,
  accountOfCredential,
  confirmAddress,
  guestBasket,
  type StandingBasket,
} from "#store/accounts.ts";
import { BASKET_OF_ONE, dropBasket, giveBasket, joinInto } from "#store/joined-baskets.ts";
import { CODE_USED, countTry, keptCode, TRIES_MANY, useCode } from "#store/mail-codes.ts";
import { ADDRESS_TAKEN, insertAddress, insertPerson } from "#store/persons.ts";
import { endSession, insertSession } from "#store/sessions.ts";
import { codeDigest } from "./ask-to-sign-in.ts";

export interface SignedInNow {
  readonly personId: PersonId;
  readonly kind: SessionKind;
  /** What became of the basket that was filled before: joined with the person's, or theirs now. */
  readonly basket: "joined" | "kept" | "none";
  /** Of this browser: shown as a cookie only. */
  readonly session: string;
  /** By which this browser is known again when it asks for a letter; "" where none was sent. */
  readonly known: string;
}

type Refusal = AccessRefusal | SignInRefusal;

const GUARDS = {
  [TRIES_MANY]: { code: "code-spent" },
  [CODE_USED]: { code: "code-spent" },
  // The same person came in on two devices at once: the second finds what the first made.
  [ADDRESS_TAKEN]: "decide-again",
  [BASKET_OF_ONE]: "decide-again",
} as const satisfies Record<string, Guard<SignInRefusal>>;

/**
 * Signs in whoever types the digits of the letter. An address that nobody has here becomes a new
 * consumer's; whoever reads its letters has confirmed it. A wrong try is counted before it is said.
 */
export function signInWithCode(
  sent: Request,
  command: { readonly codeId: MailCodeId; readonly code: string; readonly lang: LetterLang },
) {
  const { codeId } = command;
  const request = comingIn(sent, codeId);
  const { ids, now } = request.ports;
  const digest = codeDigest(ids, codeId, command.code);
  return perform(request, {
    load: ({ credentials }) => ({
      code: keptCode(codeId, "sign-in"),
      account: accountOfCode(codeId, now),
      guest: guestBasket(credentials.basket),
    }),
    decide: ({ code, account, guest }): Outcome<Plan<SignedInNow>, Refusal> | TracedNo<Refusal> => {
      const judged = judgeTry(code, code?.digest === digest, now);
      if (!judged.ok) {
        const isCounted = judged.refusal.code === "code-wrong";
        return isCounted ? { ...judged, trace: [countTry(codeId)] } : judged;
      }
      const used = [useCode(codeId, now)];
      if (account?.isSuspended === true) {
        return { ok: false, refusal: { code: "access-suspended" }, trace: used };
      }
      const known = account ?? newcomer(request);
      const said = { folded: code?.folded ?? "", lang: command.lang };
      const met = account === null ? welcoming(request, known, said) : [];
      const statements = [...used, ...met, confirmAddress(known.personId, said.folded, now)];
      const came = { account: known, guest, begunBy: "code", statements } as const;
      const { value, ...plan } = planOf(request, came);
      return accept({ ...plan, value: { ...value, known: keyedAddress(ids, said.folded) } });
    },
    guards: GUARDS,
    reveal: (value) => {
      const known = knownBrowser(ids, value.known, codeId);
      return { ...value, known, session: secretOf(request) };
    },
  });
}

/** Signs in whoever answers with a passkey: the device says whose it is. */
export function signInWithPasskey(sent: Request) {
  const { assertion } = sent;
  const answered = assertion === null ? "" : signedText(assertion.response);
  const request = comingIn(sent, digestOfText(answered));
  return perform(request, {
    signing: "sign-in",
    load: ({ credentials }) => ({
      account: accountOfCredential(assertion?.id ?? null),
      guest: guestBasket(credentials.basket),
    }),
    decide: ({ account, guest }, { proof }): Outcome<Plan<SignedInNow>, Refusal> => {
      if (proof === null || account === null) return refuse({ code: "passkey-refused" });
      return accept(planOf(request, { account, guest, begunBy: "passkey", statements: [] }));
    },
    guards: GUARDS,
    reveal: (value) => ({ ...value, session: secretOf(request) }),
  });
}

/**
 * Who comes in is named by what they show, whatever cookies come along: a form that is sent twice
 * is answered twice with the same session, also when the first answer was lost.
 */
function comingIn(request: Request, shown: string): Request {
  const { ports, credentials, key, requestHash, assertion, device, seen, askerOf } = request;
  const actor = `sign-in:${shown}`;
  return { ports, credentials, key, requestHash, assertion, device, seen, askerOf, actor };
}

function secretOf({ ports, actor, key }: Request): string {
  return ports.ids.sessionSecret(actor, key);
}

function newcomer({ ports }: Request): Account {
  return { personId: ports.ids.next(), isSuspended: false, grants: [], basket: null };
}

/** The rows of somebody who comes for the first time. */
function welcoming(
  { ports: { ids, now: at } }: Request,
  { personId }: Account,
  { folded, lang }: { readonly folded: string; readonly lang: LetterLang },
): readonly Statement[] {
  const address = { id: ids.next<EmailId>(), personId, address: folded, at, isConfirmed: true };
  return [
    ...insertPerson({ id: personId, name: nameFrom(folded), language: lang, at }),
    insertAddress(address),
  ];
}

/** Until they say another one, people are called as their mailbox is. */
function nameFrom(address: string): string {
  return address.slice(0, address.lastIndexOf("@")).slice(0, 120);
}

function planOf(
  request: Request,
  came: {
    readonly account: Account;
    readonly guest: StandingBasket | null;
    readonly begunBy: "passkey" | "code";
    readonly statements: readonly Statement[];
  },
): Plan<SignedInNow> {
  const { credentials, device, ports } = request;
  const { ids, now: at } = ports;
  const { personId, grants } = came.account;
  const kind = sessionKindOf(grants);
  const by = `person:${personId}`;
  const joined = joining(request, came.account, came.guest);
  const began = { id: ids.next<SessionId>(), personId, kind, begunBy: came.begunBy, device, at };
  return {
    status: 201,
    value: { personId, kind, basket: joined.basket, session: "", known: "" },
    statements: [
      ...came.statements,
      // A session that was there before the sign-in is worth nothing after it.
      ...(credentials.session === null ? [] : [endSession(credentials.session, at, by)]),
      insertSession({ ...began, digest: secretDigest(secretOf(request)) }),
      ...joined.statements,
    ],
  };
}

function joining(
  { ports: { ids, now: at } }: Request,
  { personId, basket: own }: Account,
  guest: StandingBasket | null,
): { readonly basket: SignedInNow["basket"]; readonly statements: readonly Statement[] } {
  const how = joinBaskets(guest, own);
  if (guest === null || how === "none") return { basket: "none", statements: [] };
  if (how === "drop") return { basket: "none", statements: [dropBasket(guest.id)] };
  if (how === "join" && own !== null) {
    return { basket: "joined", statements: joinInto(own.id, { from: guest.id, at }) };
  }
  const given = giveBasket(guest.id, { personId, newDigest: secretDigest(ids.secret()), at });
  return {
    basket: "kept",
    statements: own === null ? [given] : [dropBasket(own.id), given],
  };
}

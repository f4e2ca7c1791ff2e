import { DAY, type Instant, instant } from "#domain/kernel/instant.ts";

/**
 * How long each kind of personal data is kept, in days. This is the one list: the nightly work
 * forgets by it, the page on privacy prints it, and a kind that is not in it is not kept.
 */
export const KEPT_DAYS = {
  /** What was answered to a request, so that its repeat gets the same. */
  answers: 30,
  /** A basket that nobody touched, like its cookie. */
  baskets: 30,
  /** Where and when somebody was signed in, after it ended. */
  sessions: 90,
  /** Codes by mail, with the address that they went to. */
  "mail-codes": 1,
  /** The digest of what a passkey answered. */
  "used-challenges": 1,
  /** Links to a first passkey, once they are used, withdrawn or too old. */
  invitations: 30,
  /** What a second officer was asked to sign, once that is over. */
  countersignatures: 90,
  /** What a letter said, after it was sent. */
  "letter-words": 7,
  /** To whom a letter went. */
  "letter-addresses": 365,
  /** An address that its person took off. */
  "removed-addresses": 90,
  /** Where the stops of a round were, after it was planned. */
  "round-places": 60,
  /** How far it is between two places; nobody is named, but some places are homes. */
  ways: 180,
} as const satisfies Readonly<Record<string, number>>;

export type KeptKind = keyof typeof KEPT_DAYS;

/** Everything of this kind that is older than the instant is to be forgotten now. */
export function forgottenBefore(kind: KeptKind, now: Instant): Instant {
  return instant(Math.max(0, now - KEPT_DAYS[kind] * DAY));
}

/**
 * What the law orders kept, or an agreement needs, whatever its person asks. It stays with ids
 * only: what names the person is elsewhere, and goes; in the members' book alone names stay.
 */
export const RETAINED = [
  // Codice civile art. 2220 and 2214, DPR 633/1972 art. 39, DPR 600/1973 art. 22: ten years.
  { what: "books", years: 10 },
  // Orders that entries of the books rest on: the same ten years.
  { what: "orders", years: 10 },
  // Codice civile art. 2421 and 2220: the members' book, with the names of who was in it.
  { what: "members-book", years: 10 },
  // GDPR art. 7 (1): that somebody agreed has to be shown; codice civile art. 2946: ten years.
  { what: "consents", years: 10 },
  // What an officer decided binds others: the register of rules and offices is for ever.
  { what: "acts", years: null },
] as const satisfies readonly { readonly what: string; readonly years: number | null }[];

export type RetainedKind = (typeof RETAINED)[number]["what"];

import { type Instant, MINUTE } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { HouseholdId } from "#domain/kernel/ids.ts";
import type { SignedIn } from "./principal.ts";
import type { PrivacyRefusal } from "./refusals.ts";

/** For how long a code that was just typed in shows that its person reads their mail. */
const CODE_IS_FRESH_MS = 15 * MINUTE;

/** What still ties somebody to others, and the households that end with them. */
export interface Ties {
  /** Orders that are neither settled nor cancelled. */
  readonly openOrders: readonly string[];
  /** Households that end with them and whose wallet is not at zero, on either side. */
  readonly wallets: readonly string[];
  /** Orders that a card did not pay. */
  readonly dues: readonly string[];
  /** Memberships that they act for, and applications that wait for an answer. */
  readonly memberships: readonly string[];
  readonly households: readonly HouseholdId[];
}

/**
 * Nobody goes with accounts open: goods would wait for nobody, and money would be owed to or by
 * somebody whom nobody can reach. What is still open is told, one by one.
 */
export function checkSettled(ties: Ties): Outcome<Ties, PrivacyRefusal> {
  const { openOrders, wallets, dues, memberships } = ties;
  const isSettled = openOrders.length + wallets.length + dues.length + memberships.length === 0;
  const open = { openOrders, wallets, dues, memberships };
  return isSettled ? accept(ties) : refuse({ code: "settle-first", ...open });
}

/**
 * Who has a passkey signs with it. Who has none shows, by a code typed in just now, that it is not
 * somebody who found their telephone unlocked.
 */
export function checkPresent(who: SignedIn, now: Instant): Outcome<SignedIn, PrivacyRefusal> {
  const isFresh = who.begunBy === "code" && now < who.session.startedAt + CODE_IS_FRESH_MS;
  return who.hasPasskey || isFresh ? accept(who) : refuse({ code: "sign-in-anew" });
}

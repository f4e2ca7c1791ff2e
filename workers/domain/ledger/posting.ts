import { type Canonical, type Digest, digestOf } from "#domain/kernel/digest.ts";
import type { CycleId, OrderId } from "#domain/kernel/ids.ts";
import { type CivilDate, type Instant, toRome } from "#domain/kernel/instant.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import { type Cents, negateCents, sumCents } from "#domain/kernel/money.ts";
import type { Account } from "./accounts.ts";

/** One side of a posting: positive is debit, negative is credit. */
export interface Leg {
  readonly account: Account;
  readonly amount: Cents;
  /** The highest balance (debit positive) that the account may show afterwards. */
  readonly most?: Cents;
}

/** A balanced transaction. Its `ref` makes it unique: posting it twice is refused. */
export interface Posting {
  readonly ref: string;
  readonly kind: string;
  readonly businessDate: CivilDate;
  readonly postedAt: Instant;
  readonly actor: string;
  readonly cycleId: CycleId | null;
  readonly orderId: OrderId | null;
  /** The hold that this ends; each is ended once. */
  readonly resolves: string | null;
  /** The posting that this undoes; each is undone once. */
  readonly reverses: string | null;
  /** Versions of the rules that gave the amounts. */
  readonly rules: Readonly<Record<string, number>>;
  readonly legs: readonly Leg[];
}

/** A debit; `most` binds the balance it leaves, debit positive. */
export function debit(account: Account, amount: Cents, most?: Cents): Leg {
  const leg = { account, amount };
  return most === undefined ? leg : { ...leg, most };
}

/** A credit; `most` binds the balance it leaves, debit positive. */
export function credit(account: Account, amount: Cents, most?: Cents): Leg {
  return debit(account, negateCents(amount), most);
}

/** When a posting is made, by whom, and under which versions of the rules. */
export interface Occasion {
  readonly now: Instant;
  readonly actor: string;
  readonly rules: Readonly<Record<string, number>>;
}

/** What a posting is about, beside its legs. */
interface About {
  readonly ref: string;
  readonly kind: string;
  readonly cycleId?: CycleId | null;
  readonly orderId?: OrderId | null;
  readonly resolves?: string | null;
}

/** A posting dated on the Rome day of its occasion. */
export function draft(about: About, occasion: Occasion, legs: readonly Leg[]): Posting {
  return {
    ref: about.ref,
    kind: about.kind,
    businessDate: toRome(occasion.now).date,
    postedAt: occasion.now,
    actor: occasion.actor,
    cycleId: about.cycleId ?? null,
    orderId: about.orderId ?? null,
    resolves: about.resolves ?? null,
    reverses: null,
    rules: occasion.rules,
    legs,
  };
}

/**
 * Leaves out legs that move nothing; null when nothing moves at all.
 * @throws BrokenInvariant when what is left does not balance.
 */
export function balanced(posting: Posting): Posting | null {
  const legs = posting.legs.filter((leg) => leg.amount !== 0);
  if (legs.length === 0) return null;
  invariant(sumCents(legs.map((leg) => leg.amount)) === 0, "a posting balances");
  const codes = new Set(legs.map((leg) => leg.account.code));
  invariant(codes.size === legs.length, "a posting names each account once");
  return { ...posting, legs };
}

/** The text of the legs as the database and every verifier read them. */
export function legsText(legs: readonly Leg[]): string {
  return JSON.stringify(
    legs.map(({ account, amount, most }) =>
      most === undefined ? [account.code, amount] : [account.code, amount, most],
    ),
  );
}

/** A posting as it is kept and shown: its legs are their text. */
export type WrittenPosting = Omit<Posting, "legs"> & { readonly legs: string };

/** SHA-256 of everything a posting says, made before it is written (DESIGN fact 13). */
export function postingDigest(posting: Posting): Digest {
  return writtenDigest({ ...posting, legs: legsText(posting.legs) });
}

/** The digest again, from what was written. */
export function writtenDigest(posting: WrittenPosting): Digest {
  const content: Canonical = {
    ref: posting.ref,
    kind: posting.kind,
    businessDate: posting.businessDate,
    postedAt: posting.postedAt,
    actor: posting.actor,
    cycleId: posting.cycleId,
    orderId: posting.orderId,
    resolves: posting.resolves,
    reverses: posting.reverses,
    rules: posting.rules,
    legs: posting.legs,
  };
  return digestOf(content);
}

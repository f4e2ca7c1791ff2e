import type { CycleId, EnterpriseId, HouseholdId, MemberId } from "#domain/kernel/ids.ts";

export type AccountType = "asset" | "liability" | "equity" | "income" | "expense" | "memo";

/** An account of the books. Its code is its name; ids stand for people, never names. */
export interface Account {
  readonly code: string;
  readonly type: AccountType;
}

const account = (code: string, type: AccountType): Account => ({ code, type });

/** Money that cards paid and that is on its way to the bank. */
export const CARD_CLEARING = account("card-clearing", "asset");
/** Final totals of card orders, until they are captured. */
export const CARD_RECEIVABLE = account("card-receivable", "asset");
/** Final totals of orders paid at pickup, until cash is handed over. */
export const PICKUP_RECEIVABLE = account("pickup-receivable", "asset");
export const CASH = account("cash", "asset");
export const BANK = account("bank", "asset");
/** What cards hold for us, and its mirror: not ours yet, so outside the balance sheet. */
export const CARD_HELD = account("card-held", "memo");
export const CARD_HELD_MIRROR = account("card-held-mirror", "memo");
/** VAT contained in what producers sold through us: theirs to pay, ours to report. */
export const VAT_MIRROR = account("vat-mirror", "memo");
/** The sales that VAT was contained in, net of it: reported beside the VAT. */
export const TAXABLE_MIRROR = account("taxable-mirror", "memo");
export const NETWORK_FEE = account("network-fee", "income");
export const DELIVERY_INCOME = account("delivery-income", "income");
/** What is given back by hand, in cash or by transfer, until it is. */
export const REFUNDS_DUE = account("refunds-due", "liability");
/** What the network itself bears of what it gives back. */
export const REFUNDS_BORNE = account("refunds-borne", "expense");
export const DEPOSITS = account("deposits", "liability");
export const OPENING = account("opening", "equity");
/** Reserves that the assembly may turn into capital, and that losses on capital fall back to. */
export const RESERVES = account("reserves", "equity");

/** Accounts that every network has from its first day. */
export const FIRST_ACCOUNTS: readonly Account[] = [
  CARD_CLEARING,
  CARD_RECEIVABLE,
  PICKUP_RECEIVABLE,
  CASH,
  BANK,
  CARD_HELD,
  CARD_HELD_MIRROR,
  VAT_MIRROR,
  TAXABLE_MIRROR,
  NETWORK_FEE,
  DELIVERY_INCOME,
  DEPOSITS,
  REFUNDS_DUE,
  REFUNDS_BORNE,
  OPENING,
  RESERVES,
];

/** Accounts that somebody or something owns, by their class. */
const OWNED = {
  wallet: "liability",
  "wallet-held": "liability",
  payable: "liability",
  sales: "liability",
  vat: "memo",
  taxable: "memo",
  "share-capital": "equity",
  "share-receivable": "asset",
  "share-redemption": "liability",
} as const satisfies Readonly<Record<string, AccountType>>;

function owned(name: keyof typeof OWNED, ...owner: readonly (string | number)[]): Account {
  return account([name, ...owner].join(":"), OWNED[name]);
}

/** What a household can still spend (credit side). */
export function walletOf(household: HouseholdId): Account {
  return owned("wallet", household);
}

/** What a household's open orders hold of its wallet. */
export function walletHeldOf(household: HouseholdId): Account {
  return owned("wallet-held", household);
}

/** What the network owes a producer. */
export function payableTo(producer: EnterpriseId): Account {
  return owned("payable", producer);
}

/** Goods of a cycle: households bring them in, producers take them out; 0 when it is settled. */
export function salesOf(cycle: CycleId): Account {
  return owned("sales", cycle);
}

/** VAT within a producer's sales at one rate, in basis points. */
export function vatOf(producer: EnterpriseId, rateBasisPoints: number): Account {
  return owned("vat", producer, rateBasisPoints);
}

/** A producer's sales at one rate, net of the VAT within them. */
export function taxableOf(producer: EnterpriseId, rateBasisPoints: number): Account {
  return owned("taxable", producer, rateBasisPoints);
}

/** What a member put in or promised as capital (credit side). */
export function shareCapitalOf(member: MemberId): Account {
  return owned("share-capital", member);
}

/** What a member promised as capital and has not paid yet. */
export function shareReceivableFrom(member: MemberId): Account {
  return owned("share-receivable", member);
}

/** What the network owes somebody for shares that were redeemed. */
export function shareRedemptionOf(member: MemberId): Account {
  return owned("share-redemption", member);
}

/** The type that an account of this code has; null when we have no such account. */
export function typeOfAccount(code: string): AccountType | null {
  const first = FIRST_ACCOUNTS.find((one) => one.code === code);
  if (first !== undefined) return first.type;
  const types: Readonly<Record<string, AccountType>> = OWNED;
  const [name = "", owner] = code.split(":");
  return owner === undefined ? null : (types[name] ?? null);
}

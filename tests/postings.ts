import fc from "fast-check";
import type { CycleId, EnterpriseId, HouseholdId, OrderId } from "#domain/kernel/ids.ts";
import { id } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { type Cents, cents, vatWithin } from "#domain/kernel/money.ts";
import { basisPoints } from "#domain/kernel/quantity.ts";
import { balanced, type Occasion, type Posting } from "#domain/ledger/posting.ts";
import type { SalesAtRate } from "#domain/payments/settlement.ts";

/** Who appears in the books' examples. */
export const zenti = id<HouseholdId>("01jd3x5k7m9npqrstvwxyz0001");
export const fumane = id<EnterpriseId>("01jd3x5k7m9npqrstvwxyz0002");
export const juneCycle = id<CycleId>("01jd3x5k7m9npqrstvwxyz0003");
export const firstOrder = id<OrderId>("01jd3x5k7m9npqrstvwxyz0004");

/** Tuesday 2 June 2026, just after midnight in Rome: still Monday in UTC. */
export const occasion: Occasion = {
  now: instant(Date.UTC(2026, 5, 1, 22, 30)),
  actor: "token:treasurer",
  rules: { "network-fee": 1 },
};

export const amounts: fc.Arbitrary<Cents> = fc.integer({ min: 0, max: 10_000_000 }).map(cents);

/** A producer's sales by Italian VAT rates, some of them zero. */
export const salesByRate: fc.Arbitrary<SalesAtRate[]> = fc
  .uniqueArray(fc.constantFrom(0, 400, 500, 1000, 2200), { minLength: 1 })
  .chain((rates) => fc.tuple(...rates.map((rate) => amounts.map((gross) => salesAt(rate, gross)))));

/** Sales at a rate, with the VAT that they contain. */
export function salesAt(rate: number, gross: number): SalesAtRate {
  const grossCents = cents(gross);
  const rateBasisPoints = basisPoints(rate);
  return { rate: rateBasisPoints, grossCents, vatCents: vatWithin(grossCents, rateBasisPoints) };
}

/** The legs that would be written, as account and cents. */
export function legsOf(posting: Posting): readonly (readonly [string, number])[] {
  return (balanced(posting)?.legs ?? []).map(({ account, amount }) => [account.code, amount]);
}

/** Adds postings up as the database would: account by account. */
export function balancesAfter(postings: readonly Posting[]): Map<string, number> {
  const balances = new Map<string, number>();
  for (const [code, amount] of postings.flatMap(legsOf)) {
    balances.set(code, (balances.get(code) ?? 0) + amount);
  }
  return balances;
}

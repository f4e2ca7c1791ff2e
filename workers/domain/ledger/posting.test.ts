import { expect, test } from "vitest";
import { type HouseholdId, id } from "#domain/kernel/ids.ts";
import { civilDate, instant } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { NETWORK_FEE, walletHeldOf, walletOf } from "./accounts.ts";
import {
  balanced,
  credit,
  debit,
  type Leg,
  legsText,
  type Posting,
  postingDigest,
} from "./posting.ts";

const household = id<HouseholdId>("01jd3x5k7m9npqrstvwxyz0123");
const wallet = walletOf(household);
const held = walletHeldOf(household);
const posting = (...legs: Leg[]): Posting => ({
  ref: "wallet-reservation:1",
  kind: "wallet-reservation",
  businessDate: civilDate("2026-06-02"),
  postedAt: instant(0),
  actor: "anonymous",
  cycleId: null,
  orderId: null,
  resolves: null,
  reverses: null,
  rules: { "wallet-floor": 1 },
  legs,
});

test("a reservation moves money from the wallet to what is held of it", () => {
  const made = balanced(posting(debit(wallet, cents(990)), credit(held, cents(990))));
  expect(legsText(made?.legs ?? [])).toBe(
    `[["wallet:${household}",990],["wallet-held:${household}",-990]]`,
  );
});

test("a posting that moves nothing is no posting", () => {
  expect(balanced(posting(debit(wallet, cents(0)), credit(held, cents(0))))).toBeNull();
});

test("a posting that does not balance, or names an account twice, is a bug", () => {
  expect(() => balanced(posting(debit(wallet, cents(1)), credit(held, cents(2))))).toThrow(
    "balances",
  );
  expect(() => balanced(posting(debit(wallet, cents(1)), credit(wallet, cents(1))))).toThrow(
    "once",
  );
});

test("the digest changes with each thing a posting says", () => {
  const one = posting(debit(wallet, cents(1)), credit(NETWORK_FEE, cents(1)));
  const digests = [
    one,
    { ...one, ref: "other" },
    { ...one, actor: "token:x" },
    { ...one, rules: {} },
    posting(debit(wallet, cents(2)), credit(NETWORK_FEE, cents(2))),
  ].map(postingDigest);
  expect(new Set(digests).size).toBe(digests.length);
});

test("a limit on the balance travels with its leg", () => {
  const leg = credit(held, cents(5), cents(1000));
  expect(legsText([leg])).toBe(`[["wallet-held:${household}",-5,1000]]`);
});

import { expect, test } from "vitest";
import { fumane, juneCycle, zenti } from "#tests/postings.ts";
import { id, type MemberId } from "#domain/kernel/ids.ts";
import {
  FIRST_ACCOUNTS,
  payableTo,
  salesOf,
  shareCapitalOf,
  shareReceivableFrom,
  shareRedemptionOf,
  taxableOf,
  typeOfAccount,
  vatOf,
  walletHeldOf,
  walletOf,
} from "./accounts.ts";

const dora = id<MemberId>("01jd3x5k7m9npqrstvwxyz0009");

const owned = [
  walletOf(zenti),
  walletHeldOf(zenti),
  payableTo(fumane),
  salesOf(juneCycle),
  vatOf(fumane, 400),
  taxableOf(fumane, 400),
  shareCapitalOf(dora),
  shareReceivableFrom(dora),
  shareRedemptionOf(dora),
];

test("no two accounts share a code, and an account with an owner says whose it is", () => {
  const codes = [...FIRST_ACCOUNTS, ...owned].map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(owned.every(({ code }) => code.includes(":"))).toBe(true);
  expect(FIRST_ACCOUNTS.some(({ code }) => code.includes(":"))).toBe(false);
});

test("the code of an account says its type", () => {
  for (const { code, type } of [...FIRST_ACCOUNTS, ...owned]) {
    expect(typeOfAccount(code), code).toBe(type);
  }
  expect(["wallet", "wallets:x", "treasure", ""].map(typeOfAccount)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test("what is not the network's stands outside the balance sheet", () => {
  const memo = [...FIRST_ACCOUNTS, ...owned].filter(({ type }) => type === "memo");
  expect(memo.map(({ code }) => code.split(":")[0])).toEqual([
    "card-held",
    "card-held-mirror",
    "vat-mirror",
    "taxable-mirror",
    "vat",
    "taxable",
  ]);
});

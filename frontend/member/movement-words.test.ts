import { expect, test } from "vitest";
import { textsFor } from "#frontend/texts/texts.ts";
import { movementWords } from "./movement-words.ts";

/** Postings that credit or debit a wallet, as the ledger names them. */
const KINDS = [
  "wallet-opening",
  "wallet-top-up",
  "wallet-correction",
  "wallet-reservation",
  "order-settlement",
  "order-refund",
  "deposit-return",
];

test.each(KINDS)("a statement says in words what %s was for", (kind) => {
  for (const t of [textsFor("it"), textsFor("en")]) {
    const words = movementWords(t, { kind, orderCode: "9WFV-G87A" });
    expect(words).not.toBe(t.member.wallet.kinds.other());
  }
});

test("a kind that the statement has no words for is still a movement", () => {
  expect(movementWords(textsFor("it"), { kind: "new", orderCode: null })).toBe("Movimento");
});

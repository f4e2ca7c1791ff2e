import { expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import type { Letter } from "./letter.ts";
import { letterText } from "./letter-sheet.ts";
import { lowCreditMail, receiptMail } from "./receipt-mail.ts";

const textOf = (letter: Letter) =>
  letterText(letter, { networkName: "Filiera", link: null, code: null });

const receipt = {
  code: "K7M4-Q2XZ",
  goodsCents: cents(1200),
  feeCents: cents(350),
  depositsCents: cents(0),
  totalCents: cents(1550),
  estimatedTotalCents: cents(1600),
};

test("a receipt says what was paid and how it differs from the estimate", () => {
  const letter = receiptMail("it", receipt);
  const text = textOf(letter);
  expect(letter.subject).toBe("Il conto dell’ordine K7M4-Q2XZ");
  expect(text).toContain("Prodotti: 12,00 €");
  expect(text).toContain("Consegna a casa: 3,50 €");
  expect(text).toContain("Totale: 15,50 €");
  expect(text).toContain("Rispetto alla stima: −0,50 €.");
  expect(text).not.toContain("Cauzioni");
});

test("what is as estimated needs no comparison; more has its sign, and deposits their line", () => {
  const same = receiptMail("it", { ...receipt, estimatedTotalCents: cents(1550) });
  expect(textOf(same)).not.toContain("Rispetto");
  const more = receiptMail("it", {
    ...receipt,
    feeCents: cents(0),
    depositsCents: cents(50),
    estimatedTotalCents: cents(1500),
  });
  expect(textOf(more)).toContain("+0,50 €");
  expect(textOf(more)).toContain("Cauzioni: 0,50 €");
  expect(textOf(more)).not.toContain("Consegna a casa");
});

test("a household whose wallet runs low is told what is left", () => {
  expect(textOf(lowCreditMail("it", cents(250)))).toContain("restano 2,50 €");
});

test("the bill and the warning may be read in English", () => {
  expect(textOf(receiptMail("en", receipt))).toContain("Total: 15,50 €");
  expect(textOf(lowCreditMail("en", cents(250)))).toContain("has 2,50 € left");
});

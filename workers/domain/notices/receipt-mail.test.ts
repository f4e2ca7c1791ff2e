import { expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { lowCreditMail, receiptMail } from "./receipt-mail.ts";

const receipt = {
  code: "K7M4-Q2XZ",
  goodsCents: cents(1200),
  feeCents: cents(350),
  depositsCents: cents(0),
  totalCents: cents(1550),
  estimatedTotalCents: cents(1600),
};

test("a receipt says what was paid and how it differs from the estimate", () => {
  const { subject, text } = receiptMail(receipt);
  expect(subject).toBe("Il conto dell’ordine K7M4-Q2XZ");
  expect(text).toContain("Prodotti: 12,00 €");
  expect(text).toContain("Consegna a casa: 3,50 €");
  expect(text).toContain("Totale: 15,50 €");
  expect(text).toContain("Rispetto alla stima: −0,50 €.");
  expect(text).not.toContain("Cauzioni");
});

test("what is as estimated needs no comparison; more has its sign, and deposits their line", () => {
  const same = receiptMail({ ...receipt, estimatedTotalCents: cents(1550) });
  expect(same.text).not.toContain("Rispetto");
  const more = receiptMail({
    ...receipt,
    feeCents: cents(0),
    depositsCents: cents(50),
    estimatedTotalCents: cents(1500),
  });
  expect(more.text).toContain("+0,50 €");
  expect(more.text).toContain("Cauzioni: 0,50 €");
  expect(more.text).not.toContain("Consegna a casa");
});

test("a household whose wallet runs low is told what is left", () => {
  expect(lowCreditMail(cents(250)).text).toContain("restano 2,50 €");
});

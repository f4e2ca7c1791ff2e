import { expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { letterText } from "./letter-sheet.ts";
import { orderPlacedMail } from "./order-mail.ts";

const sums = { totalCents: cents(2640), deliveryFeeCents: cents(350) };
const sheet = { networkName: "Filiera Veronetta", link: "https://f.example/o/1", code: null };

test("a guest's confirmation has a place for the link, a member's has none", () => {
  const guest = orderPlacedMail("it", { code: "K7M4-Q2XZ", sums, isGuest: true });
  expect(guest.subject).toBe("Ordine K7M4-Q2XZ ricevuto");
  const text = letterText(guest, sheet);
  expect(text).toContain("Totale stimato: 26,40 €");
  expect(text).toContain("consegna a casa: 3,50 €");
  expect(text).toContain("https://f.example/o/1");
  const member = orderPlacedMail("it", { code: "K7M4-Q2XZ", sums, isGuest: false });
  expect(letterText(member, sheet)).not.toContain("https://");
});

test("who fetches the order reads of no delivery, in English too", () => {
  const fetched = { ...sums, deliveryFeeCents: cents(0) };
  const letter = orderPlacedMail("en", { code: "K7M4-Q2XZ", sums: fetched, isGuest: false });
  expect(letter.subject).toBe("Order K7M4-Q2XZ received");
  expect(letterText(letter, sheet)).not.toContain("delivery:");
});

import { expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { orderPlacedMail } from "./order-mail.ts";

test("a guest's confirmation has a place for the link, a member's has none", () => {
  const sums = { totalCents: cents(2640), deliveryFeeCents: cents(350) };
  const guest = orderPlacedMail({ code: "K7M4-Q2XZ", sums, isGuest: true });
  expect(guest.subject).toBe("Ordine K7M4-Q2XZ ricevuto");
  expect(guest.text).toContain("Totale stimato: 26,40 €.");
  expect(guest.text).toContain("consegna a casa: 3,50 €");
  expect(guest.text).toContain("{link}");
  const member = orderPlacedMail({ code: "K7M4-Q2XZ", sums, isGuest: false });
  expect(member.text).not.toContain("{link}");
});

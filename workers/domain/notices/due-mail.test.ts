import { expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { paymentDueMail } from "./due-mail.ts";

const due = { code: "AB12CD34", dueCents: cents(1234), contactEmail: "ciao@rete.example" };

test("who owes reads how much, for which order, and how to pay it", () => {
  const { subject, pieces } = paymentDueMail("it", due);
  expect(subject).toBe("Ordine AB12CD34: resta da pagare");
  const said = JSON.stringify(pieces).replaceAll("\u00a0", " ");
  expect(said).toContain('["Restano da pagare","12,34 €"]');
  expect(said).toContain(
    "in contanti al punto di ritiro. Per un bonifico, o un altro modo, scrivi",
  );
  const silent = paymentDueMail("it", { ...due, contactEmail: null });
  expect(JSON.stringify(silent.pieces)).not.toContain("scrivi");
});

test("in English too", () => {
  const { subject, pieces } = paymentDueMail("en", due);
  expect(subject).toBe("Order AB12CD34: something is left to pay");
  expect(JSON.stringify(pieces)).toContain("write to ciao@rete.example");
});

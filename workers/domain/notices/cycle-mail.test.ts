import { expect, test } from "vitest";
import { cycleCancelledMail } from "./cycle-mail.ts";
import { letterText } from "./letter-sheet.ts";

const sheet = { networkName: "Filiera Veronetta", link: null, code: null };
const order = { code: "K7M4-Q2XZ", cycleCode: "2026-23" };

test("who ordered in a cancelled cycle is told that nothing is paid", () => {
  const letter = cycleCancelledMail("it", order);
  expect(letter.subject).toBe("Ordine K7M4-Q2XZ annullato");
  expect(letterText(letter, sheet)).toContain("Il ciclo 2026-23 è stato annullato");
  expect(letterText(letter, sheet)).toContain("Non paghi niente");
});

test("and who reads English is told the same", () => {
  expect(letterText(cycleCancelledMail("en", order), sheet)).toContain("You pay nothing");
});

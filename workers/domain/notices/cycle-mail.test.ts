import { expect, test } from "vitest";
import { cycleCancelledMail } from "./cycle-mail.ts";

test("who ordered in a cancelled cycle is told that nothing is paid", () => {
  const { subject, text } = cycleCancelledMail({ code: "K7M4-Q2XZ", cycleCode: "2026-23" });
  expect(subject).toBe("Ordine K7M4-Q2XZ annullato");
  expect(text).toContain("Il ciclo 2026-23 è stato annullato");
  expect(text).toContain("Non paghi niente");
});

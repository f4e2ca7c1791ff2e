import { expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import { groupAnswerMail, groupReminderMail, groupRequestMail } from "./group-mail.ts";

const group = "GAS Santa Toscana";

test("a coordinator reads who asks to come in", () => {
  const letter = groupRequestMail("it", { household: "Nina Zago", group });
  expect(letter.subject).toBe("Nina Zago chiede di entrare in GAS Santa Toscana");
});

test("a no says its reason and what else can be done; a yes welcomes", () => {
  const no = groupAnswerMail("it", { group, isAccepted: false, reason: "Siamo al completo" });
  expect(no.pieces).toContainEqual({ words: "Il motivo: Siamo al completo" });
  expect(no.pieces).toHaveLength(3);
  const yes = groupAnswerMail("en", { group, isAccepted: true, reason: null });
  expect(yes.subject).toBe("Welcome: your household is in GAS Santa Toscana");
});

test("a reminder says until when, by the clock of Rome", () => {
  const closesAt = instant(Date.UTC(2026, 5, 3, 18));
  expect(groupReminderMail("it", { group, closesAt }).subject).toBe(
    "GAS Santa Toscana: si ordina fino al 3/6, 20:00",
  );
});

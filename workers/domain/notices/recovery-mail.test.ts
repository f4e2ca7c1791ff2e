import { expect, test } from "vitest";
import { letterText } from "./letter-sheet.ts";
import { recoveryCodeMail, recoveryMail, recoveryNoticeMail } from "./recovery-mail.ts";

const link = "https://f.example/ferma/a/b";
const sheet = { networkName: "Filiera Veronetta", link, code: "12345678" };

test("who lost every passkey reads a code, then the way to a new one and the pause", () => {
  expect(letterText(recoveryCodeMail("it"), sheet)).toContain("12345678");
  const way = letterText(recoveryMail("it"), sheet);
  expect(way).toContain(link);
  expect(way).toContain("quelle di prima smettono di valere");
  expect(letterText(recoveryMail("en"), sheet)).toContain("For three days from now");
});

test("every address hears of a recovery, and can stop it", () => {
  const notice = letterText(recoveryNoticeMail("it"), sheet);
  expect(notice).toContain(`Non sono stato io: ferma tutto:\n${link}`);
  expect(letterText(recoveryNoticeMail("en"), sheet)).toContain("It was not me: stop it");
});

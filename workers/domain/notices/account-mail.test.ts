import { expect, test } from "vitest";
import { accountChangedMail } from "./account-mail.ts";
import { letterText } from "./letter-sheet.ts";

const sheet = { networkName: "Filiera Veronetta", link: null, code: null };

test("whose access changes reads what changed, and what to do if it was not expected", () => {
  const text = letterText(accountChangedMail("it", "suspended"), sheet);
  expect(text).toContain("Il tuo accesso è sospeso");
  expect(text).toContain("Se non te lo aspettavi");
  expect(letterText(accountChangedMail("en", "office-taken"), sheet)).toContain("has ended");
});

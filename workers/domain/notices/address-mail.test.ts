import { expect, test } from "vitest";
import { addressCodeMail } from "./address-mail.ts";
import { letterText } from "./letter-sheet.ts";

test("whoever reads a new address's mailbox gets the digits that confirm it, and no name", () => {
  const sheet = { networkName: "Filiera Veronetta", link: null, code: "12345678" };
  expect(letterText(addressCodeMail("it"), sheet)).toContain("12345678");
  expect(letterText(addressCodeMail("en"), sheet)).toContain("good for ten minutes");
});

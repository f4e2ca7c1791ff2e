import { expect, test } from "vitest";
import { letterText } from "./letter-sheet.ts";
import { signInCodeMail } from "./sign-in-mail.ts";

const sheet = { networkName: "Rete di Veronetta", link: null, code: "04028163" };

test("somebody who signs in reads the code first, and what to do with it", () => {
  const text = letterText(signInCodeMail("it"), sheet);
  expect(text).toMatch(/^Scrivi queste otto cifre nella pagina da cui l’hai chiesto: 04028163/);
  expect(text).toContain("Vale dieci minuti, una volta sola");
  expect(text).toContain("Se non l’hai chiesto tu, non serve fare niente");
});

test("the letter is the same in English", () => {
  const text = letterText(signInCodeMail("en"), sheet);
  expect(text).toContain("Type these eight digits on the page where you asked for them: 04028163");
  expect(text).toContain("If you did not ask for it, there is nothing to do");
});

import { expect, test } from "vitest";
import type { Letter } from "./letter.ts";
import { letterHtml, letterText, type Sheet } from "./letter-sheet.ts";

const letter: Letter = {
  kind: "order-placed",
  lang: "it",
  subject: "Ordine K7M4 ricevuto",
  pieces: [
    { words: "Grazie.\nA sabato." },
    { list: ["2,5 kg di pomodori"] },
    { sums: [["Totale", "15,50 €"]] },
    { link: "Guarda l’ordine" },
    { code: "Il codice per entrare" },
  ],
};
const sheet: Sheet = {
  networkName: "Filiera Veronetta",
  link: "https://filiera.example/o/abc",
  code: "12345678",
};

test("a letter reads the same as plain text and with the network's looks", () => {
  const text = letterText(letter, sheet);
  expect(text).toContain("Grazie.\nA sabato.\n\n- 2,5 kg di pomodori\n\nTotale: 15,50 €\n\n");
  expect(text).toContain("Guarda l’ordine:\nhttps://filiera.example/o/abc\n");
  expect(text).toContain("Il codice per entrare: 12345678");
  expect(text.split("--\n")[1]).toContain("Filiera Veronetta");
  const html = letterHtml(letter, sheet);
  expect(html).toContain('<html lang="it">');
  expect(html).toContain("Grazie.<br>A sabato.");
  expect(html).toContain("<li>2,5 kg di pomodori</li>");
  expect(html).toContain('<a href="https://filiera.example/o/abc"');
  expect(html).toContain("12345678</span>");
});

test("the same sheet closes an English letter in English", () => {
  expect(letterText({ ...letter, lang: "en" }, sheet)).toContain("From Filiera Veronetta");
});

test("a letter fetches nothing: no picture, no script, no style sheet", () => {
  expect(letterHtml(letter, sheet)).not.toMatch(/<(img|script|link|style|iframe)|url\(/i);
});

test("what somebody wrote is shown, never interpreted", () => {
  const wicked = `"><script>alert(1)</script>&`;
  const html = letterHtml(
    {
      ...letter,
      subject: wicked,
      pieces: [
        { words: wicked },
        { list: [wicked] },
        { sums: [[wicked, wicked]] },
        { link: wicked },
        { code: wicked },
      ],
    },
    { networkName: wicked, link: wicked, code: wicked },
  );
  expect(html).not.toContain("<script");
  expect(html.match(/&quot;&gt;&lt;script&gt;/g)).toHaveLength(12);
});

test("a letter that speaks of a link or a code is not sent without it", () => {
  expect(() => letterText(letter, { ...sheet, link: null })).toThrow("a letter with a link");
  expect(() => letterHtml(letter, { ...sheet, code: null })).toThrow("a letter with a code");
});

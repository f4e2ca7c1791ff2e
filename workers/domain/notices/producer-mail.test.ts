import { expect, test } from "vitest";
import { civilDate } from "#domain/kernel/instant.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { letterText } from "./letter-sheet.ts";
import { producerSheetMail, type SheetLine } from "./producer-mail.ts";

const sheet = (lines: readonly SheetLine[], lang: "it" | "en" = "it") => {
  const letter = producerSheetMail(lang, {
    cycleCode: "2026-23",
    deliveryDay: civilDate("2026-06-05"),
    producerName: "Malga Lessinia",
    lines,
  });
  const text = letterText(letter, { networkName: "Filiera", link: null, code: null });
  return { subject: letter.subject, text };
};
const loose = { label: "", kind: "kg", boxUnits: 1, boxes: null } as const;

test("a producer reads boxes, loose quantities and the day", () => {
  const { subject, text } = sheet([
    { ...loose, productName: "Pomodori", orderedMilli: milli(2500) },
    {
      productName: "Valpolicella",
      label: "0,75 l",
      kind: "piece",
      boxUnits: 6,
      boxes: 2,
      orderedMilli: milli(12_000),
    },
    { ...loose, productName: "Rucola", orderedMilli: milli(0) },
  ]);
  expect(subject).toBe("Ordine 2026-23 per Malga Lessinia");
  expect(text).toContain("Da consegnare il 5/6/2026:");
  expect(text).toContain("- Pomodori: 2,5 kg");
  expect(text).toContain("- Valpolicella, 0,75 l: 2 colli da 6 (12 pezzi)");
  expect(text).not.toContain("Rucola");
});

test("a producer whose orders did not go through is told to prepare nothing", () => {
  const missed = { ...loose, productName: "Pomodori", orderedMilli: milli(0) };
  expect(sheet([missed]).text).toContain("non serve preparare niente");
});

test("a producer may read it in English", () => {
  const cheese = { ...loose, productName: "Monte", boxes: 1, boxUnits: 6 };
  const { text } = sheet([{ ...cheese, kind: "piece", orderedMilli: milli(6000) }], "en");
  expect(text).toContain("- Monte: 1 box of 6 (6 pieces)");
});

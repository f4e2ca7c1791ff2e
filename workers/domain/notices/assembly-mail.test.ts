import { expect, test } from "vitest";
import { civilDate, fromRome } from "#domain/kernel/instant.ts";
import { type AssemblyTold, assemblyOffMail, convocationMail } from "./assembly-mail.ts";

const told: AssemblyTold = {
  title: "Assemblea di dicembre",
  place: "Casa Comune, via Cristofoli",
  link: "https://incontri.example.org/dicembre",
  firstCallAt: fromRome({ date: civilDate("2026-12-05"), minuteOfDay: 9 * 60 }),
  secondCallAt: fromRome({ date: civilDate("2026-12-06"), minuteOfDay: 10 * 60 }),
  agenda: ["Bilancio 2026", "Elezione del consiglio"],
};

test("a convocation says when, where, what is decided, and how to be represented", () => {
  const { subject, pieces, kind } = convocationMail("it", told);
  const said = JSON.stringify(pieces);
  expect([kind, subject]).toEqual(["assembly-convened", "Convocazione: Assemblea di dicembre"]);
  for (const words of ["5/12", "6/12", "Casa Comune", "incontri.example.org"]) {
    expect(said).toContain(words);
  }
  expect(said).toContain("Elezione del consiglio");
  expect(said).toContain("delega");
});

test("without a second call and a link nothing is said of them", () => {
  const { pieces } = convocationMail("en", { ...told, secondCallAt: null, link: null });
  expect(JSON.stringify(pieces)).not.toMatch(/second call|connect/);
});

test("who was called hears that it is off, and why", () => {
  const { kind, subject, pieces } = assemblyOffMail("it", told, "la sala è allagata");
  expect([kind, subject]).toEqual(["assembly-cancelled", "Annullata: Assemblea di dicembre"]);
  expect(JSON.stringify(pieces)).toContain("la sala è allagata");
});

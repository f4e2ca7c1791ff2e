import { expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";
import type { Letter } from "./letter.ts";
import { letterText } from "./letter-sheet.ts";
import {
  type Answered,
  problemAnsweredMail,
  problemClosedMail,
  problemReportedMail,
} from "./problem-mail.ts";

const eggs = {
  productName: "Uova",
  quantityMilli: milli(1000),
  isByWeight: false,
  problem: "damaged",
} as const;
const accepted: Answered = {
  verdict: "accepted",
  refundCents: cents(310),
  way: "wallet",
  borneBy: "producer",
  reply: null,
};
const declined: Answered = {
  verdict: "declined",
  refundCents: cents(0),
  way: null,
  borneBy: null,
  reply: "Erano intere alla consegna.",
};
const textOf = (letter: Letter) =>
  letterText(letter, { networkName: "Filiera", link: null, code: null });

test("a producer reads what is wrong and in which words, not whose crate it was", () => {
  const letter = problemReportedMail("it", eggs, "Tre erano rotte");
  expect(letter.subject).toBe("Una segnalazione su Uova");
  expect(textOf(letter)).toContain("- Uova, 1 pezzo: è arrivato rovinato");
  expect(textOf(letter)).toContain("Dice: «Tre erano rotte»");
  expect(textOf(problemReportedMail("it", eggs, null))).not.toContain("Dice:");
});

test("who reported reads what comes back and how, or why nothing does", () => {
  const back = problemAnsweredMail("it", eggs, accepted);
  expect(textOf(back)).toContain("3,10 €");
  expect(textOf(back)).toContain("Sono già nel credito della famiglia.");
  const byHand = problemAnsweredMail("it", eggs, {
    ...accepted,
    way: "by-hand",
    reply: "Scusaci.",
  });
  expect(textOf(byHand)).toContain("al punto di ritiro");
  expect(textOf(byHand)).toContain("La rete aggiunge: Scusaci.");
  const no = problemAnsweredMail("it", eggs, declined);
  expect(textOf(no)).toContain("Il perché: Erano intere alla consegna.");
  expect(textOf(no)).not.toContain("€");
});

test("the producer reads who bears it", () => {
  expect(textOf(problemClosedMail("it", eggs, accepted))).toContain("Li porta l’azienda");
  const network = { ...accepted, borneBy: "network" as const };
  expect(textOf(problemClosedMail("it", eggs, network))).toContain("la tua vendita resta com’era");
  expect(textOf(problemClosedMail("it", eggs, declined))).toContain("non ha accolto");
});

test("the letters can be read in English", () => {
  const kilos = { ...eggs, isByWeight: true, quantityMilli: milli(1500) };
  expect(textOf(problemReportedMail("en", kilos, null))).toContain("- Uova, 1,5 kg");
  expect(textOf(problemAnsweredMail("en", eggs, accepted))).toContain("You get back");
  expect(textOf(problemClosedMail("en", eggs, declined))).toContain("did not accept");
});

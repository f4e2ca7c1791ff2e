import { expect, test } from "vitest";
import { milli } from "#domain/kernel/quantity.ts";
import { textsFor } from "#frontend/texts/texts.ts";
import { offer } from "#tests/shop-cast.ts";
import { contentsOf, noteOf, priceOf, quantityOf, quantityWords } from "./offer.ts";
import { toleranceChoices } from "./offer-form.tsx";

const t = textsFor("it");
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test.each([
  ["R21", 2000, "2 bottiglie"],
  ["R21", 1000, "1 bottiglia"],
  ["R02", 1500, "1,5 kg"],
  ["R10", 3000, "3 pezzi"],
  ["R07", 1500, "1,5 pagnotte"],
] as const)("%s, %i thousandths, is said as %s", (code, amount, words) => {
  expect(plain(quantityWords(t, offer(code), milli(amount)))).toBe(words);
});

test("a price by weight needs no other price beside it; one by the piece does", () => {
  expect(priceOf(offer("R02")).perUnit).toBeUndefined();
  expect(priceOf(offer("R11")).perUnit).toEqual({ cents: 1133, unit: "kg" });
  expect(priceOf(offer("R21"))).toMatchObject({ soldBy: "bottle", perUnit: { unit: "l" } });
});

test("a label says what is in it and how it is bought", () => {
  expect(plain(contentsOf(t, offer("R04")))).toBe("cassa da 10 kg");
  expect(plain(contentsOf(t, offer("R02")))).toBe("a passi di 500 g");
  expect(plain(contentsOf(t, offer("R10")))).toBe("circa 500 g, circa 9,90 € l’uno");
});

test("the note says the worst news first: finished, few left, a box that lacks", () => {
  const wine = offer("R21");
  expect(noteOf(t, { ...wine, leftMilli: milli(0) })).toMatchObject({ missing: true });
  const few = noteOf(t, { ...wine, leftMilli: milli(2000) });
  expect(plain(few.text)).toBe("Ne restano 2 bottiglie");
  expect(plain(noteOf(t, wine).text)).toBe("Per la cassa 3 servono ancora 1 bottiglia");
  expect(noteOf(t, offer("R10")).text).toBe("Si paga il peso vero");
  expect(noteOf(t, offer("R02")).text).toBe("Biologico");
});

test("nobody is offered more than there is, nor less than the least", () => {
  const left = { ...offer("R11"), leftMilli: milli(4000) };
  expect(quantityOf(left, milli(1000))).toMatchObject({ least: 1000, most: 4000, step: 1000 });
  expect(quantityOf(left, milli(6000)).most).toBe(6000);
  expect(quantityOf(offer("R11"), milli(1000)).most).toBe(99_000);
});

test("tolerance is asked in steps and stays below a box; a strange one stays choosable", () => {
  const choices = toleranceChoices(offer("R21"), milli(0));
  expect(choices).toEqual([0, 1000, 2000, 3000, 4000, 5000]);
  expect(toleranceChoices(offer("R21"), milli(9000))).toContain(9000);
});

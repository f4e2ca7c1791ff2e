import { expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { standingMail } from "./standing-mail.ts";

const line = { name: "Mele Golden", unit: "kg", wantedMilli: milli(2500), orderedMilli: milli(0) };
const rows = (told: Parameters<typeof standingMail>[1], lang: "it" | "en" = "it") =>
  standingMail(lang, told).pieces.flatMap((piece) => ("list" in piece ? piece.list : []));

test("a list that was ordered in part tells each line that is missing, and why", () => {
  const letter = standingMail("it", { cycleCode: "C23", no: null, lines: [] });
  expect(letter.subject).toBe("La tua spesa ricorrente nel ciclo C23: ordinata in parte");
  expect(
    rows({
      cycleCode: "C23",
      no: null,
      lines: [
        { ...line, no: { why: "not-offered" } },
        { ...line, no: { why: "price-risen", priceCents: cents(240) } },
        { ...line, orderedMilli: milli(1000), no: { why: "short-stock", leftMilli: milli(1000) } },
        { ...line, no: { why: "short-stock", leftMilli: milli(0) } },
        { ...line, orderedMilli: milli(2500), no: null },
      ],
    }),
  ).toEqual([
    "Mele Golden, niente su 2,5 kg: questa volta non è in vendita",
    "Mele Golden, niente su 2,5 kg: ora costa 2,40 €, più di quanto hai accettato",
    "Mele Golden, 1 kg su 2,5 kg: ne restavano 1 kg",
    "Mele Golden, niente su 2,5 kg: è finito",
  ]);
});

test("a list of which nothing was ordered says what stopped it, in either language", () => {
  const told = { cycleCode: "C23", no: "wallet-floor", lines: [] } as const;
  expect(standingMail("it", told).pieces[0]).toEqual({
    words: "Nel portafoglio non c’è abbastanza.",
  });
  expect(standingMail("en", told).pieces[0]).toEqual({
    words: "There is not enough in the wallet.",
  });
});

import { describe, expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { civilDate, instantFromText } from "#domain/kernel/instant.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { basisPoints, grams, milli } from "#domain/kernel/quantity.ts";
import { formatFor } from "./format.ts";

const it = formatFor("it");
const en = formatFor("en");

const at = (text: string): Instant => {
  const found = instantFromText(text);
  if (found === null) throw new Error(`${text} is no time`);
  return found;
};

/** No-break spaces read as spaces, so that the expectations below can be read too. */
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

describe("money", () => {
  test.each([
    [0, "0,00 €"],
    [5, "0,05 €"],
    [1250, "12,50 €"],
    [124_000, "1.240,00 €"],
    [123_456_789, "1.234.567,89 €"],
    [-970, "−9,70 €"],
  ])("%i cents are written %s", (amount, written) => {
    expect(plain(it.money(cents(amount)))).toBe(written);
  });

  test("the figure and its euro sign are never parted at the end of a line", () => {
    expect(it.money(cents(1250))).toBe("12,50\u00a0€");
  });

  test("an English reader sees the same sum in the English way", () => {
    expect(en.money(cents(124_000))).toBe("€1,240.00");
  });

  test("a price says what it buys", () => {
    expect(plain(it.unitPrice(cents(190), "kg"))).toBe("1,90 € al kg");
    expect(plain(it.unitPrice(cents(1040), "l"))).toBe("10,40 € al litro");
    expect(plain(en.unitPrice(cents(520), "piece"))).toBe("€5.20 each");
  });
});

describe("quantities", () => {
  test.each([
    [2000, "kg", "2 kg"],
    [1500, "kg", "1,5 kg"],
    [1000, "kg", "1 kg"],
    [999, "kg", "999 g"],
    [500, "kg", "500 g"],
    [0, "kg", "0 kg"],
    [750, "l", "0,75 l"],
    [1000, "piece", "1 pezzo"],
    [3000, "piece", "3 pezzi"],
    [0, "piece", "0 pezzi"],
    [1500, "piece", "1,5 pezzi"],
  ] as const)("%i thousandths in %s are written %s", (amount, unit, written) => {
    expect(plain(it.quantity(milli(amount), unit))).toBe(written);
  });

  test("weights, volumes and distances change unit where people do", () => {
    expect(plain(it.weight(grams(999)))).toBe("999 g");
    expect(plain(it.weight(grams(1800)))).toBe("1,8 kg");
    expect(plain(it.volume(750))).toBe("0,75 l");
    expect(plain(it.distance(412))).toBe("410 m");
    expect(plain(it.distance(1234))).toBe("1,2 km");
    expect(plain(it.distance(19_600))).toBe("20 km");
  });

  test("percentages keep the decimals that the rule has", () => {
    expect(plain(it.percent(basisPoints(600)))).toBe("6 %");
    expect(plain(it.percent(basisPoints(550)))).toBe("5,5 %");
    expect(en.percent(basisPoints(435))).toBe("4.35%");
  });
});

describe("days and hours", () => {
  test("the close of the cycle reads as people say it", () => {
    const closes = at("2026-06-03T20:00:00+02:00");
    expect(plain(it.dayAndHour(closes))).toBe("mercoledì 3 giugno, ore 20");
    expect(en.dayAndHour(closes)).toBe("Wednesday 3 June, at 20:00");
  });

  test("minutes are written only when there are some", () => {
    expect(plain(it.hour(at("2026-06-05T16:30:00+02:00")))).toBe("ore 16:30");
    expect(plain(it.hour(at("2026-06-05T09:05:00+02:00")))).toBe("ore 9:05");
    expect(plain(it.hour(at("2026-06-05T00:00:00+02:00")))).toBe("ore 0");
  });

  test("late in the evening in London is already tomorrow in Verona", () => {
    expect(it.day(at("2026-06-03T23:30:00Z"))).toBe("giovedì 4 giugno");
  });

  test("the night the clocks go back: the same hour is written before and after", () => {
    expect(plain(it.dayAndHour(at("2026-10-25T00:30:00Z")))).toBe("domenica 25 ottobre, ore 2:30");
    expect(plain(it.dayAndHour(at("2026-10-25T01:30:00Z")))).toBe("domenica 25 ottobre, ore 2:30");
  });

  test("the night the clocks go forward: two o'clock does not exist", () => {
    expect(plain(it.hour(at("2026-03-29T00:59:00Z")))).toBe("ore 1:59");
    expect(plain(it.hour(at("2026-03-29T01:00:00Z")))).toBe("ore 3");
  });

  test("a calendar day is the same day wherever the server runs", () => {
    expect(it.day(civilDate("2026-06-05"))).toBe("venerdì 5 giugno");
    expect(it.shortDay(civilDate("2026-06-05"))).toBe("ven 5");
    expect(it.date(civilDate("2026-12-31"))).toBe("31 dicembre 2026");
    // People are older than the clocks of computers.
    expect(it.date(civilDate("1948-08-19"))).toBe("19 agosto 1948");
  });
});

describe("what is left", () => {
  const closes = at("2026-06-03T20:00:00+02:00");

  test.each([
    ["2026-06-02T13:00:00+02:00", "mancano 31 ore"],
    ["2026-06-01T20:00:00+02:00", "mancano 2 giorni"],
    ["2026-06-01T20:00:01+02:00", "mancano 47 ore"],
    ["2026-06-03T18:00:01+02:00", "manca 1 ora"],
    ["2026-06-03T19:00:01+02:00", "mancano 59 minuti"],
    ["2026-06-03T19:58:30+02:00", "manca 1 minuto"],
    ["2026-06-03T20:00:00+02:00", "mancano 0 minuti"],
    ["2026-06-04T08:00:00+02:00", "mancano 0 minuti"],
  ])("at %s the shop says %s", (now, written) => {
    expect(it.left(at(now), closes)).toBe(written);
  });
});

describe("plurals and lists", () => {
  test.each([
    [0, "0 prodotti"],
    [1, "1 prodotto"],
    [2, "2 prodotti"],
    [10_000, "10.000 prodotti"],
    [1_000_000, "1.000.000 prodotti"],
  ])("%i in Italian", (n, written) => {
    expect(it.plural(n, { one: "# prodotto", other: "# prodotti" })).toBe(written);
  });

  test("English has one product and no products", () => {
    expect(en.plural(1, { one: "# product", other: "# products" })).toBe("1 product");
    expect(en.plural(0, { one: "# product", other: "# products" })).toBe("0 products");
  });

  test("a list ends with its last word joined", () => {
    expect(it.list(["mele", "pere", "pane"])).toBe("mele, pere e pane");
    expect(it.list(["mele"])).toBe("mele");
  });

  test("the writers of a language are built once", () => {
    expect(formatFor("it")).toBe(it);
  });
});

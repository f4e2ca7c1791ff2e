import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilDate } from "#domain/kernel/instant.ts";
import { isInSeason, monthNumber, seasonMonths, seasonOf } from "./season.ts";

const named = (name: string) => seasonOf({ name, species: "" });

describe("what grows around Verona has its months", () => {
  test.each([
    ["Radicchio rosso di Verona", 9, 3],
    ["Radicchio tardivo di Treviso", 11, 4],
    ["Asparago bianco di Rivoli", 3, 6],
    ["Verza", 10, 3],
    ["Insalata da taglio", 4, 10],
    ["Piselli", 4, 6],
    ["Fagiolini", 6, 9],
    ["Uva fragola", 9, 10],
    ["Fragole di Verona", 4, 6],
    ["Marroni di San Zeno", 9, 11],
    ["Kiwi del Baldo", 11, 4],
    ["Finocchi", 10, 3],
  ])("%s", (name, from, to) => {
    expect(named(name)).toEqual({ from, to });
  });
});

describe("what was made of it, dried or bred has no season", () => {
  test.each([
    "Succo di mela",
    "Prugne secche",
    "Borlotti secchi",
    "Passata di pomodoro",
    "Radicchio in agrodolce",
    "Asparagi sott’olio",
    "Carciofi sottolio",
    "Confettura di albicocche",
    "Uova bio, vassoio da 30",
    "Limoni del Garda",
    "Riso Vialone Nano",
    "Cassetta mista dell’orto",
    "Pane di segale",
  ])("%s", (name) => {
    expect(named(name)).toBeNull();
  });
});

test("what its producer states wins over what the name says", () => {
  expect(seasonOf({ name: "Delizie della Lessinia", species: "strawberry" })).toEqual({
    from: 4,
    to: 6,
  });
  const box = { name: "Mele Golden, cassetta da 5 kg", species: "apple" };
  expect(seasonOf(box)).toEqual({ from: 8, to: 2 });
  expect(seasonOf({ name: "Mela", species: "soap" })).toBeNull();
});

test("a season over the end of the year holds January and not July", () => {
  const season = { from: 9, to: 3 };
  const months = [1, 2, 3, 4, 7, 8, 9, 12].filter((month) => isInSeason(season, month));
  expect(months).toEqual([1, 2, 3, 9, 12]);
});

test("its months are bits from January on, as many as the season is long", () => {
  expect(seasonMonths({ from: 1, to: 1 })).toBe(1);
  expect(seasonMonths({ from: 12, to: 2 })).toBe(0b1000_0000_0011);
  expect(seasonMonths(null)).toBe(0);
  const month = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(month, month, month, (from, to, asked) => {
      const bits = seasonMonths({ from, to });
      expect((bits >> (asked - 1)) & 1).toBe(isInSeason({ from, to }, asked) ? 1 : 0);
      expect(bits.toString(2).replaceAll("0", "")).toHaveLength(((to - from + 12) % 12) + 1);
    }),
  );
});

test("the month of a day is its own", () => {
  expect(monthNumber(civilDate("2026-11-22"))).toBe(11);
});

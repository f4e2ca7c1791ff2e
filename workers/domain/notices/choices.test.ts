import { describe, expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import { type Choice, choiceStandings, FIXED_LETTERS, isOptionalLetter } from "./choices.ts";
import { traitsOf } from "./letter.ts";

const no: Choice = { notice: "week-opens", isWanted: false, chosenAt: instant(5) };
const wanted = (agrees: boolean, choices: readonly Choice[]) =>
  choiceStandings(agrees, choices)
    .filter(({ isWanted }) => isWanted)
    .map(({ key }) => key);

describe("the letters that somebody chooses", () => {
  test("none goes out before they agree, whatever they said of one", () => {
    expect(wanted(false, [])).toEqual([]);
    expect(wanted(false, [{ ...no, isWanted: true }])).toEqual([]);
  });

  test("then each of which they did not say no", () => {
    expect(wanted(true, [])).toEqual(["week-opens", "closing-soon", "pickup-day", "low-credit"]);
    expect(wanted(true, [no])).toEqual(["closing-soon", "pickup-day", "low-credit"]);
    expect(choiceStandings(true, [no])[0]?.since).toBe(5);
  });

  test("what is fixed cannot be chosen", () => {
    for (const { key } of FIXED_LETTERS) {
      expect([key, traitsOf(key).isOptional, isOptionalLetter(key)]).toEqual([key, false, false]);
    }
  });
});

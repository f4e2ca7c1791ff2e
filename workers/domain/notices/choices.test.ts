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
  test("before they agree their group's reminder alone goes out, until they say no to it", () => {
    expect(wanted(false, [])).toEqual(["group-reminder"]);
    expect(wanted(false, [{ ...no, isWanted: true }])).toEqual(["group-reminder"]);
    expect(wanted(false, [{ ...no, notice: "group-reminder" }])).toEqual([]);
  });

  test("then each of which they did not say no", () => {
    const others = ["closing-soon", "group-reminder", "pickup-day", "low-credit", "vote-news"];
    expect(wanted(true, [])).toEqual(["week-opens", ...others]);
    expect(wanted(true, [no])).toEqual(others);
    expect(choiceStandings(true, [no])[0]?.since).toBe(5);
  });

  test("what is fixed cannot be chosen", () => {
    for (const { key } of FIXED_LETTERS) {
      expect([key, traitsOf(key).isOptional, isOptionalLetter(key)]).toEqual([key, false, false]);
    }
  });
});

import { describe, expect, test } from "vitest";
import { civilDate } from "#domain/kernel/instant.ts";
import { boardLacks, checkTerm, type OfficeTerm, termState, yearsLater } from "./offices.ts";

const day = civilDate;
const term = (change: Partial<OfficeTerm> = {}): OfficeTerm => ({
  organ: "board",
  memberId: "ada",
  from: day("2026-01-01"),
  to: day("2028-12-31"),
  endedOn: null,
  ...change,
});
const members = new Set(["ada", "bruno"]);

describe("a term", () => {
  test("lasts three years at most, to the day before", () => {
    expect(checkTerm(term(), members, [])).toMatchObject({ ok: true });
    expect(checkTerm(term({ to: day("2029-01-01") }), members, [])).toEqual({
      ok: false,
      refusal: { code: "term-too-long", most: 3 },
    });
    expect(checkTerm(term({ to: day("2025-12-31") }), members, [])).toMatchObject({
      refusal: { code: "term-too-long" },
    });
  });

  test("is for members, and for an office they do not hold already", () => {
    expect(checkTerm(term({ memberId: "zoe" }), members, [])).toMatchObject({
      refusal: { code: "not-electable" },
    });
    expect(checkTerm(term(), members, [term()])).toMatchObject({
      refusal: { code: "office-held" },
    });
    expect(checkTerm(term(), members, [term({ endedOn: day("2025-12-31") })]).ok).toBe(true);
    expect(checkTerm(term(), members, [term({ organ: "chair" })]).ok).toBe(true);
  });

  test("is held beyond its end until somebody else takes it, unless it was ended", () => {
    const on = (text: string, change: Partial<OfficeTerm> = {}) =>
      termState(term(change), day(text));
    expect(on("2025-12-31")).toBe("coming");
    expect(on("2026-01-01")).toBe("in-office");
    expect(on("2028-12-31")).toBe("in-office");
    expect(on("2029-01-01")).toBe("over-time");
    const endedOn = day("2027-05-05");
    expect([on("2027-05-05", { endedOn }), on("2027-05-06", { endedOn })]).toEqual([
      "in-office",
      "ended",
    ]);
  });
});

test("years later is the same day, or the last of February", () => {
  expect(yearsLater(day("2026-11-22"), 3)).toBe("2029-11-22");
  expect(yearsLater(day("2028-02-29"), 3)).toBe("2031-02-28");
});

test("a board of fewer than three says what it lacks", () => {
  const on = day("2026-06-01");
  expect(boardLacks([], on)).toBe(3);
  expect(boardLacks([term(), term({ organ: "chair", memberId: "bruno" })], on)).toBe(2);
  expect(
    boardLacks(
      ["a", "b", "c"].map((memberId) => term({ memberId })),
      on,
    ),
  ).toBeNull();
});

import { describe, expect, test } from "vitest";
import { AS_IT_IS, candidatesOf, checkChoice, choiceText, isBlank } from "./choice.ts";
import type { Method } from "#domain/governance/policy/policy.ts";
import type { Choice } from "./choice.ts";

const OPTIONS = ["pane", "olio", "miele"];
const check = (method: Method, choice: Choice) => {
  const checked = checkChoice(method, OPTIONS, choice);
  return checked.ok ? checked.value : checked.refusal;
};
const unfit = (why: string) => ({ code: "choice-unfit", why });

describe("a choice", () => {
  test.each<[Method, Choice, Choice]>([
    ["majority", { vote: "abstain" }, { vote: "abstain" }],
    ["consent", { vote: "consent" }, { vote: "consent" }],
    [
      "consent",
      { vote: "objection", reason: " troppo presto\u0300 " },
      { vote: "objection", reason: "troppo prest\u00f2" },
    ],
    ["approval", { approved: ["pane", "olio"] }, { approved: ["olio", "pane"] }],
    ["equal-shares", { approved: [] }, { approved: [] }],
    ["score", { scores: { pane: 5, olio: 0 } }, { scores: { pane: 5, olio: 0 } }],
    ["scottish", { ranking: ["olio", "pane"] }, { ranking: ["olio", "pane"] }],
    [
      "schulze",
      { ranks: { pane: 7, olio: 3, miele: 3 } },
      { ranks: { pane: 2, olio: 1, miele: 1 } },
    ],
    ["debian", { ranks: { pane: 1, [AS_IT_IS]: 2 } }, { ranks: { pane: 1, [AS_IT_IS]: 2 } }],
  ])("of %s is kept in one form", (method, choice, kept) => {
    expect(check(method, choice)).toEqual(kept);
  });

  test.each<[Method, Choice, string]>([
    ["majority", { vote: "consent" }, "of-another-method"],
    ["majority", { approved: [] }, "of-another-method"],
    ["consent", { vote: "yes" }, "of-another-method"],
    ["consent", { ranking: [] }, "of-another-method"],
    ["consent", { vote: "objection", reason: "  " }, "objection-without-reason"],
    ["consent", { vote: "objection", reason: "x".repeat(2001) }, "objection-without-reason"],
    ["approval", { approved: ["vino"] }, "option-unknown"],
    ["approval", { approved: ["pane", "pane"] }, "option-twice"],
    ["approval", { vote: "yes" }, "of-another-method"],
    ["score", { scores: { vino: 1 } }, "option-unknown"],
    ["score", { scores: { pane: 6 } }, "score-off-scale"],
    ["score", { scores: { pane: -1 } }, "score-off-scale"],
    ["score", { scores: { pane: 0.5 } }, "score-off-scale"],
    ["score", { ranks: {} }, "of-another-method"],
    ["irv", { ranking: ["vino"] }, "option-unknown"],
    ["meek", { ranking: ["pane", "pane"] }, "option-twice"],
    ["wigm", { vote: "no" }, "of-another-method"],
    ["schulze", { ranks: { [AS_IT_IS]: 1 } }, "option-unknown"],
    ["schulze", { ranks: { pane: 0 } }, "rank-off-scale"],
    ["debian", { scores: {} }, "of-another-method"],
  ])("of %s is refused where the vote does not take it", (method, choice, why) => {
    expect(check(method, choice)).toEqual(unfit(why));
  });

  test("has one text, whatever the order it was written in", () => {
    const one = check("score", { scores: { pane: 1, olio: 2 } }) as Choice;
    const other = check("score", { scores: { olio: 2, pane: 1 } }) as Choice;
    expect(choiceText(one)).toBe('{"scores":{"olio":2,"pane":1}}');
    expect(choiceText(other)).toBe(choiceText(one));
  });

  test("is blank where it leaves the matter to the others", () => {
    const blank: Choice[] = [
      { vote: "abstain" },
      { approved: [] },
      { ranking: [] },
      { scores: {} },
      { ranks: {} },
    ];
    expect(blank.map(isBlank)).toEqual(blank.map(() => true));
    expect([{ vote: "no" }, { scores: { pane: 0 } }].map((one) => isBlank(one as Choice))).toEqual([
      false,
      false,
    ]);
  });

  test("by Debian's rule all may stay as it is", () => {
    expect(candidatesOf("debian", ["pane"])).toEqual(["pane", AS_IT_IS]);
    expect(candidatesOf("schulze", ["pane"])).toEqual(["pane"]);
  });
});

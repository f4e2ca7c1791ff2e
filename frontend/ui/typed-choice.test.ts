import { describe, expect, test } from "vitest";
import type { Method } from "#domain/governance/policy/policy.ts";
import { choiceOf } from "./typed-choice.ts";

const read = (method: Method, form: string) => choiceOf(method, new URLSearchParams(form));

describe("what the boxes of a ballot say", () => {
  test.each([
    ["majority", "choice=yes", { vote: "yes" }],
    ["consent", "choice=objection&objection=+Il+banco+è+pieno+", objection("Il banco è pieno")],
    ["approval", "option=ada&option=carla", { approved: ["ada", "carla"] }],
    ["equal-shares", "", { approved: [] }],
    ["score", "score-ada=5&score-bruno=0&score-carla=", { scores: { ada: 5, bruno: 0 } }],
    ["scottish", "rank-ada=3&rank-bruno=1&rank-carla=", { ranking: ["bruno", "ada"] }],
    ["schulze", "rank-ada=1&rank-bruno=1", { ranks: { ada: 1, bruno: 1 } }],
  ] as const)("by %s", (method, form, choice) => {
    expect(read(method, form)).toEqual({ ok: true, value: choice });
  });

  test.each([
    ["majority", "", "choose"],
    ["majority", "choice=maybe", "choose"],
    ["consent", "choice=yes", "choose"],
    ["consent", "choice=objection&objection=++", "objectionMissing"],
    ["irv", "rank-ada=1&rank-bruno=1", "rankTwice"],
    ["meek", "rank-ada=&rank-bruno=0", "rankNone"],
  ] as const)("by %s what was forgotten is said: %s", (method, form, code) => {
    expect(read(method, form)).toMatchObject({ ok: false, refusal: { code } });
  });
});

function objection(reason: string) {
  return { vote: "objection", reason };
}

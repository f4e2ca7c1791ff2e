import { expect, test } from "vitest";
import type { Method } from "#domain/governance/policy/policy.ts";
import { aCall, cast, NAMES } from "#tests/ballots.ts";
import { resultText } from "./call-result.ts";
import type { Choice } from "./choice.ts";
import { countCall } from "./count-call.ts";

const OPTIONS = ["pane", "olio", "miele"];
const ranking = { ranking: ["olio", "pane"] };

test.each<[Method, Choice, string]>([
  ["majority", { vote: "yes" }, "motion"],
  ["consent", { vote: "consent" }, "consent"],
  ["approval", { approved: ["olio"] }, "totals"],
  ["score", { scores: { olio: 4 } }, "totals"],
  ["irv", ranking, "transfers"],
  ["scottish", ranking, "transfers"],
  ["wigm", ranking, "transfers"],
  ["meek", ranking, "meek"],
  ["schulze", { ranks: { olio: 1 } }, "pairs"],
  ["debian", { ranks: { olio: 1 } }, "pairs"],
  ["equal-shares", { approved: ["olio"] }, "budget"],
])("%s has its own count, and one text", (method, choice, kind) => {
  const options = OPTIONS.map((code) => ({ code, costCents: 10_000 }));
  const ballots = NAMES.slice(0, 5).map((name) => cast(name, choice));
  const call = aCall({ policy: { method }, options, ballots, budgetCents: 10_000 });
  const result = countCall(call);
  expect(result).toMatchObject({ method, passes: true, count: { kind } });
  expect(result.winners).toEqual(kind === "motion" || kind === "consent" ? [] : ["olio"]);
  expect(JSON.parse(resultText(result))).toEqual(result);
  const empty = countCall({ ...call, ballots: [] });
  expect(empty).toMatchObject({ passes: false, present: { members: 0 } });
});

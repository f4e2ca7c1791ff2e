import { describe, expect, test } from "vitest";
import type { Method } from "#domain/governance/policy/policy.ts";
import { cents } from "#domain/kernel/money.ts";
import {
  checkText,
  type ProposalFrame,
  type ProposalOption,
  type ProposalText,
  textDigest,
} from "./proposal-text.ts";

const text: ProposalText = {
  title: "Contributo alla rete al 5,5 %",
  body: "Si abbassa dal 6 al 5,5 per cento.",
  actions: [{ key: "network-fee", subject: "", value: "550", follows: 1 }],
  options: [],
};
const words: ProposalText = { ...text, actions: [] };
const rules: ProposalFrame = { subject: "rules", budgetCents: null };
const motion: ProposalFrame = { subject: "motion", budgetCents: null };
const election: ProposalFrame = { subject: "election", budgetCents: null };
const budget: ProposalFrame = { subject: "budget", budgetCents: cents(100_000) };

function option(code: string, cost: number | null = null): ProposalOption {
  return { code, title: code, detail: "", costCents: cost === null ? null : cents(cost) };
}
const two = [option("anna"), option("bruno")];

function fault(of: ProposalText, frame: ProposalFrame, method: Method): string {
  const checked = checkText(of, frame, method);
  if (checked.ok) return "fits";
  return checked.refusal.code === "proposal-misfit" ? checked.refusal.why : checked.refusal.code;
}

describe("what is put to the vote", () => {
  test("is counted in a way that fits it", () => {
    expect(fault(text, rules, "majority")).toBe("fits");
    expect(fault(words, motion, "consent")).toBe("fits");
    expect(fault({ ...words, options: two }, motion, "schulze")).toBe("fits");
    expect(fault({ ...words, options: two }, election, "scottish")).toBe("fits");
    expect(fault({ ...words, options: [option("orto", 100_000)] }, budget, "equal-shares")).toBe(
      "fits",
    );
  });

  test.each([
    ["an election by yes and no", words, election, "majority", "method"],
    ["rules from a ranking", text, rules, "schulze", "method"],
    ["rules that are not changed", words, rules, "majority", "actions"],
    ["a motion that changes rules", text, motion, "majority", "actions"],
    ["yes or no with options", { ...words, options: two }, motion, "majority", "options"],
    ["a choice of one", { ...words, options: [option("a")] }, motion, "approval", "options"],
    ["an election without candidates", words, election, "irv", "options"],
    ["a candidate twice", { ...words, options: [two[0], two[0]] }, election, "irv", "option-twice"],
    ["a candidate with a cost", { ...words, options: [option("a", 1)] }, election, "irv", "costs"],
    [
      "a project for nothing",
      { ...words, options: [option("a", 0)] },
      budget,
      "equal-shares",
      "costs",
    ],
    ["one without a cost", { ...words, options: [option("a")] }, budget, "equal-shares", "costs"],
    [
      "one beyond the sum",
      { ...words, options: [option("a", 100_001)] },
      budget,
      "equal-shares",
      "costs",
    ],
    [
      "a sum where none is divided",
      words,
      { ...motion, budgetCents: cents(1) },
      "majority",
      "costs",
    ],
  ] as const)("is not %s", (_, of, frame, method, why) => {
    expect(fault(of as ProposalText, frame, method)).toBe(why);
  });
});

test("a text's digest is of all that is voted on, and of which version it is", () => {
  const of = { proposalId: "p", version: 1 };
  const digests = [
    textDigest(text, rules, of),
    textDigest(text, rules, { ...of, version: 2 }),
    textDigest(text, rules, { ...of, proposalId: "q" }),
    textDigest({ ...text, title: "Altro" }, rules, of),
    textDigest({ ...text, body: "Altro" }, rules, of),
    textDigest({ ...text, actions: [] }, rules, of),
    textDigest({ ...text, options: two }, rules, of),
    textDigest({ ...text, options: two.toReversed() }, rules, of),
    textDigest(text, motion, of),
    textDigest(text, budget, of),
  ];
  expect(new Set(digests).size).toBe(digests.length);
});

import { describe, expect, test } from "vitest";
import { policyText } from "#domain/governance/policy/policy-text.ts";
import type { RuleAction } from "#domain/governance/rule-actions.ts";
import { aPolicy } from "#tests/policies.ts";
import { aRuleDescriptor, aVersion } from "#tests/rules.ts";
import { checkChanges, checkWritten, policiesFrom, timelockOf } from "./check-changes.ts";

const ground = {
  rules: [aRuleDescriptor()],
  versions: [aVersion(1, "600")],
  policies: [{ policy: aPolicy(), version: 1 }],
};
const fee: RuleAction = { key: "network-fee", subject: "", value: "550", follows: 1 };
const slower = aPolicy({ times: { ...aPolicy().times, timelock: 20 } });

function ofPolicy(policy = slower, change: Partial<RuleAction> = {}): RuleAction {
  const value = policyText(policy);
  return { key: "policy", subject: policy.code, value, follows: 1, ...change };
}

function codeOf(actions: readonly RuleAction[], under = "statute"): string {
  const checked = checkChanges(actions, under, ground);
  return checked.ok ? "may" : checked.refusal.code;
}

describe("changes of policies", () => {
  test("are made under the statute's policy alone, beside changes of rules", () => {
    expect(codeOf([ofPolicy(), fee])).toBe("may");
    expect(codeOf([ofPolicy()], "rules")).toBe("action-of-another-policy");
  });

  test("of a new policy follow none", () => {
    expect(codeOf([ofPolicy(aPolicy({ code: "hubs" }), { follows: 0 })])).toBe("may");
  });

  test.each([
    ["on a version that is no longer the last", [ofPolicy(slower, { follows: 0 })], "rule-changed"],
    ["twice", [ofPolicy(), ofPolicy()], "action-misfit"],
    ["that nobody can read", [ofPolicy(slower, { value: "{}" })], "proposal-misfit"],
    ["under another name", [ofPolicy(slower, { subject: "statute" })], "proposal-misfit"],
    [
      "in other words than they are written",
      [ofPolicy(slower, { value: ` ${policyText(slower)}` })],
      "proposal-misfit",
    ],
    ["below the law", [ofPolicy(aPolicy({ daysEnrolled: 30 }))], "below-legal-floor"],
    [
      "too quick for who sells here",
      [ofPolicy(aPolicy({ times: { ...slower.times, timelock: 14 } }))],
      "below-legal-floor",
    ],
    ["that cannot be", [ofPolicy(aPolicy({ seats: 0 }))], "policy-impossible"],
  ] as const)("are not made %s", (_, actions, code) => {
    expect(codeOf(actions)).toBe(code);
  });

  test("give the versions that they write", () => {
    expect(policiesFrom([fee, ofPolicy()])).toEqual([{ policy: slower, version: 2 }]);
  });
});

describe("changes of rules", () => {
  test("are checked against the register", () => {
    expect(codeOf([fee], "rules")).toBe("may");
    expect(codeOf([{ ...fee, value: "9000" }], "rules")).toBe("rule-out-of-bounds");
    expect(codeOf([{ ...fee, follows: 2 }], "rules")).toBe("rule-changed");
  });

  test("wait as long as their policy says, or the rule where that is longer", () => {
    const [quick, slow] = [15, 60].map((timelock) =>
      aPolicy({ times: { ...aPolicy().times, timelock } }),
    );
    if (quick === undefined || slow === undefined) throw new Error("two policies");
    expect(timelockOf([fee], quick, ground.rules)).toBe(30);
    expect(timelockOf([fee], slow, ground.rules)).toBe(60);
    expect(timelockOf([], slow, ground.rules)).toBeNull();
  });
});

test("a text has to fit its count first, then its changes the register", () => {
  const frame = { subject: "rules", budgetCents: null } as const;
  const text = { title: "Contributo", body: "", actions: [fee], options: [] };
  const check = (actions: readonly RuleAction[], method: "majority" | "schulze") =>
    checkWritten({ ...text, actions }, frame, { code: "rules", method }, ground);
  expect(check([fee], "majority").ok).toBe(true);
  expect(check([fee], "schulze")).toMatchObject({ refusal: { why: "method" } });
  expect(check([{ ...fee, follows: 9 }], "majority")).toMatchObject({
    refusal: { code: "rule-changed" },
  });
});

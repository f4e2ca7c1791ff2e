import { describe, expect, test } from "vitest";
import { isLawful, LEGAL_FLOORS } from "#domain/governance/policy/legal-floors.ts";
import { checkRuleValue } from "#domain/governance/rule.ts";
import { ruleNamed, RULES } from "./rule-register.ts";

describe("every rule of the network", () => {
  test("is declared once", () => {
    expect(new Set(RULES.map(({ key }) => key)).size).toBe(RULES.length);
    expect(ruleNamed("network-fee")?.area).toBe("prices");
    expect(ruleNamed("sunday-rest")).toBeUndefined();
  });

  test.each(RULES.map((rule) => [rule.key, rule] as const))(
    "%s begins within its bounds and the law",
    (_, rule) => {
      expect(checkRuleValue(rule, rule.default)).toEqual({ ok: true, value: rule.default });
    },
  );

  // Reg. (UE) 2019/1150, art. 3 c.2.
  test("that concerns who sells here takes effect fifteen days after the vote or later", () => {
    const theirs = RULES.filter(({ affects }) => affects.includes("producers"));
    expect(theirs.map(({ key }) => key)).toContain("network-fee");
    for (const { key, timelockDays } of theirs) {
      expect(isLawful(LEGAL_FLOORS.producersTimelock, timelockDays), key).toBe(true);
    }
  });

  test("is decided by members, but for what an enterprise decides for itself", () => {
    const own = RULES.filter(({ policy }) => policy === null).map(({ key }) => key);
    expect(own).toEqual(["producer-minimum"]);
    const enterprises = RULES.filter(({ subject }) => subject === "enterprise");
    expect(enterprises.map(({ key }) => key)).toEqual(own);
  });

  test("takes a week to take effect at least, so that people hear of it before", () => {
    expect(Math.min(...RULES.map(({ timelockDays }) => timelockDays))).toBe(7);
  });
});

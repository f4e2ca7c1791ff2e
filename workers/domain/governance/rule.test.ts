import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import { checkRuleValue, ruleAt, type RuleDescriptor, ruleDigest, ruleNumber } from "./rule.ts";

const fee = (version: number, value: string, effectiveAt: number) => ({
  key: "network-fee",
  subject: "",
  version,
  value,
  effectiveAt: instant(effectiveAt),
});
const versions = [fee(1, "600", 100), fee(2, "550", 200)];
const descriptor: RuleDescriptor = {
  key: "network-fee",
  unit: "basis-points",
  default: "600",
  least: 0,
  most: 5000,
  subject: "network",
  baseInstant: "placing",
};

test("a rule is what it was at the instant that counts", () => {
  expect(ruleAt(versions, "network-fee", instant(99))).toBeNull();
  expect(ruleAt(versions, "network-fee", instant(100))?.value).toBe("600");
  expect(ruleAt(versions, "network-fee", instant(199))?.value).toBe("600");
  expect(ruleAt(versions, "network-fee", instant(200))?.value).toBe("550");
  expect(ruleAt(versions, "network-fee", instant(200), "P01")).toBeNull();
});

test("the order in which versions are read changes nothing", () => {
  fc.assert(
    fc.property(fc.nat(300), (at) => {
      const backwards = versions.toReversed();
      const now = instant(at);
      expect(ruleAt(backwards, "network-fee", now)).toEqual(ruleAt(versions, "network-fee", now));
    }),
  );
});

test("a value outside its bounds is refused, with the bounds", () => {
  expect(checkRuleValue(descriptor, "5000").ok).toBe(true);
  expect(checkRuleValue(descriptor, "0").ok).toBe(true);
  for (const bad of ["5001", "-1", "6.5", "six", "", "007", "1e3"]) {
    expect(checkRuleValue(descriptor, bad)).toEqual({
      ok: false,
      refusal: { code: "rule-out-of-bounds", key: "network-fee", least: 0, most: 5000 },
    });
  }
});

test("a choice is one of the choices", () => {
  const choice: RuleDescriptor = { ...descriptor, unit: "choice", choices: ["a", "b"] };
  expect(checkRuleValue(choice, "a").ok).toBe(true);
  expect(checkRuleValue(choice, "c")).toMatchObject({ refusal: { code: "rule-not-a-choice" } });
});

test("what is sealed of a version changes with each of its facts", () => {
  const decision = { decidedAt: instant(50), decidedBy: "setup", reason: "first rules" };
  const sealed = ruleDigest(fee(1, "600", 100), decision);
  expect(ruleDigest(fee(1, "601", 100), decision)).not.toBe(sealed);
  expect(ruleDigest(fee(1, "600", 100), { ...decision, reason: "" })).not.toBe(sealed);
  expect(ruleNumber(fee(1, "600", 100))).toBe(600);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import {
  checkRuleValue,
  lastForGood,
  ruleAt,
  type RuleDescriptor,
  ruleDigest,
  ruleNumber,
} from "./rule.ts";

const fee = (version: number, value: string, effectiveAt: number) => ({
  key: "network-fee",
  subject: "",
  version,
  value,
  effectiveAt: instant(effectiveAt),
  expiresAt: null,
});
const versions = [fee(1, "600", 100), fee(2, "550", 200)];
const descriptor: RuleDescriptor = {
  key: "network-fee",
  area: "prices",
  unit: "basis-points",
  default: "600",
  least: 0,
  most: 5000,
  subject: "network",
  baseInstant: "placing",
  policy: "rules",
  timelockDays: 30,
  affects: ["producers", "buyers"],
};

test("a rule is what it was at the instant that counts", () => {
  expect(ruleAt(versions, "network-fee", instant(99))).toBeNull();
  expect(ruleAt(versions, "network-fee", instant(100))?.value).toBe("600");
  expect(ruleAt(versions, "network-fee", instant(199))?.value).toBe("600");
  expect(ruleAt(versions, "network-fee", instant(200))?.value).toBe("550");
  expect(ruleAt(versions, "network-fee", instant(200), "P01")).toBeNull();
});

test("what was decided for a while counts until its last instant, then the one before does", () => {
  const urgent = { ...fee(3, "700", 300), expiresAt: instant(400) };
  const valueAt = (at: number) => ruleAt([...versions, urgent], "network-fee", instant(at))?.value;
  expect([299, 300, 399, 400].map(valueAt)).toEqual(["550", "700", "700", "550"]);
  expect(lastForGood([...versions, urgent])?.version).toBe(2);
  expect(lastForGood([urgent])).toBeNull();
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

test("no value is beyond the law, which is named (I13)", () => {
  const reserve: RuleDescriptor = { ...descriptor, key: "surplus-reserve", legalFloor: "reserve" };
  expect(checkRuleValue(reserve, "3000").ok).toBe(true);
  expect(checkRuleValue(reserve, "2999")).toMatchObject({
    refusal: { code: "below-legal-floor", key: "surplus-reserve", least: 3000 },
  });
  fc.assert(
    fc.property(fc.integer({ min: -10, max: 6000 }), (value) => {
      const isTaken = checkRuleValue(reserve, String(value)).ok;
      expect(isTaken).toBe(value >= 3000 && value <= 5000);
    }),
  );
});

test("a text may be empty, and is not endless", () => {
  const article: RuleDescriptor = { ...descriptor, unit: "text", least: 0, most: 20 };
  expect(checkRuleValue(article, "").ok).toBe(true);
  expect(checkRuleValue(article, "Soci\nSono uguali.").ok).toBe(true);
  expect(checkRuleValue(article, "x".repeat(21))).toMatchObject({
    refusal: { code: "rule-out-of-bounds" },
  });
});

test("what is sealed of a version changes with each of its facts", () => {
  const why = { decidedBy: "setup", reason: "first rules", proposalId: null };
  const decision = { ...why, decidedAt: instant(50) };
  const sealed = ruleDigest(fee(1, "600", 100), decision);
  expect(ruleDigest(fee(1, "601", 100), decision)).not.toBe(sealed);
  expect(ruleDigest(fee(1, "600", 100), { ...decision, reason: "" })).not.toBe(sealed);
  expect(ruleDigest(fee(1, "600", 100), { ...decision, proposalId: "p" })).not.toBe(sealed);
  const forAWhile = { ...fee(1, "600", 100), expiresAt: instant(900) };
  expect(ruleDigest(forAWhile, decision)).not.toBe(sealed);
  expect(ruleNumber(fee(1, "600", 100))).toBe(600);
});

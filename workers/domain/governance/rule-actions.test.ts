import { describe, expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import { aRuleDescriptor, aVersion } from "#tests/rules.ts";
import { checkActions, longestTimelock, touchesProducers, versionsFrom } from "./rule-actions.ts";

const rules = [
  aRuleDescriptor(),
  aRuleDescriptor({ key: "delivery-fee", timelockDays: 7, affects: ["buyers"] }),
  aRuleDescriptor({ key: "statute", unit: "text", subject: "article", policy: "statute" }),
  aRuleDescriptor({ key: "producer-minimum", subject: "enterprise", policy: null }),
];
const versions = [aVersion(1, "600"), aVersion(2, "650")];
const lower = { key: "network-fee", subject: "", value: "550", follows: 2 };
const article = { key: "statute", subject: "7-bis", value: "Deleghe\nTre.", follows: 0 };
const check = (actions: readonly (typeof lower)[], policy = "rules", known = versions) =>
  checkActions(actions, policy, { rules, versions: known });

describe("a proposal to change rules", () => {
  test("says which rule, its new value, and the version it was written on", () => {
    expect(check([lower])).toEqual({ ok: true, value: [lower] });
  });

  test.each([
    ["rule-unknown", { ...lower, key: "sunday-rest" }],
    ["rule-out-of-bounds", { ...lower, value: "5001" }],
    ["action-misfit", { ...lower, subject: "7" }],
    ["action-of-another-policy", article],
    ["action-of-another-policy", { ...lower, key: "producer-minimum", follows: 0 }],
    ["rule-changed", { ...lower, follows: 1 }],
    ["rule-changed", { ...lower, follows: 3 }],
    ["rule-changed", { ...lower, key: "delivery-fee", follows: 1 }],
  ])("is refused: %s", (code, action) => {
    const policy = code === "action-of-another-policy" ? "rules" : "statute";
    expect(check([action], policy)).toMatchObject({ ok: false, refusal: { code } });
  });

  test("changes each rule once", () => {
    const twice = check([lower, { ...lower, value: "500" }]);
    expect(twice).toMatchObject({ refusal: { code: "action-misfit", key: "network-fee" } });
  });

  test("as the statute is changed may change any rule, and only so an article", () => {
    expect(check([lower, article], "statute").ok).toBe(true);
    const unnumbered = check([{ ...article, subject: "premessa" }], "statute");
    expect(unnumbered).toMatchObject({ refusal: { code: "action-misfit" } });
  });

  test("is not overtaken by an urgent deed of officers: it follows what was for good", () => {
    const urgent = { ...aVersion(3, "900"), expiresAt: instant(5000) };
    expect(check([lower], "rules", [...versions, urgent]).ok).toBe(true);
    const [written] = versionsFrom([lower], [...versions, urgent], instant(400));
    expect(written).toEqual({ ...aVersion(4, "550"), effectiveAt: 400 });
  });

  test("takes effect when it is executed, or after a version that is still to begin", () => {
    const [now] = versionsFrom([lower], versions, instant(400));
    expect(now).toMatchObject({ version: 3, effectiveAt: 400, expiresAt: null });
    const coming = { ...aVersion(3, "700"), effectiveAt: instant(900) };
    const [later] = versionsFrom([lower], [...versions, coming], instant(400));
    expect(later).toMatchObject({ version: 4, effectiveAt: 900 });
    expect(versionsFrom([article], versions, instant(400))).toMatchObject([{ version: 1 }]);
  });

  test("waits for its longest timelock, and concerns producers if one of its rules does", () => {
    const fee = { ...lower, key: "delivery-fee", follows: 0 };
    expect(longestTimelock([lower, fee], rules)).toBe(30);
    expect(longestTimelock([fee], rules)).toBe(7);
    expect(longestTimelock([], rules)).toBe(0);
    expect(touchesProducers([fee], rules)).toBe(false);
    expect(touchesProducers([fee, lower], rules)).toBe(true);
  });
});

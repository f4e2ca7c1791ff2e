import { expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import { aPolicy } from "#tests/policies.ts";
import { policyAt, policyDigest, policyText, type PolicyVersion } from "./policy-text.ts";

function version(number: number, from: number, code = "rules"): PolicyVersion {
  return {
    policy: aPolicy({ code }),
    version: number,
    effectiveAt: instant(from),
    decidedAt: instant(0),
    decidedBy: "setup",
    reason: "set-up",
  };
}

test("the same policy has one text, in which a share is a fraction", () => {
  expect(policyText(aPolicy())).toBe(policyText({ ...aPolicy() }));
  expect(policyText(aPolicy())).toContain('"share":"1/3"');
  expect(policyText(aPolicy({ seats: 2 }))).not.toBe(policyText(aPolicy()));
});

test("a version's digest is of all that it says", () => {
  const first = version(1, 100);
  const others: PolicyVersion[] = [
    { ...first, policy: aPolicy({ endorsements: 9 }) },
    { ...first, version: 2 },
    { ...first, effectiveAt: instant(101) },
    { ...first, decidedAt: instant(1) },
    { ...first, decidedBy: "proposal:1" },
    { ...first, reason: "altro" },
  ];
  const digests = new Set([first, ...others].map(policyDigest));
  expect(digests.size).toBe(others.length + 1);
});

test("the policy of an instant is the last version that had begun", () => {
  const versions = [version(2, 200), version(1, 100), version(1, 0, "ordinary")];
  const at = (ms: number) => policyAt(versions, "rules", instant(ms))?.version ?? null;
  expect([99, 100, 199, 200].map(at)).toEqual([null, 1, 1, 2]);
});

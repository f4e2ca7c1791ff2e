import { expect, test } from "vitest";
import { checkPolicy } from "./check-policy.ts";
import { FIRST_POLICIES } from "./first-policies.ts";

test.each(FIRST_POLICIES)("a network begins with a lawful policy: $code", (policy) => {
  const touchesProducers = policy.code === "rules" || policy.code === "statute";
  expect(checkPolicy(policy, { touchesProducers })).toEqual({ ok: true, value: policy });
});

test("each has a name of its own", () => {
  expect(new Set(FIRST_POLICIES.map(({ code }) => code)).size).toBe(FIRST_POLICIES.length);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RuleVersion } from "#domain/governance/rule.ts";
import { policyText } from "#domain/governance/policy/policy-text.ts";
import { instant } from "#domain/kernel/instant.ts";
import { aPolicy } from "#tests/policies.ts";
import { aRuleDescriptor, aVersion } from "#tests/rules.ts";
import { decideExecution } from "./execution.ts";
import type { ProposalRow } from "./proposal-state.ts";

const at = instant;
const queued: ProposalRow = {
  submittedAt: at(1),
  endorsedAt: at(2),
  notice: { noticedAt: at(3), opensAt: at(4), closesAt: at(5), extendedTo: null },
  tally: { hasQuorum: true, passes: true, challengeUntil: at(400) },
  hasSecondCall: false,
  queue: { from: at(500), until: at(600), executedAt: null },
  ended: null,
};
const actions = [{ key: "network-fee", subject: "", value: "550", follows: 1 }];
const proposal = { row: queued, policy: "rules", actions };
const register = { rules: [aRuleDescriptor()], versions: [aVersion(1, "600")], policies: [] };

describe("a proposal that passed", () => {
  test("writes the next version of its rules once its timelock is over", () => {
    expect(decideExecution(proposal, register, at(500))).toEqual({
      ok: true,
      value: { versions: [{ ...aVersion(2, "550"), effectiveAt: 500 }], policies: [] },
    });
  });

  test.each([
    [499, "queued", 500],
    [600, "expired", 500],
  ] as const)("at instant %i is %s, and is not executed", (now, state, from) => {
    const refusal = { code: "proposal-not-executable", state, from };
    expect(decideExecution(proposal, register, at(now))).toEqual({ ok: false, refusal });
  });

  test("is executed once", () => {
    const row = { ...queued, queue: { from: at(500), until: at(600), executedAt: at(510) } };
    expect(decideExecution({ ...proposal, row }, register, at(520))).toMatchObject({
      refusal: { code: "proposal-not-executable", state: "executed", from: null },
    });
  });

  test("does not write over what another one changed meanwhile", () => {
    const versions = [...register.versions, aVersion(2, "500")];
    expect(decideExecution(proposal, { ...register, versions }, at(500))).toMatchObject({
      refusal: { code: "rule-changed", key: "network-fee" },
    });
  });

  test("changes how is voted only as the statute is changed, and then as it was voted on", () => {
    const policy = aPolicy({ code: "rules", mostProxies: 5 });
    const change = { key: "policy", subject: "rules", value: policyText(policy), follows: 1 };
    const ground = { ...register, policies: [{ policy: aPolicy(), version: 1 }] };
    const under = (code: string) =>
      decideExecution({ row: queued, policy: code, actions: [change] }, ground, at(500));
    expect(under("rules")).toMatchObject({ refusal: { code: "action-of-another-policy" } });
    expect(under("statute")).toMatchObject({
      value: { versions: [], policies: [{ policy: { mostProxies: 5 }, version: 2 }] },
    });
  });

  test("does not go beyond bounds that were narrowed since it was voted on", () => {
    const rules = [aRuleDescriptor({ least: 560 })];
    expect(decideExecution(proposal, { ...register, rules }, at(500))).toMatchObject({
      refusal: { code: "rule-out-of-bounds", least: 560 },
    });
  });
});

/** Proposals that were executed one after another, and the register that came of it. */
function played(changes: readonly { readonly value: number; readonly follows: number }[]) {
  const executed: (typeof actions)[] = [];
  const versions: RuleVersion[] = [...register.versions];
  for (const [place, { value, follows }] of changes.entries()) {
    const asked = [{ key: "network-fee", subject: "", value: String(value), follows }];
    const now = at(500 + (place % 100));
    const effect = decideExecution({ ...proposal, actions: asked }, { ...register, versions }, now);
    if (!effect.ok) continue;
    executed.push(asked);
    versions.push(...effect.value.versions);
  }
  return { executed, versions };
}

test("playing the executed changes again gives the register, nothing overwritten (I12)", () => {
  const change = fc.record({
    value: fc.integer({ min: -10, max: 6000 }),
    follows: fc.integer({ min: 0, max: 6 }),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
      const { executed, versions } = played(changes);
      const again = played(
        executed.map(([one]) => ({ value: Number(one?.value), follows: one?.follows ?? 0 })),
      );
      const valuesOf = (all: readonly RuleVersion[]) => all.map(({ value }) => value);
      expect(valuesOf(again.versions)).toEqual(valuesOf(versions));
      expect(versions.map(({ version }) => version)).toEqual(versions.map((_, i) => i + 1));
      // No value beyond the bounds ever came in (I13).
      expect(versions.every(({ value }) => Number(value) >= 0 && Number(value) <= 5000)).toBe(true);
    }),
  );
});

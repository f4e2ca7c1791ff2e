import { describe, expect, test } from "vitest";
import { fraction } from "#domain/governance/counting/fraction.ts";
import { aPolicy, aRule } from "#tests/policies.ts";
import { FIRST_POLICIES } from "./first-policies.ts";
import { policyFacts, policyText } from "./policy-text.ts";
import { readPolicy } from "./read-policy.ts";

const third = { num: 1n, den: 3n };
const colleges = ["producer", "worker", "consumer"].map((code) => ({ code, weight: third }));

describe("a policy is read back as it was written", () => {
  test.each([
    ...FIRST_POLICIES,
    aPolicy({ votes: { kind: "colleges", colleges, empty: "redistribute" } }),
    aPolicy({ votes: { kind: "legal-persons", most: 5 } }),
    aPolicy({ votes: { kind: "exchange" }, calls: [aRule({ quorum: fraction(0) })] }),
  ])("$code", (policy) => {
    expect(readPolicy(policyText(policy))).toEqual(policy);
  });
});

describe("no policy", () => {
  const whole = policyFacts(aPolicy());
  const [call] = whole["calls"] as readonly object[];

  test.each([
    ["is a text that is not JSON", "{"],
    ["is a list", "[]"],
  ])("%s", (_, text) => {
    expect(readPolicy(text)).toBeNull();
  });

  test("lacks a part", () => {
    for (const missing of Object.keys(whole)) {
      const rest = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== missing));
      expect(readPolicy(JSON.stringify(rest)), missing).toBeNull();
    }
  });

  test.each([
    { more: 1 },
    { code: "Ordinaria" },
    { electors: "everybody" },
    { method: "dice" },
    { seats: -1 },
    { seats: "1" },
    { calls: [] },
    { calls: [call, call, call] },
    { calls: [{ ...call, threshold: { share: "x", base: "present", isStrict: true } }] },
    { calls: [{ ...call, threshold: { share: "1/2", base: "all", isStrict: true } }] },
    { calls: [{ ...call, quorum: { share: "1/2", of: "electorate", isStrict: true } }] },
    { calls: [{ ...call, quorum: { share: "1/2", of: "present" } }] },
    { calls: [{ ...call, more: 1 }] },
    { votes: { kind: "capital" } },
    { votes: { kind: "heads", most: 2 } },
    { votes: { kind: "legal-persons" } },
    { votes: { kind: "colleges", colleges: [{ code: "a", weight: "-1" }], empty: "lost" } },
    { votes: { kind: "colleges", colleges: [], empty: "kept" } },
    { daysEnrolled: 0.5 },
    { mostProxies: null },
    { secrecy: "whispered" },
    { mayRevote: 1 },
    { ownBeatsProxy: "no" },
    { endorsements: 1e9 },
    { times: { open: 1 } },
    { times: null },
  ])("has $0", (change) => {
    expect(readPolicy(JSON.stringify({ ...whole, ...change }))).toBeNull();
  });
});

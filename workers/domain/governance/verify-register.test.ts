import fc from "fast-check";
import { expect, test } from "vitest";
import { instant, later } from "#domain/kernel/instant.ts";
import { sealRows } from "#domain/kernel/seal.ts";
import { ruleDigest } from "./rule.ts";
import { type Register, type RegisteredRule, verifyRegister } from "./verify-register.ts";

const decidedAt = instant(1_780_000_000_000);

/** Two rules that are changed in turn. */
function versions(count: number): RegisteredRule[] {
  return Array.from({ length: count }, (_, i) => {
    const said = {
      key: i % 2 === 0 ? "network-fee" : "delivery-fee",
      subject: "",
      version: Math.floor(i / 2) + 1,
      value: String(600 + i),
      effectiveAt: later(decidedAt, i * 1000),
      expiresAt: null,
    };
    const why = { decidedBy: "token:officer", reason: "voto", proposalId: null };
    const decision = { ...why, decidedAt: later(decidedAt, i) };
    return { ...said, ...decision, id: i + 1, digest: ruleDigest(said, decision) };
  });
}

const all = versions(12);
const seal = sealRows("rules", all.slice(0, 10), null, decidedAt);
const register: Register = { kind: "rules", upTo: 12, versions: all, seals: [seal] };
const forged = (i: number, change: Partial<RegisteredRule>) => {
  const rule = all[i];
  if (rule === undefined) return all;
  const changed = { ...rule, ...change };
  return all.with(i, { ...changed, digest: ruleDigest(changed, changed) });
};

test("a register as it was written holds", () => {
  expect(verifyRegister(register)).toEqual({ ok: true, checked: { versions: 12, seals: 1 } });
});

test("a version that is changed, taken away or moved is named", () => {
  fc.assert(
    fc.property(fc.nat(11), fc.constantFrom("value", "taken", "moved"), (i, kind) => {
      const edited = {
        value: forged(i, {}).map((rule, n) => (n === i ? { ...rule, value: "1" } : rule)),
        taken: all.toSpliced(i, 1),
        moved:
          i === 11
            ? all.toSpliced(11, 1)
            : all.toSpliced(i, 2, ...all.slice(i, i + 2).toReversed()),
      }[kind];
      const verdict = verifyRegister({ ...register, versions: edited ?? [] });
      expect(verdict).toMatchObject({ ok: false, entry: `version ${i + 1}` });
    }),
  );
});

test("a forger who makes the digest fit breaks the seal, or the order of the versions", () => {
  const look = (i: number, change: Partial<RegisteredRule>) =>
    verifyRegister({ ...register, versions: forged(i, change) });
  expect(look(4, { value: "1" })).toMatchObject({ entry: "seal 1" });
  expect(look(4, { version: 9 })).toMatchObject({ fault: "does not follow the last one" });
  expect(look(4, { effectiveAt: instant(1) })).toMatchObject({
    fault: "binds before it was decided",
  });
  const early = { effectiveAt: decidedAt, decidedAt };
  expect(look(4, early)).toMatchObject({ fault: "binds before the version it follows" });
});

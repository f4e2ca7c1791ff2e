import { expect, test } from "vitest";
import { electorateRowDigest } from "#domain/governance/electorate/freeze-electorate.ts";
import { fraction } from "#domain/governance/counting/fraction.ts";
import { secretBallotDigest } from "#domain/governance/ballots/ballot.ts";
import { policyDigest } from "#domain/governance/policy/policy-text.ts";
import { textDigest } from "#domain/governance/proposal/proposal-text.ts";
import { digestOf } from "#domain/kernel/digest.ts";
import { instant } from "#domain/kernel/instant.ts";
import { FIRST_PREVIOUS } from "#domain/kernel/seal.ts";
import { aPolicy } from "#tests/policies.ts";
import { publishedPolicy, publishedRow, publishedSecret, publishedText } from "./published.ts";

/** SHA-256 of what is published, without its digest and what is asked to be left out. */
function said(published: object, ...without: readonly string[]) {
  const left = Object.entries(published).filter(([key]) => !["digest", ...without].includes(key));
  return digestOf(Object.fromEntries(left));
}

test("a text, a policy and a row are published with exactly what their digests are over", () => {
  const text = {
    title: "Un forno",
    body: "Comune.",
    actions: [{ key: "network-fee", subject: "", value: "550", follows: 1 }],
    options: [{ code: "forno", title: "Forno", detail: "", costCents: null }],
  };
  const frame = { subject: "rules", budgetCents: null } as const;
  const of = { proposalId: "01HPROPOSAL", version: 2 };
  expect(said(publishedText(text, frame, of))).toBe(textDigest(text, frame, of));
  const at = { effectiveAt: instant(5), decidedAt: instant(3), decidedBy: "ada", reason: "voto" };
  const version = { policy: aPolicy(), version: 1, ...at };
  const kept = { ...version, digest: policyDigest(version) };
  expect(said(publishedPolicy(kept))).toBe(kept.digest);
  const row = {
    memberId: "member-1",
    class: "producer",
    basis: "exchange",
    weight: fraction(3, 2),
    reason: "",
    mayHold: true,
    salt: "a salt of its own",
  } as const;
  const digest = electorateRowDigest(row);
  expect(said(publishedRow({ ...row, digest }, "nobody"))).toBe(digest);
  expect(said(publishedRow({ ...row, digest }, "members"), "member", "salt")).toBe(digest);
});

test("where members may not be seen a row has neither their name nor their salt", () => {
  const row = { memberId: "member-1", class: "consumer", basis: "head", reason: "" } as const;
  const rest = { weight: fraction(1), mayHold: true, salt: "salt-1", digest: FIRST_PREVIOUS };
  const shown = JSON.stringify(publishedRow({ ...row, ...rest }, "nobody"));
  expect(shown).not.toContain("member-1");
  expect(shown).not.toContain("salt-1");
});

test("a secret ballot is published with its vote's place and nothing else to be what it is", () => {
  const box = { proposalId: "01HPROPOSAL", callNumber: 1 };
  const ballot = { mark: "0".repeat(26), class: "", basis: "head", weight: fraction(1) } as const;
  const cast = { ...ballot, choice: { vote: "yes" } as const };
  const digest = secretBallotDigest(box, cast);
  const place = { proposal: box.proposalId, call: box.callNumber };
  expect(said({ ...publishedSecret({ ...cast, digest }), ...place })).toBe(digest);
});

import { describe, expect, test } from "vitest";
import { ballotDigest } from "#domain/governance/ballots/ballot.ts";
import { aBookLine, exportedVote, sealed } from "#tests/exported-votes.ts";
import type { ExportedOpenBallot, ExportedVote } from "./exported-vote.ts";
import { headDigest } from "./published.ts";
import { recountVote } from "./recount-vote.ts";

const book = Array.from({ length: 12 }, (_, at) =>
  aBookLine(at + 1, at === 11 ? { isInArrears: true } : {}),
);
const choices = book.slice(0, 8).map(({ memberId: member }, at) => ({
  member,
  choice: { vote: at < 5 ? "yes" : "no" } as const,
}));
const vote = exportedVote({ book, choices }, 3);
const secret = exportedVote({ book, choices, policy: { secrecy: "detached" } }, 3);

/** The document as a forger writes it who has everything but the ballots' own places in seals. */
function finished(forged: ExportedVote): ExportedVote {
  const { electorate: _, receipts: __, ballots: ___, digest: ____, ...head } = forged;
  return { ...forged, digest: headDigest(head) };
}

/** A vote in which somebody who may not vote has voted, sealed and all. */
function withIntruder(member: string): ExportedVote {
  const last = vote.ballots.at(-1) as ExportedOpenBallot;
  const intruder = { ...last, number: 9, member, by: member, tracker: "z".repeat(26) };
  const choice = { vote: "yes" } as const;
  const place = { proposalId: vote.call.proposal, callNumber: 1 };
  const digest = ballotDigest(place, { ...intruder, choice }, intruder);
  const ballots = [...vote.ballots, { ...intruder, choice, digest }];
  const seals = sealed(ballots, 3);
  const seed = seals.at(-1)?.digest ?? vote.tally.seed;
  return finished({ ...vote, ballots, seals, tally: { ...vote.tally, seed } });
}

describe("a vote as it was published", () => {
  test("gives the same result again, with what was checked", () => {
    const checked = { "electorate rows": 12, proxies: 0, receipts: 0, ballots: 8, seals: 3 };
    expect(recountVote(vote)).toEqual({ ok: true, checked, result: vote.tally.result });
    expect(recountVote(secret)).toMatchObject({ ok: true, checked: { receipts: 8, ballots: 8 } });
  });

  test("names what the notice did not say", () => {
    const { call, proposal, policy } = vote;
    const text = { ...proposal.text, title: "Un’altra cosa" };
    const seats = { ...policy.policy, seats: 2 };
    const entry = (change: Partial<ExportedVote>) => {
      const recount = recountVote({ ...vote, ...change });
      return recount.ok ? null : recount.entry;
    };
    expect(entry({ proposal: { ...proposal, text } })).toBe("text");
    expect(entry({ policy: { ...policy, policy: seats } })).toBe("policy");
    expect(entry({ policy: { ...policy, policy: {} } })).toBe("policy");
    expect(entry({ call: { ...call, mayRevote: true } })).toBe("call");
    expect(entry({ call: { ...call, policyVersion: 2 } })).toBe("policy");
    expect(entry({ network: "Un’altra rete" })).toBe("document");
  });

  test("names a ballot that the box should not hold, and never counts it (I1)", () => {
    for (const member of ["member-12", "member-99"]) {
      expect(recountVote(withIntruder(member))).toEqual({
        ok: false,
        entry: "ballot 9",
        fault: "is of somebody who may not vote",
      });
    }
  });

  test("names the part of a result that does not follow from the ballots", () => {
    const result = { ...(vote.tally.result as object), passes: false };
    const claimed = finished({ ...vote, tally: { ...vote.tally, result } });
    expect(recountVote(claimed)).toEqual({
      ok: false,
      entry: "tally",
      fault: "does not follow from the ballots: passes",
    });
  });

  test("under a secret vote has no more ballots than voters, nor voters than may vote", () => {
    expect(recountVote(finished({ ...secret, voted: 7 }))).toMatchObject({ entry: "ballot 8" });
    expect(recountVote(finished({ ...secret, voted: 12 }))).toMatchObject({ entry: "voted" });
  });
});

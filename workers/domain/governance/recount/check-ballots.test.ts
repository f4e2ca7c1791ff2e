import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ballotDigest, type Receipt, receiptDigest } from "#domain/governance/ballots/ballot.ts";
import type { Choice } from "#domain/governance/ballots/choice.ts";
import { instant } from "#domain/kernel/instant.ts";
import { aBookLine, exportedVote, sealed } from "#tests/exported-votes.ts";
import { checkBallots } from "./check-ballots.ts";
import type { ExportedOpenBallot, ExportedSecretBallot, ExportedVote } from "./exported-vote.ts";

const book = Array.from({ length: 12 }, (_, at) => aBookLine(at + 1));
const choices = book.map(({ memberId: member }, at) => ({
  member,
  choice: { vote: at % 3 === 0 ? "no" : "yes" } as const,
}));
const open = exportedVote({ book, choices }, 5);
const secret = exportedVote({ book, choices, policy: { secrecy: "detached" } }, 5);
const blind = exportedVote({ book, choices: choices.slice(0, 4), policy: { secrecy: "blind" } }, 5);
const place = { proposalId: open.call.proposal, callNumber: open.call.number };

/** A ballot as a forger writes it: its digest is made to fit. */
function forged(vote: ExportedVote, at: number, change: Partial<ExportedOpenBallot>) {
  const ballot = { ...(vote.ballots[at] as ExportedOpenBallot), ...change };
  const choice = ballot.choice as unknown as Choice;
  const digest = ballotDigest(place, { ...ballot, choice }, ballot);
  return vote.ballots.with(at, { ...ballot, digest });
}

describe("a box of open ballots", () => {
  test("holds as it was sealed, and so does one of secret ballots, and an empty one", () => {
    const empty = exportedVote({ book, choices: [] });
    expect([open, secret, empty].map(checkBallots)).toEqual([null, null, null]);
  });

  test("names a ballot that says something else, or the seal if its digest was made to fit", () => {
    const change = fc.constantFrom<Partial<ExportedOpenBallot>>(
      { choice: { vote: "abstain" } },
      { member: "member-99" },
      { by: "member-98" },
      { nth: 7 },
      { tracker: "z".repeat(26) },
      { castAt: instant(open.call.opensAt + 1) },
      { paper: 3 },
    );
    fc.assert(
      fc.property(fc.nat(11), change, (at, changed) => {
        const edited = { ...(open.ballots[at] as ExportedOpenBallot), ...changed };
        const plain = { ...open, ballots: open.ballots.with(at, edited) };
        expect(checkBallots(plain)).toMatchObject({ entry: `ballot ${at + 1}` });
        const fitting = { ...open, ballots: forged(open, at, changed) };
        const seal = `seal ${Math.floor(at / 5) + 1}`;
        expect(checkBallots(fitting)).toMatchObject({ entry: seal });
      }),
    );
  });

  test("names the place of a ballot that is taken away, added or moved (I7)", () => {
    fc.assert(
      fc.property(fc.nat(10), (at) => {
        const less = { ...open, ballots: open.ballots.filter((_, index) => index !== at) };
        expect(checkBallots(less)).toMatchObject({ entry: `ballot ${at + 1}` });
        const more = {
          ...open,
          ballots: open.ballots.toSpliced(at, 0, ...open.ballots.slice(at, at + 1)),
        };
        expect(checkBallots(more)).toMatchObject({ entry: `ballot ${at + 2}` });
        const [one, other] = open.ballots.slice(at, at + 2);
        const swapped = {
          ...open,
          ballots: open.ballots.toSpliced(at, 2, other as never, one as never),
        };
        expect(checkBallots(swapped)).toMatchObject({ entry: `ballot ${at + 1}` });
      }),
    );
    const last = { ...open, ballots: open.ballots.slice(0, -1) };
    expect(checkBallots(last)).toMatchObject({ entry: "seal 3" });
    const bare = { ...open, seals: open.seals.slice(0, -1) };
    expect(checkBallots(bare)).toEqual({ entry: "ballot 11", fault: "is under no seal" });
  });

  test("that was sealed anew by a forger draws its lot from something else (I7)", () => {
    const ballots = forged(open, 3, { choice: { vote: "abstain" } });
    const seals = sealed(ballots, 5);
    expect(checkBallots({ ...open, ballots, seals })).toMatchObject({ entry: "tally" });
    const seed = seals.at(-1)?.digest ?? open.tally.seed;
    const tally = { ...open.tally, seed };
    expect(checkBallots({ ...open, ballots, seals, tally })).toBeNull();
  });

  test("takes none from before the opening nor from the close on, digest or no digest (I5)", () => {
    const { opensAt, closesAt } = open.call;
    const at = (castAt: number, call = open.call) => {
      const ballots = forged(open, 0, { castAt: instant(castAt) });
      return checkBallots({ ...open, call, ballots })?.fault;
    };
    expect(at(opensAt - 1)).toBe("was cast before the vote was open");
    expect(at(closesAt)).toBe("was cast after the close");
    expect(at(opensAt)).toBeUndefined();
    expect(at(closesAt - 1)).toMatch("does not hold");
    const extended = { ...open.call, extendedTo: instant(closesAt + 1000) };
    expect(at(closesAt + 999, extended)).toMatch("does not hold");
    expect(at(closesAt + 1000, extended)).toBe("was cast after the close");
  });
});

describe("a box of secret ballots", () => {
  test("names a ballot or a receipt that says something else, is missing or too many", () => {
    const { ballots, receipts } = secret;
    const mark = { ...(ballots[4] as ExportedSecretBallot), mark: "0".repeat(26) };
    expect(checkBallots({ ...secret, ballots: ballots.with(4, mark) })).toMatchObject({
      entry: "ballot 5",
    });
    const tracker = receipts.map((one, at) =>
      at === 2 ? { ...one, tracker: "0".repeat(26) } : one,
    );
    expect(checkBallots({ ...secret, receipts: tracker })).toMatchObject({ entry: "receipt 3" });
    const fewer = { ...secret, receipts: receipts.slice(0, -1) };
    expect(checkBallots(fewer)).toEqual({ entry: "receipt 12", fault: "is missing" });
    const unsealed = { ...secret, seals: [] };
    expect(checkBallots(unsealed)).toMatchObject({ entry: "receipt 1" });
    const half = { ...secret, seals: secret.seals.slice(0, 3) };
    expect(checkBallots(half)).toMatchObject({ entry: "ballot 4" });
  });

  test("of a blind vote has a token of the vote's key behind every receipt", () => {
    expect(checkBallots(blind)).toBeNull();
    const { receipts } = blind;
    const [first, second] = receipts;
    if (first === undefined || second === undefined) throw new Error("two receipts");
    const { token: _, ...bare } = first;
    const own = { proposalId: blind.call.proposal, callNumber: blind.call.number };
    for (const { digest: __, ...receipt } of [bare, { ...first, token: second.token }]) {
      const fitting = receipt as Receipt;
      const fake = { ...fitting, digest: receiptDigest(own, fitting) };
      const changed = { ...blind, receipts: receipts.with(0, fake) };
      const fault = "has no token that the key of the vote signed";
      expect(checkBallots(changed)).toEqual({ entry: "receipt 1", fault });
    }
    const { tokenKey: ___, ...keyless } = blind.call;
    expect(checkBallots({ ...blind, call: keyless })).toMatchObject({ entry: "receipt 1" });
    const bent = { ...blind.call, tokenKey: "zz" };
    expect(checkBallots({ ...blind, call: bent })).toMatchObject({ entry: "receipt 1" });
  });

  test("takes no open ballot, and one of open ballots no secret one", () => {
    const mixed = { ...secret, ballots: open.ballots };
    expect(checkBallots(mixed)).toMatchObject({ fault: "is of another kind of vote" });
    expect(checkBallots({ ...open, ballots: secret.ballots })).toMatchObject({ entry: "ballot 1" });
  });
});

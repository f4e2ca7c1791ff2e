import {
  ballotDigest,
  type Box,
  receiptDigest,
  secretBallotDigest,
} from "#domain/governance/ballots/ballot.ts";
import type { Choice } from "#domain/governance/ballots/choice.ts";
import { isTokenOf } from "#domain/governance/ballots/token.ts";
import { fraction } from "#domain/governance/counting/fraction.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import { FIRST_PREVIOUS, type Seal, sealHolds } from "#domain/kernel/seal.ts";
import type { ExportedBallot, ExportedOpenBallot, ExportedVote } from "./exported-vote.ts";
import { type Fault, firstFault, OTHER_DIGEST } from "./fault.ts";

/**
 * Whether the ballots are those that were sealed: each says what its digest says, is there once and
 * came in time, and the seals cover all of them, one after the other, from the notice on.
 */
export function checkBallots(vote: ExportedVote): Fault | null {
  return checkEach(vote) ?? checkReceipts(vote) ?? checkSeals(vote);
}

function checkEach({ ballots, call }: ExportedVote): Fault | null {
  const box = { proposalId: call.proposal, callNumber: call.number };
  const names = new Set<string>();
  return firstFault(ballots, "ballot", (ballot, index) => {
    if ("member" in ballot !== (call.secrecy === "open")) return "is of another kind of vote";
    if (digestNow(box, ballot) !== ballot.digest) return OTHER_DIGEST;
    const name = "member" in ballot ? ballot.tracker : ballot.mark;
    if (names.has(name)) return "is there twice";
    names.add(name);
    return "member" in ballot ? faultOfOpen(ballot, index, call) : null;
  });
}

/** What the digest of a ballot has to be: of all that it says, but its place under the seals. */
function digestNow(box: Box, ballot: ExportedBallot): Digest {
  const choice = ballot.choice as Choice;
  if ("member" in ballot) return ballotDigest(box, { ...ballot, choice }, ballot);
  const [num, den] = ballot.weight;
  return secretBallotDigest(box, {
    ...ballot,
    weight: fraction(BigInt(num), BigInt(den)),
    choice,
  });
}

function faultOfOpen(
  { number, castAt }: ExportedOpenBallot,
  index: number,
  { opensAt, closesAt, extendedTo }: ExportedVote["call"],
): string | null {
  if (number !== index + 1) return `is missing, or stands elsewhere: ${number} is in its place`;
  if (castAt < opensAt) return "was cast before the vote was open";
  return castAt < (extendedTo ?? closesAt) ? null : "was cast after the close";
}

/** Of a secret vote there are as many receipts as ballots. */
function checkReceipts({ receipts, ballots, call }: ExportedVote): Fault | null {
  const box = { proposalId: call.proposal, callNumber: call.number };
  const fault = firstFault(receipts, "receipt", (receipt, index) => {
    const { tracker, token, digest } = receipt;
    if (receiptDigest(box, receipt) !== digest) return OTHER_DIGEST;
    if ((receipts[index - 1]?.tracker ?? "") >= tracker) return "stands in another place";
    if (call.secrecy !== "blind") return null;
    const shown = token === undefined ? null : { tracker, token };
    const isSigned = shown !== null && isTokenOf(call.tokenKey ?? "", box, shown);
    return isSigned ? null : "has no token that the key of the vote signed";
  });
  if (fault !== null || call.secrecy === "open" || receipts.length === ballots.length) return fault;
  const [fewer, name] =
    receipts.length < ballots.length ? [receipts, "receipt"] : [ballots, "ballot"];
  return { entry: `${name} ${fewer.length + 1}`, fault: "is missing" };
}

function checkSeals({ seals, receipts, ballots, tally }: ExportedVote): Fault | null {
  const rows = [...receipts, ...ballots].map(({ digest }, index) => ({ id: index + 1, digest }));
  let last: Seal<string> | null = null;
  for (const seal of seals) {
    const from = (last?.to ?? 0) + 1;
    const isOfChain: boolean = last === null || seal.chain === last.chain;
    if (!isOfChain || !sealHolds(seal, rows.slice(from - 1, seal.to), last)) {
      const entry = `seal ${(last?.number ?? 0) + 1}`;
      return { entry, fault: `does not hold over rows ${from} to ${seal.to}` };
    }
    last = seal;
  }
  const bare = (last?.to ?? 0) + 1;
  if (bare <= rows.length) {
    const isReceipt = bare <= receipts.length;
    const entry = isReceipt ? `receipt ${bare}` : `ballot ${bare - receipts.length}`;
    return { entry, fault: "is under no seal" };
  }
  if (tally.seed !== (last?.digest ?? FIRST_PREVIOUS)) {
    return { entry: "tally", fault: "draws its lot from something else than the sealed ballots" };
  }
  return null;
}

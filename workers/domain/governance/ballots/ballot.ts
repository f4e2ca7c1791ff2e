import type { Fraction } from "#domain/governance/counting/fraction.ts";
import type { Basis } from "#domain/governance/electorate/raw-weights.ts";
import { type Digest, digestOf } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Choice } from "./choice.ts";
import type { BlindToken } from "./token.ts";

/** Which vote a ballot is for. */
export interface Box {
  readonly proposalId: string;
  readonly callNumber: number;
}

/** What of the electorate stands behind a vote. */
export interface Weighed {
  readonly class: string;
  readonly basis: Basis;
  /** Before the caps. */
  readonly weight: Fraction;
}

/** A ballot that says whose it is. */
export interface OpenBallot {
  /** In its box, from 1, in the order of casting. */
  readonly number: number;
  readonly tracker: string;
  readonly member: string;
  /** Who put it in: the member, or who holds their proxy. */
  readonly by: string;
  /** From 1: of several by the same hand the last counts. */
  readonly nth: number;
  readonly choice: Choice;
}

/** A ballot that says nothing of whose it is; `mark` is a random number of its own. */
export interface SecretBallot extends Weighed {
  readonly mark: string;
  readonly choice: Choice;
}

export type Ballot = OpenBallot | SecretBallot;

/** How an open ballot was cast, which its digest holds too. */
export interface Casting {
  readonly castAt: Instant;
  /** The batch of papers it was entered with; null where it was cast with a passkey. */
  readonly paper: number | null;
}

/** That a ballot is in the box; of a blind vote with the token that let it in. */
export interface Receipt {
  readonly tracker: string;
  readonly token?: BlindToken;
}

/** A tracker: 26 characters of Crockford's base 32, all of them random. */
export const TRACKER = /^[0-9a-hjkmnp-tv-z]{26}$/;

/** What an open ballot is sealed by: all that it says, but its number, which the seal holds. */
export function ballotDigest(
  { proposalId, callNumber }: Box,
  { tracker, member, by, nth, choice }: Omit<OpenBallot, "number">,
  { castAt, paper }: Casting,
): Digest {
  return digestOf({
    proposal: proposalId,
    call: callNumber,
    tracker,
    member,
    by,
    nth,
    choice,
    castAt,
    paper,
  });
}

/** What a secret ballot is sealed by. */
export function secretBallotDigest({ proposalId, callNumber }: Box, ballot: SecretBallot): Digest {
  const { mark, basis, weight, choice } = ballot;
  return digestOf({
    proposal: proposalId,
    call: callNumber,
    mark,
    class: ballot.class,
    basis,
    weight: [String(weight.num), String(weight.den)],
    choice,
  });
}

/**
 * What the receipt of a secret ballot is sealed by. It has the tracker and nothing of the choice,
 * so whoever sees a receipt learns that a ballot is in the box and not what it says.
 */
export function receiptDigest(
  { proposalId, callNumber }: Box,
  { tracker, token }: Receipt,
): Digest {
  const shown =
    token === undefined ? {} : { token: { prefix: token.prefix, signature: token.signature } };
  return digestOf({ proposal: proposalId, call: callNumber, tracker, ...shown });
}

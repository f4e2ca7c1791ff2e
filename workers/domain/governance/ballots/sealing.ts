import type { Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { FIRST_PREVIOUS, type Seal, type Sealable, sealRows } from "#domain/kernel/seal.ts";
import {
  ballotDigest,
  type Box,
  type Casting,
  type OpenBallot,
  type Receipt,
  receiptDigest,
  type SecretBallot,
  secretBallotDigest,
} from "./ballot.ts";

/** The chain of a box: each has its own. */
export type BoxChain = `ballots:${string}`;
export type BoxSeal = Seal<BoxChain>;

export function chainOf({ proposalId, callNumber }: Box): BoxChain {
  return `ballots:${proposalId}:${callNumber}`;
}

/** What is in a box, as it is kept: open ballots, or secret ones and their receipts. */
export interface BoxContent {
  readonly open: readonly (OpenBallot & Casting & { readonly digest: Digest })[];
  readonly secret: readonly (SecretBallot & { readonly digest: Digest })[];
  readonly receipts: readonly (Receipt & { readonly digest: Digest })[];
}

/**
 * The rows that seals are over, in their order: open ballots by number; of a secret vote receipts
 * by tracker, and then ballots by mark, so that neither says when it came.
 */
export function sealableRows({ open, secret, receipts }: BoxContent): readonly Sealable[] {
  const digests = [
    ...open.toSorted((one, other) => one.number - other.number),
    ...receipts.toSorted((one, other) => (one.tracker < other.tracker ? -1 : 1)),
    ...secret.toSorted((one, other) => (one.mark < other.mark ? -1 : 1)),
  ];
  return digests.map(({ digest }, at) => ({ id: at + 1, digest }));
}

/**
 * Seals what no seal is over yet.
 * @param rows those of `sealableRows`, or those of them that come after the last seal
 * @returns null where there is nothing new
 */
export function sealBox(
  box: Box,
  rows: readonly Sealable[],
  { last, at }: { readonly last: BoxSeal | null; readonly at: Instant },
): BoxSeal | null {
  const fresh = rows.filter(({ id }) => id > (last?.to ?? 0));
  return fresh.length === 0 ? null : sealRows(chainOf(box), fresh, last, at);
}

/** The root of a box that is closed: the digest of its last seal, zeros where it is empty. */
export function rootOfBox(last: Pick<BoxSeal, "digest"> | null): Digest {
  return last?.digest ?? FIRST_PREVIOUS;
}

/**
 * Ballots and receipts that say another thing than their own digest, by tracker or mark: altered
 * after they were cast.
 */
export function alteredIn(box: Box, { open, secret, receipts }: BoxContent): readonly string[] {
  return [
    ...open.filter((one) => ballotDigest(box, one, one) !== one.digest).map((one) => one.tracker),
    ...receipts.filter((one) => receiptDigest(box, one) !== one.digest).map((one) => one.tracker),
    ...secret.filter((one) => secretBallotDigest(box, one) !== one.digest).map((one) => one.mark),
  ];
}

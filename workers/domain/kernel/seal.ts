import { digestOf, digestOfText, type Digest } from "./digest.ts";
import type { Instant } from "./instant.ts";
import { invariant } from "./invariant.ts";

/** Rows that are only ever added to, and whose digests are sealed in blocks. */
export type Chain = "ledger" | "rules" | "members" | "shares";

/**
 * A digest over a run of rows and over the seal before it: whoever alters a sealed row, or takes
 * one away, breaks this seal and every later one (DESIGN fact 13).
 */
export interface Seal<Of extends string = Chain> {
  readonly chain: Of;
  /** Counted from 1. */
  readonly number: number;
  /** Numbers of the first and the last row, both included. */
  readonly from: number;
  readonly to: number;
  /** SHA-256 of the rows' digests, one after the other. */
  readonly root: Digest;
  /** The digest of the seal before; `FIRST_PREVIOUS` for the first one. */
  readonly previous: Digest;
  readonly sealedAt: Instant;
  /** SHA-256 of all of the above in canonical form. */
  readonly digest: Digest;
}

/** A row as its seal sees it. */
export interface Sealable {
  readonly id: number;
  readonly digest: Digest;
}

export const FIRST_PREVIOUS = "0".repeat(64) as Digest;

/** Seals the rows that follow the last seal. @throws BrokenInvariant unless they follow it. */
export function sealRows<Of extends string>(
  chain: Of,
  rows: readonly Sealable[],
  last: Seal<Of> | null,
  sealedAt: Instant,
): Seal<Of> {
  const from = (last?.to ?? 0) + 1;
  invariant(rows.length > 0, "a seal is over something");
  invariant(
    rows.every((row, i) => row.id === from + i),
    "rows follow the last seal without a gap",
  );
  const unsigned = {
    chain,
    number: (last?.number ?? 0) + 1,
    from,
    to: from + rows.length - 1,
    root: rootOf(rows),
    previous: last?.digest ?? FIRST_PREVIOUS,
    sealedAt,
  };
  return { ...unsigned, digest: digestOf(unsigned) };
}

/**
 * Whether a seal says what these rows say, and follows the seal before it. `rows` are those from
 * `from` to `to`, in order.
 */
export function sealHolds(
  seal: Seal<string>,
  rows: readonly Sealable[],
  last: Seal<string> | null,
): boolean {
  const { digest, ...unsigned } = seal;
  return (
    seal.number === (last?.number ?? 0) + 1 &&
    seal.from === (last?.to ?? 0) + 1 &&
    seal.to === seal.from + rows.length - 1 &&
    seal.previous === (last?.digest ?? FIRST_PREVIOUS) &&
    seal.root === rootOf(rows) &&
    digest === digestOf(unsigned)
  );
}

/** The number of the first seal of a chain that does not hold over its rows; null where all do. */
export function brokenSeal(
  chain: Chain,
  seals: readonly Seal[],
  rows: readonly Sealable[],
): number | null {
  let last: Seal | null = null;
  for (const seal of seals) {
    const covered = rows.slice(seal.from - 1, seal.to);
    if (seal.chain !== chain || !sealHolds(seal, covered, last)) return (last?.number ?? 0) + 1;
    last = seal;
  }
  return null;
}

function rootOf(rows: readonly Sealable[]): Digest {
  return digestOfText(rows.map((row) => row.digest).join(""));
}

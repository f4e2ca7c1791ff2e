import type { Canonical, Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Seal } from "#domain/kernel/seal.ts";

/**
 * A vote as it is published once it was counted: one document with all that its count needs, so
 * that anyone can repeat it with the function of this folder, with the scripts of Python, or with
 * their own. docs/verify.md describes it. Fractions are texts, "1" or "3/2"; instants are
 * milliseconds. What somebody may not see is not there: the others can still be checked.
 */
export interface ExportedVote {
  readonly kind: "vote";
  /** The network's name. */
  readonly network: string;
  readonly proposal: ExportedProposal;
  /** The version of the policy that the call was noticed under. */
  readonly policy: ExportedPolicy;
  readonly call: ExportedCall;
  /** Everybody in the members' book at the notice, in the order of the digests. */
  readonly electorate: readonly ExportedRow[];
  /** Those that stood at the close; members by their ids. None under a secret vote. */
  readonly proxies: readonly { readonly giver: string; readonly holder: string }[];
  /** Members that were there, or represented, and gave no ballot. */
  readonly silent: readonly string[];
  /** Trackers of secret ballots, in their order: each says that a ballot is in the box. */
  readonly receipts: readonly ExportedReceipt[];
  /** Open ones in the order of casting, secret ones by their marks. */
  readonly ballots: readonly ExportedBallot[];
  /** Members that have used their vote, where ballots do not name them; null where they do. */
  readonly voted: number | null;
  /**
   * Of a blind vote: the rows of those who were given a token, by their digests in order. Each
   * member finds their own, and sees whether somebody took it for them.
   */
  readonly given?: readonly Digest[];
  /** Over the receipts, then the ballots. */
  readonly seals: readonly Seal<string>[];
  readonly tally: ExportedTally;
  /** Of everything but electorate, receipts and ballots, which have digests of their own. */
  readonly digest: Digest;
}

export interface ExportedProposal {
  readonly number: number;
  /** The text that was put to the vote; its digest stands in the call. */
  readonly text: ExportedText;
}

export interface ExportedText {
  readonly proposal: string;
  readonly version: number;
  readonly subject: string;
  readonly budgetCents: number | null;
  readonly title: string;
  readonly body: string;
  readonly actions: readonly Canonical[];
  readonly options: readonly ExportedOption[];
}

export type ExportedOption = { readonly [key: string]: Canonical } & {
  readonly code: string;
  readonly costCents: number | null;
};

export interface ExportedPolicy {
  readonly policy: { readonly [key: string]: Canonical };
  readonly version: number;
  readonly effectiveAt: Instant;
  readonly decidedAt: Instant;
  readonly decidedBy: string;
  readonly reason: string;
  readonly digest: Digest;
}

/** What the notice fixed, and whether a late quorum extended the vote. */
export interface ExportedCall {
  readonly proposal: string;
  readonly number: number;
  /** The first or the second call of the policy. */
  readonly round: number;
  readonly policy: string;
  readonly policyVersion: number;
  readonly textVersion: number;
  readonly textDigest: Digest;
  readonly electorateRoot: Digest;
  readonly electorateCount: number;
  readonly eligibleCount: number;
  readonly secrecy: "open" | "detached" | "blind";
  /** Of a blind vote: the modulus of the key that signed its tokens, in hexadecimal. */
  readonly tokenKey?: string;
  readonly mayRevote: boolean;
  readonly noticedAt: Instant;
  readonly noticedBy: string;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly timelockDays: number | null;
  readonly quorumAt: Instant | null;
  readonly extendedTo: Instant | null;
  /** Of the whole notice, but for what the quorum wrote later. */
  readonly digest: Digest;
}

/** A member as the notice froze them. Who may see members sees whose row it is, and its salt. */
export interface ExportedRow {
  /** SHA-256 of "salt|member". */
  readonly handle: Digest;
  readonly class: string;
  readonly basis: "head" | "legal-person" | "exchange" | "financing";
  readonly weight: string;
  /** "" for who may vote. */
  readonly reason: string;
  readonly mayHold: boolean;
  readonly digest: Digest;
  readonly member?: string;
  readonly salt?: string;
}

export type ExportedBallot = ExportedOpenBallot | ExportedSecretBallot;

export interface ExportedOpenBallot {
  readonly number: number;
  readonly tracker: string;
  readonly member: string;
  /** Who cast it: the member, or who held their proxy. */
  readonly by: string;
  readonly nth: number;
  readonly choice: Canonical;
  readonly castAt: Instant;
  /** The batch of papers it was entered with; null where it was cast with a passkey. */
  readonly paper: number | null;
  readonly digest: Digest;
}

export interface ExportedSecretBallot {
  /** A random number of its own; receipts do not have it. */
  readonly mark: string;
  readonly class: string;
  readonly basis: ExportedRow["basis"];
  /** Numerator and denominator. */
  readonly weight: readonly [string, string];
  readonly choice: Canonical;
  readonly digest: Digest;
}

export interface ExportedReceipt {
  readonly tracker: string;
  /** Of a blind vote: what let the ballot in, in hexadecimal. */
  readonly token?: { readonly prefix: string; readonly signature: string };
  readonly digest: Digest;
}

export interface ExportedTally {
  /** From it the lot is drawn: the digest of the last seal, 64 zeros for an empty box. */
  readonly seed: Digest;
  readonly result: Canonical;
}

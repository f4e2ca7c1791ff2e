import type { Policy, Secrecy } from "#domain/governance/policy/policy.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { AmendmentId, MemberId, ProposalId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { ProposalRow, Tally } from "./proposal-state.ts";
import type { ProposalFrame, ProposalText } from "./proposal-text.ts";
import type { Challenged, NoticedCall } from "./standing.ts";

/** Parts of the list: what is voted on now, what is on its way there, what is over. */
export const LIST_PARTS = ["all", "open", "coming", "decided"] as const;
export type ListPart = (typeof LIST_PARTS)[number];

/** A proposal with its last text, its last call and that call's count, as they are kept. */
export interface Proposal extends ProposalFrame {
  readonly id: ProposalId;
  readonly number: number;
  readonly authorId: MemberId;
  /** The amendment of another proposal that was put to the vote as this one. */
  readonly amendmentId: AmendmentId | null;
  readonly createdAt: Instant;
  readonly submittedAt: Instant | null;
  readonly endorsedAt: Instant | null;
  readonly executedAt: Instant | null;
  readonly ended: EndedProposal | null;
  /** How it is to be decided, as it was when it was put before the members. */
  readonly policy: PolicyUsed;
  readonly text: WrittenText;
  readonly endorsements: number;
  /** The last call; one that was amended since is there, but is none (`row.notice`). */
  readonly call: CallRecord | null;
  /** The count of that call. */
  readonly tally: TallyRecord | null;
  readonly challenged: Challenged;
  /** What its state is computed from. */
  readonly row: ProposalRow;
}

export interface EndedProposal {
  readonly how: "withdrawn" | "superseded" | "vetoed";
  readonly at: Instant;
  /** As history names who did it. */
  readonly by: string;
  readonly reason: string;
  readonly supersededBy: ProposalId | null;
}

/** A version of a policy that is used. */
export interface PolicyUsed {
  readonly version: number;
  readonly policy: Policy;
}

export interface WrittenText extends ProposalText {
  readonly version: number;
  readonly digest: Digest;
  readonly writtenAt: Instant;
}

/** A call as its notice published it. */
export interface CallRecord extends NoticedCall {
  readonly policy: PolicyUsed;
  readonly textDigest: Digest;
  readonly electorateRoot: Digest;
  /** How many rows its electorate has, and how many of them may vote. */
  readonly electorateCount: number;
  readonly eligibleCount: number;
  readonly secrecy: Secrecy;
  /** Of a blind vote: the key that signs its tokens, its modulus in hexadecimal (RFC 9474). */
  readonly tokenKey?: string;
  readonly mayRevote: boolean;
  readonly noticedBy: string;
  /** Over all that the notice says. */
  readonly digest: Digest;
  readonly quorumAt: Instant | null;
}

/** A count as it was written. */
export interface TallyRecord extends Tally {
  /** Canonical JSON of a `CallResult`. */
  readonly result: string;
  readonly resultDigest: Digest;
  readonly ballotsRoot: Digest;
  readonly ballotsCount: number;
  readonly isDecidedByLot: boolean;
  readonly talliedAt: Instant;
}

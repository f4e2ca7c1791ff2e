import type { ProposalText } from "#domain/governance/proposal/proposal-text.ts";
import type { AmendmentId, CommentId, MemberId, ProposalId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Row, Statement } from "#ports/database.ts";
import { amendment, endorsement, proposalComment } from "#schema/proposals.ts";
import { instantAt, instantOrNull, integer, text, textOrNull } from "./cells.ts";
import type { PageAsked } from "./page.ts";
import type { Which } from "./proposals.ts";
import { insertInto, type Loader, updateById } from "./statement.ts";

/** What the database says when somebody endorsed twice, or what no longer looks for it. */
export const ENDORSED_ALREADY = "refused:endorsed-already";
export const NOT_TO_ENDORSE = "refused:not-to-endorse";
export const COMMENT_FIXED = "refused:comment-fixed";
export const AMENDMENT_DECIDED = "refused:amendment-decided";

const byWhich = (which: Which) => (typeof which === "number" ? "p.number = ?" : "p.id = ?");

/** A member puts their name to an idea; the last one that was needed begins the discussion. */
export function insertEndorsement(
  proposalId: ProposalId,
  memberId: MemberId,
  endorsedAt: Instant,
): Statement {
  return insertInto(endorsement, { proposalId, memberId, endorsedAt });
}

/** Somebody who endorsed a proposal. */
export interface Endorser {
  readonly memberId: MemberId;
  readonly name: string;
  readonly endorsedAt: Instant;
}

/** Who endorsed a proposal, the first ones first. */
export function endorsersOf(which: Which): Loader<Endorser[]> {
  return {
    statement: {
      sql: `SELECT e.member_id, coalesce(i.name, ''), e.endorsed_at
        FROM proposal p JOIN endorsement e ON e.proposal_id = p.id
          LEFT JOIN member_identity i ON i.member_id = e.member_id
        WHERE ${byWhich(which)} ORDER BY e.endorsed_at, e.member_id LIMIT 500`,
      args: [which],
    },
    parse: (rows) =>
      rows.map((row) => ({
        memberId: text(row, 0) as MemberId,
        name: text(row, 1),
        endorsedAt: instantAt(row, 2),
      })),
  };
}

export type Stance = "for" | "against" | "neither";

/** What a member said; `words` is null once they were erased. */
export interface KeptComment {
  readonly id: CommentId;
  readonly memberId: MemberId;
  readonly name: string;
  readonly answersId: CommentId | null;
  readonly stance: Stance;
  readonly words: string | null;
  readonly writtenAt: Instant;
  /** Hidden by a supervisor, with the reason; null while it can be read. */
  readonly hidden: { readonly at: Instant; readonly reason: string } | null;
}

const COMMENTS = `SELECT o.id, o.member_id, coalesce(i.name, ''), o.answers_id, o.stance, o.words,
    o.written_at, o.hidden_at, o.hidden_reason
  FROM proposal p JOIN proposal_comment o ON o.proposal_id = p.id
    LEFT JOIN member_identity i ON i.member_id = o.member_id`;

/** Comments on a proposal as they were written, after one of them. */
export function commentsOf(which: Which, { after, limit }: PageAsked): Loader<KeptComment[]> {
  return {
    statement: {
      sql: `${COMMENTS} WHERE ${byWhich(which)} AND o.id > ? ORDER BY o.id LIMIT ?`,
      args: [which, after ?? "", limit + 1],
    },
    parse: (rows) => rows.map(toComment),
  };
}

/** One comment of a proposal; none of another one's. */
export function commentBy(which: Which, comment: CommentId | null): Loader<KeptComment | null> {
  return {
    statement: { sql: `${COMMENTS} WHERE ${byWhich(which)} AND o.id = ?`, args: [which, comment] },
    parse: ([row]) => (row === undefined ? null : toComment(row)),
  };
}

export function insertComment(row: {
  readonly id: CommentId;
  readonly proposalId: ProposalId;
  readonly memberId: MemberId;
  readonly answersId: CommentId | null;
  readonly stance: Stance;
  readonly words: string;
  readonly writtenAt: Instant;
}): Statement {
  return insertInto(proposalComment, row);
}

export function hideComment(
  id: CommentId,
  hidden: {
    readonly hiddenAt: Instant;
    readonly hiddenBy: string;
    readonly hiddenReason: string;
  },
): Statement {
  return updateById(proposalComment, id, hidden);
}

/** Another text for a proposal, and what became of it. */
export interface KeptAmendment extends ProposalText {
  readonly id: AmendmentId;
  readonly memberId: MemberId;
  readonly name: string;
  readonly baseVersion: number;
  readonly reason: string;
  readonly proposedAt: Instant;
  readonly decision: "accepted" | "rejected" | "put-to-vote" | null;
  readonly decidedAt: Instant | null;
  readonly decisionReason: string | null;
}

/** The amendments of a proposal, the first ones first. */
export function amendmentsOf(which: Which): Loader<KeptAmendment[]> {
  return {
    statement: {
      sql: `SELECT a.id, a.member_id, coalesce(i.name, ''), a.base_version, a.title, a.body,
          a.actions, a.options, a.reason, a.proposed_at, a.decision, a.decided_at,
          a.decision_reason
        FROM proposal p JOIN amendment a ON a.proposal_id = p.id
          LEFT JOIN member_identity i ON i.member_id = a.member_id
        WHERE ${byWhich(which)} ORDER BY a.id LIMIT 100`,
      args: [which],
    },
    parse: (rows) => rows.map(toAmendment),
  };
}

export function insertAmendment(
  row: Pick<KeptAmendment, "id" | "memberId" | "baseVersion" | "reason" | "proposedAt"> & {
    readonly proposalId: ProposalId;
  },
  { title, body, actions, options }: ProposalText,
): Statement {
  const lists = { actions: JSON.stringify(actions), options: JSON.stringify(options) };
  return insertInto(amendment, { ...row, title, body, ...lists });
}

export function decideAmendment(
  id: AmendmentId,
  decided: {
    readonly decision: "accepted" | "rejected" | "put-to-vote";
    readonly decidedAt: Instant;
    readonly decidedBy: string;
    readonly decisionReason: string;
  },
): Statement {
  return updateById(amendment, id, decided);
}

function toComment(row: Row): KeptComment {
  const hiddenAt = instantOrNull(row, 7);
  return {
    id: text(row, 0) as CommentId,
    memberId: text(row, 1) as MemberId,
    name: text(row, 2),
    answersId: textOrNull(row, 3) as CommentId | null,
    stance: text(row, 4) as Stance,
    words: textOrNull(row, 5),
    writtenAt: instantAt(row, 6),
    hidden: hiddenAt === null ? null : { at: hiddenAt, reason: text(row, 8) },
  };
}

function toAmendment(row: Row): KeptAmendment {
  return {
    id: text(row, 0) as AmendmentId,
    memberId: text(row, 1) as MemberId,
    name: text(row, 2),
    baseVersion: integer(row, 3),
    title: text(row, 4),
    body: text(row, 5),
    actions: JSON.parse(text(row, 6)) as ProposalText["actions"],
    options: JSON.parse(text(row, 7)) as ProposalText["options"],
    reason: text(row, 8),
    proposedAt: instantAt(row, 9),
    decision: textOrNull(row, 10) as KeptAmendment["decision"],
    decidedAt: instantOrNull(row, 11),
    decisionReason: textOrNull(row, 12),
  };
}

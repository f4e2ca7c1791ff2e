import type { NotEligible } from "#domain/governance/electorate/eligibility.ts";
import type { MemberId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type CallOf, ofCall } from "./calls.ts";
import { instantAt, integer, text } from "./cells.ts";
import type { Shown } from "./held.ts";
import type { Loader } from "./statement.ts";

/** The members that whoever sends a request acts for: ?1 their session, ?2 their token. */
const ACTING = `SELECT m.id FROM member m WHERE m.person_id IN (
  SELECT person_id FROM session WHERE digest = ?1
  UNION SELECT person_id FROM access_token WHERE digest = ?2)`;

/** Calls `c` of proposals `p` that take ballots at ?3, under the text `v` of their notice. */
const OPEN_CALLS = `FROM vote_call c
  JOIN proposal p ON p.id = c.proposal_id AND p.ended_at IS NULL
  JOIN proposal_version v ON v.proposal_id = p.id AND v.version = c.text_version
  WHERE c.opens_at <= ?3 AND ?3 < coalesce(c.extended_to, c.closes_at)
    AND c.number = (SELECT max(number) FROM vote_call WHERE proposal_id = p.id)
    AND v.version = (SELECT max(version) FROM proposal_version WHERE proposal_id = p.id)`;

/** Whether the member of an electorate's row `e` has voted, openly or secretly. */
const HAS_VOTED = `(EXISTS (SELECT 1 FROM ballot b WHERE b.proposal_id = e.proposal_id
    AND b.call_number = e.call_number AND b.member_id = e.member_id)
  OR EXISTS (SELECT 1 FROM voted w WHERE w.proposal_id = e.proposal_id
    AND w.call_number = e.call_number AND w.member_id = e.member_id))`;

/** Whether one of them stands for the member of `e` by a proxy. */
const IS_TRUSTED = `EXISTS (SELECT 1 FROM proxy x WHERE x.proposal_id = e.proposal_id
  AND x.call_number = e.call_number AND x.giver_id = e.member_id AND x.revoked_at IS NULL
  AND x.holder_id IN (${ACTING}))`;

/** Members among whom theirs are, and those who ever trusted them: found by their keys. */
const CANDIDATES = `${ACTING} UNION SELECT x.giver_id FROM proxy x
  WHERE x.revoked_at IS NULL AND x.holder_id IN (${ACTING})`;

/** Whether somebody may vote for the member of `e`: it is one of theirs, or trusts one of them. */
const IS_THEIRS = `e.member_id IN (${CANDIDATES})
  AND (e.member_id IN (${ACTING}) OR ${IS_TRUSTED})`;

/** A vote that runs, and what it is to whoever asks. */
export interface RunningVote {
  readonly number: number;
  readonly title: string;
  readonly closesAt: Instant;
  /** Members who have voted: all that may be told of it while it runs. */
  readonly voted: number;
  /** Members for whom whoever asks may vote and nobody has voted yet. */
  readonly toCast: number;
  /** Members for whom somebody has. */
  readonly cast: number;
  /** Why not, for one of their own members who may not vote; "" where none is kept out. */
  readonly reason: NotEligible | "";
}

/** All votes that run now, those that close first in front. */
export function runningVotes({ session, bearer }: Shown, now: Instant): Loader<RunningVote[]> {
  return {
    statement: {
      sql: `SELECT o.number, o.title, o.closes_at, o.voted,
          coalesce(sum(e.reason = '' AND NOT ${HAS_VOTED}), 0),
          coalesce(sum(e.reason = '' AND ${HAS_VOTED}), 0),
          coalesce(max(e.reason), '')
        FROM (SELECT p.id, p.number, v.title, c.number AS call,
            coalesce(c.extended_to, c.closes_at) AS closes_at,
            (SELECT count(DISTINCT member_id) FROM ballot
              WHERE proposal_id = p.id AND call_number = c.number)
            + (SELECT count(*) FROM voted
              WHERE proposal_id = p.id AND call_number = c.number) AS voted
          ${OPEN_CALLS}) o
        LEFT JOIN electorate_row e ON e.proposal_id = o.id AND e.call_number = o.call
          AND ${IS_THEIRS}
        GROUP BY o.id ORDER BY o.closes_at, o.number LIMIT 100`,
      args: [session, bearer, now],
    },
    parse: (rows) =>
      rows.map((row) => ({
        number: integer(row, 0),
        title: text(row, 1),
        closesAt: instantAt(row, 2),
        voted: integer(row, 3),
        toCast: integer(row, 4),
        cast: integer(row, 5),
        reason: text(row, 6) as NotEligible | "",
      })),
  };
}

/** A member for whom whoever asks may vote, or would if they were let. */
export interface OwnVoter {
  readonly memberId: MemberId;
  readonly name: string;
  readonly reason: NotEligible | "";
  /** Stood for by a proxy, and not acted for. */
  readonly isByProxy: boolean;
  /** The member of theirs who holds that proxy; themselves where it is none. */
  readonly by: MemberId;
  readonly hasVoted: boolean;
}

/** The members of a call's electorate for whom whoever asks may cast a ballot; own ones first. */
export function votersShown(of: CallOf, { session, bearer }: Shown): Loader<OwnVoter[]> {
  const { sql, args } = ofCall(of);
  const [first = "", second = ""] = args;
  return {
    statement: {
      sql: `SELECT e.member_id, coalesce(i.name, ''), e.reason, e.member_id NOT IN (${ACTING}),
          coalesce((SELECT x.holder_id FROM proxy x WHERE e.member_id NOT IN (${ACTING})
            AND x.proposal_id = e.proposal_id AND x.call_number = e.call_number
            AND x.giver_id = e.member_id AND x.revoked_at IS NULL), e.member_id),
          ${HAS_VOTED}
        FROM electorate_row e LEFT JOIN member_identity i ON i.member_id = e.member_id
        WHERE ${numbered(sql)} AND ${IS_THEIRS}
        ORDER BY 4, 2, 1 LIMIT 50`,
      args: typeof of === "object" ? [session, bearer, first, second] : [session, bearer, first],
    },
    parse: (rows) =>
      rows.map((row) => ({
        memberId: text(row, 0) as MemberId,
        name: text(row, 1),
        reason: text(row, 2) as NotEligible | "",
        isByProxy: integer(row, 3) === 1,
        by: text(row, 4) as MemberId,
        hasVoted: integer(row, 5) === 1,
      })),
  };
}

/** The same condition with its places counted from the third one on. */
function numbered(sql: string): string {
  let place = 2;
  return sql.replaceAll("?", () => {
    place += 1;
    return `?${place}`;
  });
}

/** An idea that looks for members who put their name to it. */
export interface LookingForSupport {
  readonly number: number;
  readonly title: string;
}

/** Ideas that whoever asks may still endorse for one of their members, the newest first. */
export function ideasToEndorse({ session, bearer }: Shown): Loader<LookingForSupport[]> {
  return {
    statement: {
      sql: `SELECT p.number, v.title FROM proposal p
        JOIN proposal_version v ON v.proposal_id = p.id AND v.version = (
          SELECT max(version) FROM proposal_version WHERE proposal_id = p.id)
        WHERE p.submitted_at IS NOT NULL AND p.endorsed_at IS NULL AND p.ended_at IS NULL
          AND EXISTS (SELECT 1 FROM member m WHERE m.id IN (${ACTING})
            AND m.book_no IS NOT NULL AND m.suspended_at IS NULL AND m.ended_at IS NULL
            AND m.id <> p.author_id AND NOT EXISTS (SELECT 1 FROM endorsement e
              WHERE e.proposal_id = p.id AND e.member_id = m.id))
        ORDER BY p.number DESC LIMIT 5`,
      args: [session, bearer],
    },
    parse: (rows) => rows.map((row) => ({ number: integer(row, 0), title: text(row, 1) })),
  };
}

/** Who wrote a proposal, as members know them; "" where nobody does any more. */
export function authorName(number: number): Loader<string> {
  return {
    statement: {
      sql: `SELECT coalesce(i.name, '') FROM proposal p
        LEFT JOIN member_identity i ON i.member_id = p.author_id WHERE p.number = ?`,
      args: [number],
    },
    parse: ([row]) => (row === undefined ? "" : text(row, 0)),
  };
}

/** Whether a later ballot of the same member counts instead of this open one. */
export function replacedBallot(tracker: string): Loader<boolean> {
  return {
    statement: {
      sql: `SELECT 1 FROM ballot b JOIN ballot o ON o.proposal_id = b.proposal_id
          AND o.call_number = b.call_number AND o.member_id = b.member_id
        WHERE b.tracker = ? AND ((o.by_member = b.by_member AND o.nth > b.nth)
          OR (o.by_member = o.member_id AND b.by_member <> b.member_id)) LIMIT 1`,
      args: [tracker],
    },
    parse: (rows) => rows.length > 0,
  };
}

import type { Digest } from "#domain/kernel/digest.ts";
import { type Instant, instant } from "#domain/kernel/instant.ts";
import { instantAt, integer, textOrNull } from "./cells.ts";
import { failingSql } from "./letters.ts";
import type { Loader } from "./statement.ts";

/** What waits for somebody besides their orders and wallets. */
export interface OwnCalls {
  /** Acts that need a passkey wait until then; 0 where nothing holds them back. */
  readonly actsFrom: Instant;
  /** Requests of other officers that nobody signed yet. */
  readonly unsigned: number;
  /** Reports of what came that nobody answered yet, of the whole network. */
  readonly unanswered: number;
  /** An address of theirs to which letters come back, or are not wanted. */
  readonly failingAddress: string | null;
}

const NOTHING: OwnCalls = {
  actsFrom: instant(0),
  unsigned: 0,
  unanswered: 0,
  failingAddress: null,
};

export function ownCalls(session: Digest | null, now: Instant): Loader<OwnCalls> {
  return {
    statement: {
      sql: `SELECT p.acts_from,
          (SELECT count(*) FROM countersignature c WHERE c.signed_at IS NULL
            AND c.used_at IS NULL AND c.withdrawn_at IS NULL AND c.expires_at > ?2
            AND c.asked_by <> p.id),
          (SELECT count(*) FROM order_problem q WHERE NOT EXISTS
            (SELECT 1 FROM order_problem_answer a WHERE a.problem_id = q.id)),
          (SELECT e.address FROM person_email e WHERE e.person_id = p.id
            AND e.confirmed_at IS NOT NULL AND e.removed_at IS NULL
            AND ${failingSql("e.address")} ORDER BY e.id LIMIT 1)
        FROM session s JOIN person p ON p.id = s.person_id WHERE s.digest = ?1`,
      args: [session, now],
    },
    parse: ([row]) => {
      if (row === undefined) return NOTHING;
      return {
        actsFrom: instantAt(row, 0),
        unsigned: integer(row, 1),
        unanswered: integer(row, 2),
        failingAddress: textOrNull(row, 3),
      };
    },
  };
}

import type { Digest } from "#domain/kernel/digest.ts";
import { type Instant, instant } from "#domain/kernel/instant.ts";
import { type Cells, instantAt, integer, text, textOrNull } from "./cells.ts";
import { failingSql } from "./letters.ts";
import { listAt, listsAt } from "./row-lists.ts";
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
  /** Groups that they coordinate and that households ask to come into. */
  readonly asked: readonly GroupAsked[];
  /** What came of their households' lists in a week that still takes orders, where not all did. */
  readonly leftOut: readonly LeftOut[];
}

export interface GroupAsked {
  readonly groupId: string;
  readonly groupName: string;
  readonly waiting: number;
}

/** A list of which something, or everything, was not ordered. */
export interface LeftOut {
  readonly closesAt: Instant;
  readonly isWhole: boolean;
  /** The products of which less came than was wanted, in the list's order. */
  readonly products: readonly string[];
}

const ASKED = `SELECT json_array(g.id, g.name, count(*)) AS told FROM role_grant own
  JOIN group_request r ON r.group_id = own.subject AND r.ended_at IS NULL
  JOIN buying_group g ON g.id = own.subject
  WHERE own.holder = p.id AND own.role = 'coordinator' AND own.revoked_at IS NULL
  GROUP BY g.id`;

/** An order that was there already is no news to its household; a list that ended is over. */
const LEFT_OUT = `SELECT json_array(c.closes_at, r.outcome = 'failed',
    (SELECT json_group_array(q.name ORDER BY t.key) FROM json_each(r.lines) AS t
      JOIN variant v ON v.id = t.value ->> 'variantId' JOIN product q ON q.id = v.product_id
      WHERE json_type(t.value, '$.no') <> 'null')) AS told
  FROM role_grant own
  JOIN household h ON h.id = own.subject AND h.erased_at IS NULL
  JOIN standing_order o ON o.household_id = h.id AND o.ended_at IS NULL
  JOIN standing_run r ON r.standing_id = o.id AND r.outcome IN ('partly', 'failed')
    AND coalesce(r.reason, '') <> 'order-exists'
  JOIN cycle c ON c.id = r.cycle_id AND c.state = 'published' AND c.closes_at > ?2
  WHERE own.holder = p.id AND own.role = 'household' AND own.revoked_at IS NULL
  ORDER BY c.closes_at, c.id, h.id`;

/** Rows of one cell that is a list each, as one cell. */
const told = (rows: string) => `(SELECT json_group_array(json(told)) FROM (${rows}))`;

const NOTHING: OwnCalls = {
  actsFrom: instant(0),
  unsigned: 0,
  unanswered: 0,
  failingAddress: null,
  asked: [],
  leftOut: [],
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
            AND ${failingSql("e.address")} ORDER BY e.id LIMIT 1),
          ${told(ASKED)}, ${told(LEFT_OUT)}
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
        asked: listsAt(row, 4, toAsked),
        leftOut: listsAt(row, 5, toLeftOut),
      };
    },
  };
}

function toAsked(cells: Cells): GroupAsked {
  return { groupId: text(cells, 0), groupName: text(cells, 1), waiting: integer(cells, 2) };
}

function toLeftOut(cells: Cells): LeftOut {
  return {
    closesAt: instantAt(cells, 0),
    isWhole: cells[1] === 1,
    products: listAt<string>(cells, 2),
  };
}

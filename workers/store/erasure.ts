import type { Ties } from "#domain/access/erasure.ts";
import type { HouseholdId, PersonId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Row, Statement } from "#ports/database.ts";
import { text } from "./cells.ts";
import { withdrawAll } from "./consents.ts";
import { forgetMentions } from "./mentions.ts";
import type { Operation } from "./op-log.ts";
import { OWN, type Whose, whose } from "./own-rows.ts";
import { firstOrNull, type Loader } from "./statement.ts";

/** An order, a payment or another person came in between. */
export const ERASURE_CHANGED = "refused:erasure-changed";

/** Somebody as they stand before their data go. */
export interface Leaving {
  readonly personId: PersonId;
  readonly isErased: boolean;
  readonly ties: Ties;
}

const TIES = `${OWN} SELECT p.id, p.erased_at IS NOT NULL,
    (SELECT json_group_array(o.id) FROM own_order JOIN customer_order o ON o.id = own_order.id
      WHERE o.cancelled_at IS NULL AND o.settled_at IS NULL),
    (SELECT json_group_array(own_last.id) FROM own_last WHERE EXISTS (
      SELECT 1 FROM ledger_account a JOIN ledger_balance b ON b.account_id = a.id
      WHERE a.code IN ('wallet:' || own_last.id, 'wallet-held:' || own_last.id)
        AND b.posted_cents <> 0)),
    (SELECT json_group_array(due.order_id) FROM payment_due AS due
      WHERE due.order_id IN (SELECT id FROM own_order) AND due.ended_at IS NULL),
    (SELECT json_group_array(id) FROM own_last),
    (SELECT json_group_array(m.id) FROM member m WHERE m.person_id = p.id
      AND m.ended_at IS NULL AND coalesce(m.decision, 'admitted') = 'admitted')
  FROM me JOIN person p ON p.id = me.id`;

/** What ties somebody to others; null where there is no such person. */
export function leavingOf(of: Whose): Loader<Leaving | null> {
  return firstOrNull({
    statement: { sql: TIES, args: whose(of) },
    parse: (rows) => rows.map(toLeaving),
  });
}

function toLeaving(row: Row): Leaving {
  const list = (at: number) => JSON.parse(text(row, at)) as string[];
  return {
    personId: text(row, 0) as PersonId,
    isErased: row[1] === 1,
    ties: {
      openOrders: list(2),
      wallets: list(3),
      dues: list(4),
      households: list(5) as HouseholdId[],
      memberships: list(6),
    },
  };
}

/**
 * Takes out everything that names somebody, and the households that end with them. What is said of
 * them elsewhere goes first, while it is known what names them; the rows that say whose everything
 * is go last. `operation` is the request itself, whose answer stays.
 */
export function erase(
  personId: PersonId,
  gone: {
    readonly households: readonly HouseholdId[];
    readonly at: Instant;
    readonly by: string;
    readonly operation: Operation;
  },
): Statement[] {
  const { households, at, by, operation } = gone;
  const of = whose({ person: personId });
  const own = (sql: string, ...args: (string | number)[]): Statement => ({
    sql: `${OWN} ${sql}`,
    args: [...of, ...args],
  });
  return [
    ...forgetMentions(personId, operation, at),
    ...OWN_ROWS.map((sql) => own(sql)),
    own(END_TOKENS, at, by),
    withdrawAll(personId, at),
    {
      sql: `UPDATE household SET erased_at = ?, coordinates_group = 0
        WHERE id IN (SELECT value FROM json_each(?))`,
      args: [at, JSON.stringify(households)],
    },
    { sql: "UPDATE person SET erased_at = ? WHERE id = ?", args: [at, personId] },
    {
      sql: `UPDATE role_grant SET revoked_at = ?1, revoked_by = ?2 WHERE revoked_at IS NULL
        AND (holder = ?3 OR holder IN (SELECT id FROM access_token WHERE revoked_at IS NOT NULL)
          OR (role = 'household' AND subject IN (SELECT value FROM json_each(?4))))`,
      args: [at, by, personId, JSON.stringify(households)],
    },
  ];
}

const ME = "(SELECT id FROM me)";
const LAST = "(SELECT id FROM own_last)";

/** In this order: an order is theirs by its contact, a contact by their address. */
const OWN_ROWS = [
  `DELETE FROM posting_note WHERE ref IN (
    SELECT tx.ref FROM ledger_tx AS tx JOIN ledger_entry AS entry ON entry.tx_id = tx.id
      JOIN ledger_account AS account ON account.id = entry.account_id
    WHERE account.code IN (SELECT 'wallet:' || id FROM own_last
      UNION SELECT 'wallet-held:' || id FROM own_last))`,
  `DELETE FROM posting_note WHERE ref IN (
    SELECT ref FROM ledger_tx WHERE order_id IN (SELECT id FROM own_order))`,
  `DELETE FROM order_problem_words WHERE problem_id IN (
    SELECT id FROM order_problem WHERE order_id IN (SELECT id FROM own_order))`,
  `DELETE FROM notice_choice WHERE holder = ${ME}
    OR holder IN (SELECT folded FROM own_address)
    OR holder IN (SELECT lower(email) FROM household_profile WHERE household_id IN ${LAST})`,
  // Names in the members' book stay for ten years (art. 2220 c.c.); what was said of them goes.
  `DELETE FROM member_event_words WHERE event_id IN (
    SELECT e.id FROM member_event AS e JOIN member AS m ON m.id = e.member_id
    WHERE m.person_id = ${ME})`,
  `UPDATE share_transfer SET reason = NULL
    WHERE from_id IN (SELECT id FROM member WHERE person_id = ${ME})`,
  `UPDATE proposal_comment SET words = NULL
    WHERE member_id IN (SELECT id FROM member WHERE person_id = ${ME})`,
  "DELETE FROM order_contact WHERE order_id IN (SELECT id FROM own_order)",
  // The place of a home in rounds is nobody's name, but it is an address.
  `DELETE FROM plan_place WHERE EXISTS (
    SELECT 1 FROM household_profile h WHERE h.household_id IN ${LAST}
      AND h.lat_microdegrees = plan_place.lat_microdegrees
      AND h.lon_microdegrees = plan_place.lon_microdegrees)`,
  `DELETE FROM household_profile WHERE household_id IN ${LAST}`,
  // A household in which others go on keeps no address of who goes.
  `UPDATE household_profile SET email = NULL
    WHERE household_id IN (SELECT id FROM own_household)
      AND email COLLATE NOCASE IN (SELECT folded FROM own_address)`,
  `DELETE FROM mail_code WHERE person_id = ${ME} OR folded IN (
    SELECT folded FROM person_email WHERE person_id = ${ME})`,
  `DELETE FROM basket WHERE person_id = ${ME} OR household_id IN ${LAST}`,
  `DELETE FROM invitation WHERE person_id = ${ME}`,
  `UPDATE suspension SET reason = NULL WHERE person_id = ${ME}`,
  `DELETE FROM passkey WHERE person_id = ${ME}`,
  `DELETE FROM person_email WHERE person_id = ${ME}`,
  `DELETE FROM person_profile WHERE person_id = ${ME}`,
  `DELETE FROM session WHERE person_id = ${ME}`,
];

/** Tokens of their own, and those that spoke for nothing but a household that ends. */
const END_TOKENS = `UPDATE access_token
  SET label = '-', revoked_at = coalesce(revoked_at, ?3), revoked_by = coalesce(revoked_by, ?4)
  WHERE person_id = ${ME} OR id IN (
    SELECT g.holder FROM role_grant AS g
    WHERE g.role = 'household' AND g.subject IN ${LAST} AND NOT EXISTS (
      SELECT 1 FROM role_grant AS other WHERE other.holder = g.holder
        AND NOT (other.role = 'household' AND other.subject IN ${LAST})))`;

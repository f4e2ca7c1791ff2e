import { forgottenBefore } from "#domain/access/retention.ts";
import { DAY, type Instant } from "#domain/kernel/instant.ts";
import { TRADE_RULES } from "#domain/orders/rules.ts";
import type { Statement } from "#ports/database.ts";

/** What signing in leaves behind, once nobody needs it any more. */
export function forgetSignIns(now: Instant): Statement[] {
  const since = forgottenBefore("sessions", now);
  return [
    {
      // A session that nobody ended is dead after thirty days, of a member and of an officer.
      sql: `DELETE FROM session WHERE started_at < ?1
        AND coalesce(ended_at, started_at + ${30 * DAY}) < ?1`,
      args: [since],
    },
    {
      sql: "DELETE FROM mail_code WHERE expires_at < ?",
      args: [forgottenBefore("mail-codes", now)],
    },
    {
      sql: "DELETE FROM used_challenge WHERE used_at < ?",
      args: [forgottenBefore("used-challenges", now)],
    },
    {
      sql: "DELETE FROM invitation WHERE coalesce(used_at, withdrawn_at, expires_at) < ?",
      args: [forgottenBefore("invitations", now)],
    },
    {
      sql: "DELETE FROM countersignature WHERE coalesce(used_at, withdrawn_at, expires_at) < ?",
      args: [forgottenBefore("countersignatures", now)],
    },
    {
      sql: "DELETE FROM person_email WHERE removed_at < ?",
      args: [forgottenBefore("removed-addresses", now)],
    },
  ];
}

/** After how many days an order that is over forgets whose it was, by the rule in force. */
const CONTACT_DAYS = `coalesce((
    SELECT CAST(value AS INTEGER) FROM rule_version
    WHERE key = 'guest-contact-days' AND subject = '' AND effective_at <= ?1
      AND coalesce(expires_at > ?1, 1)
    ORDER BY version DESC LIMIT 1), ${defaultContactDays()})`;

/** Forgets what was said of a problem with an order, when its name and address are forgotten. */
export function forgetProblemWords(now: Instant): Statement {
  return {
    sql: `DELETE FROM order_problem_words WHERE problem_id IN (
        SELECT q.id FROM order_problem_words CROSS JOIN order_problem q ON q.id = problem_id
        JOIN customer_order o ON o.id = q.order_id
        WHERE coalesce(o.settled_at, o.cancelled_at) < ?1 - ${DAY} * ${CONTACT_DAYS})`,
    args: [now],
  };
}

/** Ten years and their leap days. */
const TEN_YEARS = 3653 * DAY;

/** Forgets the names of the members' book, ten years after somebody was out (art. 2220 c.c.). */
export function forgetMemberNames(now: Instant): Statement {
  return {
    sql: `DELETE FROM member_identity WHERE member_id IN (
        SELECT id FROM member WHERE ended_at < ?1
          OR (decision IN ('refused', 'withdrawn') AND decided_at < ?1))`,
    args: [now - TEN_YEARS],
  };
}

/** Forgets names and addresses that were given with an order, some time after it is over. */
export function forgetContacts(now: Instant): Statement {
  return {
    sql: `DELETE FROM order_contact WHERE order_id IN (
        SELECT o.id FROM order_contact CROSS JOIN customer_order o ON o.id = order_id
        WHERE coalesce(o.settled_at, o.cancelled_at) < ?1 - ${DAY} * ${CONTACT_DAYS}
          AND NOT EXISTS (SELECT 1 FROM payment_due AS due
            WHERE due.order_id = o.id AND due.ended_at IS NULL))`,
    args: [now],
  };
}

/** What a network that was set up before the rule existed goes by. */
function defaultContactDays(): number {
  return Number(TRADE_RULES.find(({ key }) => key === "guest-contact-days")?.default);
}

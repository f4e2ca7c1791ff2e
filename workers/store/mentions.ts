import type { PersonId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { ERASED_ANSWER, type Operation } from "./op-log.ts";
import { OWN, whose } from "./own-rows.ts";

/** How a text stands within a JSON text, without its quotes. */
const inner = (text: string) => `substr(json_quote(${text}), 2, length(json_quote(${text})) - 2)`;

/**
 * What names somebody wherever it stands: their name and addresses, those of a household that ends
 * with them, and those given with their orders. Shorter ones than four letters are in every word.
 * An address that nobody confirmed is theirs only where nobody else has it.
 */
const NAMING = `${OWN},
  naming (said) AS (
    SELECT name FROM person_profile WHERE person_id = (SELECT id FROM me)
    UNION SELECT address FROM person_email WHERE person_id = (SELECT id FROM me)
    UNION SELECT folded FROM person_email WHERE person_id = (SELECT id FROM me)
    UNION SELECT value FROM household_profile AS f
      CROSS JOIN json_each(json_array(f.name, f.email, f.phone, f.street))
      WHERE f.household_id IN (SELECT id FROM own_last) AND length(value) > 1
    UNION SELECT value FROM order_contact AS c
      CROSS JOIN json_each(json_array(c.name, c.email, c.phone, c.street, c.note))
      WHERE c.order_id IN (SELECT id FROM own_order) AND length(value) > 1
  ),
  known (said) AS (SELECT said FROM naming WHERE length(said) >= 4),
  mailbox (address) AS (
    SELECT folded FROM own_address
    UNION SELECT mail.folded FROM person_email AS mail JOIN me ON mail.person_id = me.id
      WHERE mail.confirmed_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM person_email AS another WHERE another.folded = mail.folded
          AND another.person_id <> me.id AND another.confirmed_at IS NOT NULL
        UNION SELECT 1 FROM household_profile AS f WHERE f.email = mail.folded COLLATE NOCASE
          AND f.household_id NOT IN (SELECT id FROM own_household)
        UNION SELECT 1 FROM order_contact AS c WHERE c.email = mail.folded COLLATE NOCASE
          AND c.order_id NOT IN (SELECT id FROM own_order))
    UNION SELECT email FROM household_profile WHERE household_id IN (SELECT id FROM own_last)
    UNION SELECT email FROM order_contact WHERE order_id IN (SELECT id FROM own_order)
  )
`;

/** Answers that name them or one of their things, and every answer that they got. */
const ANSWERS = `UPDATE op_log SET body = '${ERASED_ANSWER}'
  WHERE NOT (actor = ?3 AND key = ?4) AND (
    actor IN (
      SELECT 'session:' || digest FROM session WHERE person_id = (SELECT id FROM me)
      UNION SELECT 'token:' || digest FROM access_token WHERE person_id = (SELECT id FROM me)
      UNION SELECT 'basket:' || token_digest FROM basket WHERE person_id = (SELECT id FROM me)
      UNION SELECT 'link:' || link_digest FROM customer_order
        WHERE id IN (SELECT id FROM own_order)
    )
    OR EXISTS (SELECT 1 FROM naming WHERE instr(body, json_quote(said)))
    OR EXISTS (SELECT 1 FROM (
      SELECT id FROM me UNION SELECT id FROM own_last UNION SELECT id FROM own_order
      UNION SELECT id FROM member WHERE person_id = (SELECT id FROM me)
      UNION SELECT id FROM access_token WHERE person_id = (SELECT id FROM me)
    ) WHERE instr(body, id))
  )`;

const MAIL_EFFECTS = `UPDATE outbox SET payload = '{}', last_error = NULL,
    done_at = iif(dead_at IS NULL, coalesce(done_at, ?3), NULL)
  WHERE topic = 'mail' AND key IN (
    SELECT key FROM letter WHERE recipient IN (SELECT address FROM mailbox))`;

const LETTERS = `UPDATE letter SET recipient = NULL, words = NULL, reason = NULL,
    state = iif(state = 'queued', 'refused', state),
    state_at = iif(state = 'queued', ?3, state_at)
  WHERE recipient IN (SELECT address FROM mailbox)`;

/** What was said of them to others is not said again. */
const LETTERS_ABOUT = `UPDATE letter SET words = NULL WHERE state <> 'queued'
  AND words IS NOT NULL AND EXISTS (SELECT 1 FROM known WHERE instr(words, ${inner("said")}))`;

const REASONS_ABOUT = `UPDATE letter SET reason = NULL WHERE reason IS NOT NULL
  AND EXISTS (SELECT 1 FROM known WHERE instr(reason, said))`;

const ASKED = `DELETE FROM countersignature
  WHERE (asked_by = (SELECT id FROM me) AND used_at IS NULL)
    OR EXISTS (SELECT 1 FROM known WHERE instr(request, ${inner("said")}))`;

/** Takes somebody out of what was answered, sent and asked, while it is known what names them. */
export function forgetMentions(
  personId: PersonId,
  operation: Pick<Operation, "actor" | "key">,
  at: Instant,
): Statement[] {
  const of = whose({ person: personId });
  const naming = (sql: string, ...args: (string | number)[]): Statement => ({
    sql: `${NAMING} ${sql}`,
    args: [...of, ...args],
  });
  return [
    naming(ANSWERS, operation.actor, operation.key),
    naming(MAIL_EFFECTS, at),
    naming(LETTERS, at),
    naming(LETTERS_ABOUT),
    naming(REASONS_ABOUT),
    naming(ASKED),
  ];
}

import type { Digest } from "#domain/kernel/digest.ts";
import type { PersonId } from "#domain/kernel/ids.ts";

/** Whose data are meant: of who is signed in with this session, or of a person by id. */
export type Whose = { readonly session: Digest | null } | { readonly person: PersonId };

/** The first two values of every statement that begins with `OWN`. */
export function whose(of: Whose): [string | null, string | null] {
  return "session" in of ? [of.session, null] : [null, of.person];
}

/**
 * What is somebody's own, as names for a statement:
 * - me: the person;
 * - own_address: addresses that are theirs, and not another's by now;
 * - own_household: households in which they take part; own_last: those where nobody else does;
 * - own_order: orders of those where nobody else does, orders of their own, and those that a guest
 *   placed with an address of theirs: whoever reads that mailbox has had the order's link.
 */
export const OWN = `WITH
  me (id) AS (SELECT coalesce((SELECT person_id FROM session WHERE digest = ?1), ?2)),
  own_address (folded) AS (
    SELECT mail.folded FROM person_email AS mail JOIN me ON mail.person_id = me.id
    WHERE mail.confirmed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person_email AS another
      WHERE another.folded = mail.folded AND another.person_id <> me.id
        AND another.confirmed_at IS NOT NULL AND another.removed_at IS NULL)
  ),
  own_household (id) AS (
    SELECT h.id FROM role_grant AS own JOIN me ON own.holder = me.id
      JOIN household h ON h.id = own.subject AND h.erased_at IS NULL
    WHERE own.role = 'household' AND own.revoked_at IS NULL
  ),
  own_last (id) AS (
    SELECT id FROM own_household WHERE NOT EXISTS (
      SELECT 1 FROM role_grant AS another JOIN person p ON p.id = another.holder
      WHERE another.subject = own_household.id AND another.role = 'household'
        AND another.revoked_at IS NULL AND p.erased_at IS NULL AND p.id <> (SELECT id FROM me))
  ),
  own_order (id) AS (
    SELECT id FROM customer_order WHERE household_id IN (SELECT id FROM own_last)
    UNION SELECT id FROM customer_order WHERE person_id = (SELECT id FROM me)
      AND household_id IS NULL
    UNION SELECT o.id FROM order_contact AS contact JOIN customer_order o ON o.id = order_id
      WHERE contact.email COLLATE NOCASE IN (SELECT folded FROM own_address)
        AND o.household_id IS NULL AND o.person_id IS NULL
  )
`;

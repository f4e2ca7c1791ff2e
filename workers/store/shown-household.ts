import { type HouseholdId, id } from "#domain/kernel/ids.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { integerOrNull, text, textOrNull } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** The household that a token speaks for, as its own pages show it. */
export interface ShownHousehold {
  readonly householdId: HouseholdId;
  /** What its wallet has free; null when it has no wallet. */
  readonly availableCents: Cents | null;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
}

/** The household of a token that is in force; null for everybody else. */
export function householdOfToken(
  token: Digest | null,
  now: Instant,
): Loader<ShownHousehold | null> {
  return {
    statement: {
      sql: `SELECT h.id, (SELECT coalesce(-b.posted_cents, 0) FROM ledger_account a
            LEFT JOIN ledger_balance b ON b.account_id = a.id WHERE a.code = 'wallet:' || h.id),
          f.name, f.email, f.phone, f.street, f.postcode, f.town
        FROM access_token t JOIN role_grant g ON g.holder = t.id AND g.role = 'household'
          AND g.revoked_at IS NULL
        JOIN household h ON h.id = g.subject AND h.erased_at IS NULL
        LEFT JOIN household_profile f ON f.household_id = h.id
        WHERE t.digest = ?1 AND t.revoked_at IS NULL
          AND (t.expires_at IS NULL OR t.expires_at > ?2) LIMIT 1`,
      args: [token, now],
    },
    parse: ([row]) => {
      if (row === undefined) return null;
      const available = integerOrNull(row, 1);
      const said = (at: number) => textOrNull(row, at) ?? "";
      return {
        householdId: id<HouseholdId>(text(row, 0)),
        availableCents: available === null ? null : cents(available),
        name: said(2),
        email: said(3),
        phone: said(4),
        street: said(5),
        postcode: said(6),
        town: said(7),
      };
    },
  };
}

import type { Digest } from "#domain/kernel/digest.ts";
import { type GroupId, type HouseholdId, id } from "#domain/kernel/ids.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import type { WalletAccounts } from "#domain/ledger/wallet.ts";
import type { Row } from "#ports/database.ts";
import { integer, integerOrNull, text, textOrNull } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** A household in which somebody takes part, as its own people see it. */
export interface OwnHousehold {
  readonly id: HouseholdId;
  readonly name: string;
  readonly street: string;
  readonly town: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** The persons who take part in it, by name, who reads among them. */
  readonly members: readonly string[];
  readonly group: OwnGroup | null;
  /** Below this its people are told that the wallet runs low. */
  readonly lowCreditCents: Cents;
  /** What the books say of its wallet; null before anything was ever put into it. */
  readonly wallet: WalletAccounts | null;
}

/** The group of a household, and whether the household answers for it. */
export interface OwnGroup {
  readonly id: GroupId;
  readonly name: string;
  readonly isCoordinator: boolean;
  readonly families: number;
  readonly pickup: { readonly name: string; readonly street: string };
}

const BALANCE = (account: "wallet" | "wallet-held") => `(SELECT b.posted_cents
  FROM ledger_account a JOIN ledger_balance b ON b.account_id = a.id
  WHERE a.code = '${account}:' || h.id)`;

/** The households of whoever's session this is, in the order in which they joined. */
export function ownHouseholds(session: Digest | null): Loader<OwnHousehold[]> {
  return {
    statement: {
      sql: `SELECT h.id, f.name, f.street, f.town, f.email, f.phone,
          (SELECT json_group_array(name) FROM (SELECT n.name FROM role_grant m
            JOIN person p ON p.id = m.holder AND p.erased_at IS NULL
            JOIN person_profile n ON n.person_id = m.holder
            WHERE m.role = 'household' AND m.subject = h.id AND m.revoked_at IS NULL
            ORDER BY n.name, n.person_id)),
          h.group_id, g.name, h.coordinates_group,
          (SELECT count(*) FROM household other
            WHERE other.group_id = h.group_id AND other.erased_at IS NULL),
          point.name, point.street, h.low_credit_cents,
          ${BALANCE("wallet")}, ${BALANCE("wallet-held")}
        FROM session s
        JOIN role_grant own ON own.holder = s.person_id AND own.role = 'household'
          AND own.revoked_at IS NULL
        JOIN household h ON h.id = own.subject AND h.erased_at IS NULL
        LEFT JOIN household_profile f ON f.household_id = h.id
        LEFT JOIN buying_group g ON g.id = h.group_id
        LEFT JOIN pickup_point point ON point.id = g.pickup_point_id
        WHERE s.digest = ? ORDER BY h.id`,
      args: [session],
    },
    parse: (rows) => rows.map(toOwnHousehold),
  };
}

function toOwnHousehold(row: Row): OwnHousehold {
  const [wallet, held] = [integerOrNull(row, 14), integerOrNull(row, 15)];
  return {
    id: id<HouseholdId>(text(row, 0)),
    name: textOrNull(row, 1) ?? "",
    street: textOrNull(row, 2) ?? "",
    town: textOrNull(row, 3) ?? "",
    email: textOrNull(row, 4),
    phone: textOrNull(row, 5),
    members: JSON.parse(text(row, 6)) as string[],
    group: toOwnGroup(row),
    lowCreditCents: cents(integer(row, 13)),
    wallet: wallet === null ? null : { walletCents: cents(wallet), heldCents: cents(held ?? 0) },
  };
}

function toOwnGroup(row: Row): OwnGroup | null {
  const group = textOrNull(row, 7);
  if (group === null) return null;
  return {
    id: id<GroupId>(group),
    name: text(row, 8),
    isCoordinator: integer(row, 9) === 1,
    families: integer(row, 10),
    pickup: { name: textOrNull(row, 11) ?? "", street: textOrNull(row, 12) ?? "" },
  };
}

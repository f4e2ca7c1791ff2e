import type { Instant } from "#domain/kernel/instant.ts";
import type { Row, Statement } from "#ports/database.ts";
import { networkChange } from "#schema/network-history.ts";
import { instantAt, integer, text, textOrNull } from "./cells.ts";
import type { NetworkView } from "./network.ts";
import type { Page } from "./page.ts";
import { insertInto, type Loader, mapped } from "./statement.ts";

/** Names the guard that holds when somebody else changed something meanwhile. */
export const NETWORK_CHANGED = "refused:network-changed";

/** What officers may change of what the network says of itself. */
export type Said = Omit<NetworkView, "currency" | "createdAt">;

/** One thing that was changed. */
export interface NetworkChange {
  readonly number: number;
  readonly field: keyof Said;
  readonly saidBefore: string | null;
  readonly saysNow: string | null;
  readonly changedAt: Instant;
  /** As history names them. */
  readonly changedBy: string;
}

const COLUMNS = {
  name: "name",
  contactEmail: "contact_email",
  legalName: "legal_name",
  taxCode: "tax_code",
  seat: "seat",
  vatNumber: "vat_number",
  reaNumber: "rea_number",
  coopRegisterNumber: "coop_register_number",
  certifiedEmail: "certified_email",
  phone: "phone",
  iban: "iban",
} as const satisfies Record<keyof Said, string>;

const FIELDS = Object.keys(COLUMNS) as readonly (keyof Said)[];

/** How many changes there have been. */
export function changesSoFar(): Loader<number> {
  return {
    statement: { sql: "SELECT coalesce(max(number), 0) FROM network_change", args: [] },
    parse: ([row]) => (row === undefined ? 0 : integer(row, 0)),
  };
}

/** A row for each thing that is not said as before; `after` is the number of the last change. */
export function writeChanges(
  said: { readonly before: Said; readonly now: Said; readonly after: number },
  changed: { readonly at: Instant; readonly by: string },
): Statement[] {
  const { before, now, after } = said;
  return FIELDS.filter((field) => before[field] !== now[field]).map((field, index) =>
    insertInto(networkChange, {
      number: after + index + 1,
      field: COLUMNS[field],
      saidBefore: before[field],
      saysNow: now[field],
      changedAt: changed.at,
      changedBy: changed.by,
    }),
  );
}

/** The changes, the newest first. */
export function changePage(asked: {
  readonly after: number | null;
  readonly limit: number;
}): Loader<Page<NetworkChange>> {
  const { after, limit } = asked;
  const statement = {
    sql: `SELECT number, field, said_before, says_now, changed_at, changed_by
      FROM network_change WHERE number < ? ORDER BY number DESC LIMIT ?`,
    args: [after ?? Number.MAX_SAFE_INTEGER, limit + 1],
  };
  return mapped({ statement, parse: (rows) => rows.map(toChange) }, (rows) => {
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? String(last.number) : null };
  });
}

/** The names of people who changed something, by how history calls them. */
export function changersNamed(): Loader<ReadonlyMap<string, string>> {
  return {
    statement: {
      sql: `SELECT changed_by, name FROM (SELECT DISTINCT changed_by FROM network_change)
        JOIN person_profile ON 'person:' || person_id = changed_by`,
      args: [],
    },
    parse: (rows) => new Map(rows.map((row) => [text(row, 0), text(row, 1)])),
  };
}

function toChange(row: Row): NetworkChange {
  const column = text(row, 1);
  return {
    number: integer(row, 0),
    field: FIELDS.find((field) => COLUMNS[field] === column) ?? "name",
    saidBefore: textOrNull(row, 2),
    saysNow: textOrNull(row, 3),
    changedAt: instantAt(row, 4),
    changedBy: text(row, 5),
  };
}

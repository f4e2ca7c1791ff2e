import {
  type HouseholdId,
  id,
  type PersonId,
  type StandingOrderId,
  type VariantId,
} from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { basisPoints, type BasisPoints, milli } from "#domain/kernel/quantity.ts";
import type { StandingLine } from "#domain/orders/standing.ts";
import type { Row, Statement } from "#ports/database.ts";
import { standingOrder } from "#schema/standing.ts";
import { type Cells, instantAt, instantOrNull, integer, text, textOrNull } from "./cells.ts";
import { HELD, type Shown } from "./held.ts";
import { asLists, listsAt } from "./row-lists.ts";
import { firstOrNull, insertInto, type Loader, updateById } from "./statement.ts";

/** Somebody changed the list, or it ended, in between. */
export const STANDING_CHANGED = "refused:standing-changed";
/** Somebody else made the household's list at the same moment. */
export const STANDING_EXISTS = "standing_order.household_id";

/** A product as a list names it. */
export interface NamedStandingLine extends StandingLine {
  readonly productName: string;
  /** Which size, where the product has several. */
  readonly label: string;
  readonly producerName: string;
  readonly kind: "piece" | "kg" | "variable";
}

/** A household's list as it stands. */
export interface StandingRow {
  readonly id: StandingOrderId;
  readonly householdId: HouseholdId;
  readonly personId: PersonId | null;
  readonly place: string;
  readonly slotId: string | null;
  readonly payment: "wallet" | "at-pickup";
  readonly isInPart: boolean;
  readonly priceRise: BasisPoints;
  readonly version: number;
  readonly pausedAt: Instant | null;
  readonly skipsNext: boolean;
  readonly createdAt: Instant;
  readonly lines: readonly NamedStandingLine[];
}

const LINES = `coalesce((SELECT ${asLists(
  `l.variant_id, l.wanted_milli, l.tolerance_milli, l.agreed_cents, p.name, v.label, e.name,
    v.kind`,
  "l.position, l.variant_id",
)} FROM standing_line l JOIN variant v ON v.id = l.variant_id
    JOIN product p ON p.id = v.product_id JOIN enterprise e ON e.id = p.enterprise_id
    WHERE l.standing_id = s.id), '[]')`;

/** A person who went finds nothing among their own any more. */
const STANDING = `SELECT s.id, s.household_id, (
      SELECT id FROM person WHERE id = s.person_id AND erased_at IS NULL),
    s.place, s.slot_id, s.payment, s.in_part, s.price_rise_basis_points, s.version, s.paused_at,
    s.skips_next, s.created_at, ${LINES}
  FROM standing_order s WHERE s.ended_at IS NULL AND `;

/** The list of a household; null where it has none. */
export function standingOfHousehold(household: HouseholdId | null): Loader<StandingRow | null> {
  return standingWhere("s.household_id = ?", household);
}

/** A list by its id; null once it ended. */
export function standingById(standing: StandingOrderId): Loader<StandingRow | null> {
  return standingWhere("s.id = ?", standing);
}

/** The list of a household of whoever asks: the one that is named, or the first. */
export function standingOfHolder(
  shown: Shown,
  household: string | null,
): Loader<StandingRow | null> {
  return standingWhere(`s.household_id = (${HELD})`, shown.session, shown.bearer, household);
}

function standingWhere(which: string, ...args: (string | null)[]): Loader<StandingRow | null> {
  return firstOrNull({
    statement: { sql: STANDING + which, args },
    parse: (rows) => rows.map(toStanding),
  });
}

function toStanding(row: Row): StandingRow {
  return {
    id: id<StandingOrderId>(text(row, 0)),
    householdId: id<HouseholdId>(text(row, 1)),
    personId: textOrNull(row, 2) as PersonId | null,
    place: text(row, 3),
    slotId: textOrNull(row, 4),
    payment: text(row, 5) as StandingRow["payment"],
    isInPart: integer(row, 6) === 1,
    priceRise: basisPoints(integer(row, 7)),
    version: integer(row, 8),
    pausedAt: instantOrNull(row, 9),
    skipsNext: integer(row, 10) === 1,
    createdAt: instantAt(row, 11),
    lines: listsAt(row, 12, toLine),
  };
}

function toLine(cells: Cells): NamedStandingLine {
  return {
    variantId: id<VariantId>(text(cells, 0)),
    wanted: milli(integer(cells, 1)),
    tolerance: milli(integer(cells, 2)),
    agreedCents: cents(integer(cells, 3)),
    productName: text(cells, 4),
    label: text(cells, 5),
    producerName: text(cells, 6),
    kind: text(cells, 7) as NamedStandingLine["kind"],
  };
}

/** A list that is made. */
export type NewStanding = Omit<StandingRow, "lines" | "version" | "pausedAt" | "skipsNext"> & {
  readonly createdBy: string;
};

export function insertStanding(row: NewStanding): Statement {
  const { isInPart: inPart, priceRise: priceRiseBasisPoints, slotId, ...rest } = row;
  return insertInto(standingOrder, {
    ...rest,
    slotId: slotId as typeof standingOrder.$inferInsert.slotId,
    inPart,
    priceRiseBasisPoints,
    activeFrom: row.createdAt,
  });
}

/** What may be changed of a list; its lines apart. */
type Changes = Omit<Parameters<typeof updateById<typeof standingOrder>>[2], "id" | "version">;

/** Changes a list that still is as it was read; if it is not, a trigger refuses. */
export function changeStanding(
  { id: standing, version }: Pick<StandingRow, "id" | "version">,
  changes: Changes,
): Statement {
  return updateById(standingOrder, standing, { ...changes, version: version + 1 });
}

/** The lines of a list, all of them: what was there before goes. */
export function setStandingLines(
  standing: StandingOrderId,
  lines: readonly StandingLine[],
): Statement[] {
  const rows = lines.map((line) => [line.variantId, line.wanted, line.tolerance, line.agreedCents]);
  return [
    { sql: "DELETE FROM standing_line WHERE standing_id = ?", args: [standing] },
    {
      sql: `INSERT INTO standing_line (standing_id, variant_id, position, wanted_milli,
          tolerance_milli, agreed_cents)
        SELECT ?1, value ->> 0, key, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?2)`,
      args: [standing, JSON.stringify(rows)],
    },
  ];
}

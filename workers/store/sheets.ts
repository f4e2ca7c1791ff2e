import type { CycleId, EnterpriseId, OfferId, OrderId } from "#domain/kernel/ids.ts";
import { id } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Milli, milli } from "#domain/kernel/quantity.ts";
import type { Row } from "#ports/database.ts";
import { integer, integerOrNull, text, textOrNull } from "./cells.ts";
import { type Page, type PageAsked, pageValues, paged } from "./page.ts";
import type { Loader } from "./statement.ts";

/** One offer as its producer has to prepare it: no household is named. */
export interface SheetRow {
  readonly enterpriseId: EnterpriseId;
  readonly offerId: OfferId;
  readonly productName: string;
  readonly label: string;
  readonly kind: "piece" | "kg" | "variable";
  readonly boxUnits: number;
  readonly lines: number;
  readonly demandMilli: Milli;
  /** Null when sold loose, or before the close. */
  readonly boxes: number | null;
  /** Null before the close. */
  readonly orderedMilli: Milli | null;
}

/** A producer with orders in a cycle, and where its sheet is sent. */
export interface SheetProducer {
  readonly enterpriseId: EnterpriseId;
  readonly name: string;
  readonly email: string | null;
}

/** The sheets of a cycle, of one producer or (`null`) of all. */
export function sheetRows(cycleId: CycleId, enterpriseId: EnterpriseId | null): Loader<SheetRow[]> {
  return {
    statement: {
      sql: `SELECT o.enterprise_id, o.id, p.name, v.label, o.kind, o.box_units, t.lines,
          t.demand_milli, t.boxes, t.ordered_milli
        FROM offer_total t JOIN offer o ON o.id = t.offer_id
        JOIN product p ON p.id = o.product_id JOIN variant v ON v.id = o.variant_id
        WHERE t.cycle_id = ?1 AND (?2 IS NULL OR t.enterprise_id = ?2) AND t.lines > 0
        ORDER BY o.position, o.id`,
      args: [cycleId, enterpriseId],
    },
    parse: (rows) => rows.map(toSheetRow),
  };
}

/** Somebody who ordered from a producer, where they were told that it would read their name. */
export interface NamedOrder {
  readonly orderId: OrderId;
  readonly code: string;
  readonly name: string;
}

/** The value of the rule from an instant on; nothing said is "no". */
const NAMES_AT = (instant: string) => `(SELECT value FROM rule_version
  WHERE key = 'producer-sees-names' AND subject = '' AND effective_at <= ${instant}
    AND coalesce(expires_at > ${instant}, 1)
  ORDER BY version DESC LIMIT 1)`;

/**
 * Who ordered from a producer in a cycle, by name: those whose order was placed under a rule that
 * lets it read names, while the rule still does. No address, and nobody who was erased.
 */
export function namedOrders(
  asked: { readonly cycleId: CycleId; readonly enterpriseId: EnterpriseId; readonly now: Instant },
  page: PageAsked,
): Loader<Page<NamedOrder>> {
  const { after, limit } = pageValues(page);
  const statement = {
    sql: `SELECT o.id, o.code, coalesce(contact.name, profile.name) FROM customer_order AS o
      LEFT JOIN order_contact AS contact ON contact.order_id = o.id
      LEFT JOIN household_profile AS profile ON profile.household_id = o.household_id
      WHERE o.id IN (
          SELECT order_id FROM order_line WHERE cycle_id = ?1 AND enterprise_id = ?2
            AND status NOT IN ('new', 'withdrawn')
        ) AND o.cancelled_at IS NULL AND o.id > ?4
        AND ${NAMES_AT("?3")} = 'yes' AND ${NAMES_AT("o.placed_at")} = 'yes'
        AND coalesce(contact.name, profile.name) IS NOT NULL
      ORDER BY o.id LIMIT ?5`,
    args: [asked.cycleId, asked.enterpriseId, asked.now, after, limit],
  };
  return paged({ statement, parse: (rows) => rows.map(toNamed) }, page, (one) => one.orderId);
}

function toNamed(row: Row): NamedOrder {
  return { orderId: id<OrderId>(text(row, 0)), code: text(row, 1), name: text(row, 2) };
}

/** The producers that got an order in this cycle, with their addresses. */
export function sheetProducers(cycleId: CycleId): Loader<SheetProducer[]> {
  return {
    statement: {
      sql: `SELECT e.id, e.name, e.email FROM producer_total t
        JOIN enterprise e ON e.id = t.enterprise_id
        WHERE t.cycle_id = ? AND t.lines > 0 ORDER BY e.id`,
      args: [cycleId],
    },
    parse: (rows) =>
      rows.map((row) => ({
        enterpriseId: id<EnterpriseId>(text(row, 0)),
        name: text(row, 1),
        email: textOrNull(row, 2),
      })),
  };
}

function toSheetRow(row: Row): SheetRow {
  const ordered = integerOrNull(row, 9);
  return {
    enterpriseId: id<EnterpriseId>(text(row, 0)),
    offerId: id<OfferId>(text(row, 1)),
    productName: text(row, 2),
    label: text(row, 3),
    kind: text(row, 4) as SheetRow["kind"],
    boxUnits: integer(row, 5),
    lines: integer(row, 6),
    demandMilli: milli(integer(row, 7)),
    boxes: integerOrNull(row, 8),
    orderedMilli: ordered === null ? null : milli(ordered),
  };
}

import type { Digest } from "#domain/kernel/digest.ts";
import { id, type VariantId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { type Milli, milli } from "#domain/kernel/quantity.ts";
import { integer, text, textOrNull } from "./cells.ts";
import { asList, listsAt, readLists } from "./row-lists.ts";
import { SHOP_CYCLE, shopAt } from "./shop-week.ts";
import { firstOrNull, type Loader } from "./statement.ts";

/** A size that a list may want, as the shop offers it now. */
export interface ListableSize {
  readonly variantId: VariantId;
  readonly productName: string;
  readonly label: string;
  readonly producerName: string;
  readonly kind: "piece" | "kg" | "variable";
  readonly priceCents: Cents;
  readonly stepMilli: Milli;
  readonly leastMilli: Milli;
}

/** A list to choose from has an end; the shelf itself is for those who look around. */
const MOST = 500;

/** What the shop's cycle offers, by producer. */
export function listableSizes(now: Instant): Loader<ListableSize[]> {
  return {
    statement: {
      sql: `SELECT ${asList(`o.variant_id, p.name, v.label, e.name, o.kind, o.price_cents,
          o.step_milli, o.least_milli`)}
        FROM offer o JOIN product p ON p.id = o.product_id JOIN variant v ON v.id = o.variant_id
        JOIN enterprise e ON e.id = o.enterprise_id
        WHERE o.cycle_id = (${SHOP_CYCLE}) AND o.withdrawn_at IS NULL
        ORDER BY e.name, o.position, o.id LIMIT ${MOST}`,
      args: [...shopAt(null, now)],
    },
    parse: (rows) =>
      readLists(rows, (cells) => ({
        variantId: id<VariantId>(text(cells, 0)),
        productName: text(cells, 1),
        label: text(cells, 2),
        producerName: text(cells, 3),
        kind: text(cells, 4) as ListableSize["kind"],
        priceCents: cents(integer(cells, 5)),
        stepMilli: milli(integer(cells, 6)),
        leastMilli: milli(integer(cells, 7)),
      })),
  };
}

/** An order that is to be repeated. */
export interface Repeated {
  readonly householdId: string;
  readonly place: string;
  readonly slotId: string | null;
  readonly payment: "wallet" | "card" | "at-pickup";
  readonly lines: readonly {
    readonly variantId: VariantId;
    readonly productName: string;
    readonly label: string;
    readonly producerName: string;
    readonly kind: "piece" | "kg" | "variable";
    readonly priceCents: Cents;
    readonly wanted: Milli;
    readonly tolerance: Milli;
  }[];
}

/** An order of a household of whoever asks, to make a list of; null where it is not theirs. */
export function orderToRepeat(
  shown: { readonly session: Digest | null; readonly bearer: Digest | null },
  order: string | null,
): Loader<Repeated | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT c.household_id, c.place, c.slot_id, c.payment,
          (SELECT json_group_array(json_array(o.variant_id, p.name, v.label, e.name, o.kind,
              o.price_cents, l.wanted_milli, l.tolerance_milli) ORDER BY o.position)
            FROM order_line l JOIN offer o ON o.id = l.offer_id
            JOIN product p ON p.id = o.product_id JOIN variant v ON v.id = o.variant_id
            JOIN enterprise e ON e.id = o.enterprise_id
            WHERE l.order_id = c.id AND l.status NOT IN ('new', 'withdrawn'))
        FROM customer_order c WHERE c.id = ?3 AND c.household_id IN (
          SELECT own.subject FROM role_grant own
          WHERE own.role = 'household' AND own.revoked_at IS NULL AND own.holder IN (
            SELECT person_id FROM session WHERE digest = ?1
            UNION SELECT id FROM access_token WHERE digest = ?2))`,
      args: [shown.session, shown.bearer, order],
    },
    parse: (rows) =>
      rows.map((row) => ({
        householdId: text(row, 0),
        place: text(row, 1),
        slotId: textOrNull(row, 2),
        payment: text(row, 3) as Repeated["payment"],
        lines: listsAt(row, 4, (cells) => ({
          variantId: id<VariantId>(text(cells, 0)),
          productName: text(cells, 1),
          label: text(cells, 2),
          producerName: text(cells, 3),
          kind: text(cells, 4) as ListableSize["kind"],
          priceCents: cents(integer(cells, 5)),
          wanted: milli(integer(cells, 6)),
          tolerance: milli(integer(cells, 7)),
        })),
      })),
  });
}

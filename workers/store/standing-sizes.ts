import { id, type VariantId } from "#domain/kernel/ids.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { type Milli, milli } from "#domain/kernel/quantity.ts";
import { integer, text } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** A size of a product as a list may want it. */
export interface StandingSize {
  readonly variantId: VariantId;
  readonly stepMilli: Milli;
  readonly leastMilli: Milli;
  /** In the cycle that offered it last, or as its producer asks for it. */
  readonly priceCents: Cents;
}

/** What offer of a size `v` was the last to be published. */
const LAST_PRICE = `SELECT o.price_cents FROM offer o JOIN cycle c ON c.id = o.cycle_id
  WHERE o.variant_id = v.id AND c.state <> 'draft' ORDER BY c.closes_at DESC LIMIT 1`;

const COLUMNS = `v.id, v.step_milli, v.least_milli, coalesce((${LAST_PRICE}), v.price_cents)`;

/** These sizes, as far as they are still sold. */
export function standingSizes(
  variants: readonly string[],
): Loader<ReadonlyMap<VariantId, StandingSize>> {
  return {
    statement: {
      sql: `SELECT ${COLUMNS} FROM json_each(?) AS asked CROSS JOIN variant v ON v.id = asked.value
        JOIN product p ON p.id = v.product_id
        WHERE v.withdrawn_at IS NULL AND p.withdrawn_at IS NULL`,
      args: [JSON.stringify(variants)],
    },
    parse: (rows) =>
      new Map(
        rows.map((row) => {
          const variantId = id<VariantId>(text(row, 0));
          const [stepMilli, leastMilli] = [milli(integer(row, 1)), milli(integer(row, 2))];
          return [
            variantId,
            { variantId, stepMilli, leastMilli, priceCents: cents(integer(row, 3)) },
          ];
        }),
      ),
  };
}

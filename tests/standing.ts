import type { HouseholdId, StandingOrderId } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { makeIds } from "#ports/ids.ts";
import type { Market } from "./market.ts";
import type { Shop } from "./shop.ts";

const ids = makeIds(instant(Date.UTC(2026, 5, 1)), "a secret of at least thirty-two characters");

/** What a test's list wants: products of its shop, by name, in thousandths. */
export interface ListedGoods {
  readonly household: HouseholdId;
  readonly wants: Readonly<Record<string, number>>;
  readonly payment?: "wallet" | "at-pickup";
  readonly isInPart?: boolean;
  /** What a unit cost when its household said yes. */
  readonly agreedCents?: number;
}

/** A household's list as it stands in the database since before its shop opened. */
export function addStanding(
  market: Pick<Market, "database">,
  shop: Shop,
  list: ListedGoods,
): StandingOrderId {
  const standing = ids.next<StandingOrderId>();
  const { household, wants, payment = "at-pickup", isInPart = true, agreedCents = 400 } = list;
  const run = (sql: string, ...values: (string | number)[]) =>
    market.database.prepare(sql).run(values);
  run(
    `INSERT INTO standing_order (id, household_id, place, payment, in_part,
      price_rise_basis_points, active_from, created_at, created_by)
      VALUES (?, ?, ?, ?, ?, 1000, 0, 0, 'test')`,
    standing,
    household,
    shop.pickupPointId,
    payment,
    Number(isInPart),
  );
  for (const [position, [name, milli]] of Object.entries(wants).entries()) {
    run(
      `INSERT INTO standing_line SELECT ?, variant_id, ?, ?, 0, ? FROM offer WHERE id = ?`,
      standing,
      position,
      milli,
      agreedCents,
      shop.offers[name] ?? "",
    );
  }
  return standing;
}

import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { gte, sql } from "drizzle-orm";
import { type CycleId, type EnterpriseId, id } from "#domain/kernel/ids.ts";
import { type Instant, toRome } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import {
  type CycleFigure,
  FEWEST_BUYERS,
  lastMonthOf,
  type MonthFigures,
  type ProducerPart,
} from "#domain/network/figures.ts";
import { type Month, month, monthBefore, monthOf, monthsUpTo } from "#domain/network/month.ts";
import type { Statement } from "#ports/database.ts";
import { cycleFigure } from "#schema/transparency.ts";
import { integer, text, textOrNull } from "./cells.ts";
import { insertInto, type Loader, mapped, selecting } from "./statement.ts";

/** How many a settled cycle reached, beside its money. */
export type CycleReach = Pick<
  CycleFigure,
  "month" | "buyers" | "newBuyers" | "newPoints" | "orders" | "homeOrders"
>;

const BUYER = "coalesce(o.household_id, o.person_id)";

/** Published cycles of the same month, of which none is this one. */
const EARLIER = "f.month = (SELECT month FROM closing) AND f.buyers >= ?2";

/**
 * ?1 is the cycle, ?2 how many buyers a published one has. What is asked of earlier cycles of the
 * month follows their number, which is small, by way of an index.
 */
const REACH = `WITH closing AS (
    SELECT substr(max(business_date), 1, 7) AS month FROM ledger_tx
    WHERE cycle_id = ?1 AND kind IN ('order-settlement', 'producer-settlement')
  ), delivered AS (
    SELECT place, ${BUYER} AS buyer FROM customer_order o
    WHERE cycle_id = ?1 AND settled_at IS NOT NULL AND goods_final_cents > 0
  ), buyers AS (SELECT DISTINCT buyer FROM delivered WHERE buyer IS NOT NULL),
  points AS (SELECT DISTINCT place FROM delivered WHERE place <> 'home')
  SELECT (SELECT month FROM closing),
    (SELECT count(*) FROM buyers) + EXISTS (SELECT 1 FROM delivered WHERE buyer IS NULL),
    (SELECT count(*) FROM buyers WHERE NOT EXISTS (
      SELECT 1 FROM cycle_figure f JOIN customer_order o ON o.cycle_id = f.cycle_id
      WHERE ${EARLIER} AND o.goods_final_cents > 0 AND o.household_id = buyer
    ) AND NOT EXISTS (
      SELECT 1 FROM customer_order o JOIN cycle_figure f ON f.cycle_id = o.cycle_id
      WHERE ${EARLIER} AND o.goods_final_cents > 0 AND o.person_id = buyer
        AND o.household_id IS NULL
    )),
    (SELECT count(*) FROM points WHERE NOT EXISTS (
      SELECT 1 FROM cycle_figure f JOIN place_total p ON p.cycle_id = f.cycle_id
      WHERE ${EARLIER} AND p.orders > 0 AND p.place = points.place
    )),
    (SELECT count(*) FROM delivered),
    (SELECT count(*) FROM delivered WHERE place = 'home')`;

/** Whom a cycle reached with what it delivered; null when nothing of it was ever charged. */
export function cycleReach(cycleId: CycleId): Loader<CycleReach | null> {
  return {
    statement: { sql: REACH, args: [cycleId, FEWEST_BUYERS] },
    parse: ([row]) => {
      const closed = row === undefined ? null : textOrNull(row, 0);
      if (row === undefined || closed === null) return null;
      return {
        month: month(closed),
        buyers: integer(row, 1),
        newBuyers: integer(row, 2),
        newPoints: integer(row, 3),
        orders: integer(row, 4),
        homeOrders: integer(row, 5),
      };
    },
  };
}

/** To how many each producer of a cycle sold; guests together count as one. */
export function buyersByProducer(cycleId: CycleId): Loader<ReadonlyMap<EnterpriseId, number>> {
  return {
    statement: {
      sql: `SELECT l.enterprise_id, count(DISTINCT ${BUYER}) + max(${BUYER} IS NULL)
        FROM order_line l JOIN customer_order o ON o.id = l.order_id
        WHERE l.cycle_id = ? AND l.final_cents > 0 GROUP BY 1`,
      args: [cycleId],
    },
    parse: (rows) =>
      new Map(rows.map((row) => [id<EnterpriseId>(text(row, 0)), integer(row, 1)] as const)),
  };
}

/** Writes down what a cycle came to, once. */
export function insertCycleFigure(figure: CycleFigure): Statement {
  return insertInto(cycleFigure, figure);
}

/** Adds to what producers sold in a month. */
export function addProducerParts(one: Month, parts: readonly ProducerPart[]): Statement {
  const rows = parts.map(({ enterpriseId, goodsCents, toProducersCents, networkFeeCents }) => [
    enterpriseId ?? "",
    goodsCents,
    toProducersCents,
    networkFeeCents,
  ]);
  return {
    sql: `INSERT INTO producer_figure
        (month, enterprise_id, goods_cents, to_producers_cents, network_fee_cents)
      SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?2) WHERE true
      ON CONFLICT (month, enterprise_id) DO UPDATE SET
        goods_cents = goods_cents + excluded.goods_cents,
        to_producers_cents = to_producers_cents + excluded.to_producers_cents,
        network_fee_cents = network_fee_cents + excluded.network_fee_cents`,
    args: [one, JSON.stringify(rows)],
  };
}

const selectFigures = selecting(
  new QueryBuilder()
    .select({
      cycleId: cycleFigure.cycleId,
      month: cycleFigure.month,
      buyers: cycleFigure.buyers,
      newBuyers: cycleFigure.newBuyers,
      newPoints: cycleFigure.newPoints,
      orders: cycleFigure.orders,
      homeOrders: cycleFigure.homeOrders,
      goodsCents: cycleFigure.goodsCents,
      toProducersCents: cycleFigure.toProducersCents,
      networkFeeCents: cycleFigure.networkFeeCents,
      vatCents: cycleFigure.vatCents,
      deliveryCents: cycleFigure.deliveryCents,
      depositsCents: cycleFigure.depositsCents,
    })
    .from(cycleFigure)
    .where(gte(cycleFigure.month, sql.placeholder("from")))
    .orderBy(cycleFigure.month, cycleFigure.cycleId),
);

/** What the cycles of this month and the ones since came to, the published and the others. */
function cycleFigures(from: Month): Loader<CycleFigure[]> {
  return selectFigures({ from });
}

/** The last month in numbers, for anyone; null while there is nothing that may be told. */
export function lastMonthInNumbers(now: Instant): Loader<MonthFigures | null> {
  const thisMonth = monthOf(toRome(now).date);
  return mapped(cycleFigures(monthBefore(thisMonth, 1)), (figures) =>
    lastMonthOf(thisMonth, figures),
  );
}

/** What a producer sold since a month, by its name; null are those who do not stand alone. */
interface ProducerSold extends ProducerPart {
  readonly name: string | null;
  readonly slug: string | null;
}

function producersSold(from: Month): Loader<ProducerSold[]> {
  return {
    statement: {
      sql: `SELECT p.enterprise_id, e.name, e.slug, sum(p.goods_cents),
          sum(p.to_producers_cents), sum(p.network_fee_cents)
        FROM producer_figure p LEFT JOIN enterprise e ON e.id = p.enterprise_id
        WHERE p.month >= ? GROUP BY 1 ORDER BY p.enterprise_id = '', 4 DESC, 1`,
      args: [from],
    },
    parse: (rows) =>
      rows.map((row) => {
        const name = textOrNull(row, 1);
        return {
          enterpriseId: name === null ? null : id<EnterpriseId>(text(row, 0)),
          name,
          slug: textOrNull(row, 2),
          goodsCents: cents(integer(row, 3)),
          toProducersCents: cents(integer(row, 4)),
          networkFeeCents: cents(integer(row, 5)),
        };
      }),
  };
}

/** A year: this month so far, and the eleven before it. */
export function yearUpTo(now: Instant): Month[] {
  return monthsUpTo(monthOf(toRome(now).date), 12);
}

/** What the public figures of the last twelve months are made of. */
export function figureLoaders(now: Instant) {
  const from = monthBefore(monthOf(toRome(now).date), 11);
  return { cycles: cycleFigures(from), sold: producersSold(from) };
}

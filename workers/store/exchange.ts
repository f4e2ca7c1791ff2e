import type { Digest } from "#domain/kernel/digest.ts";
import type { CivilDate } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { type Purchases, purchasesByMember } from "#domain/membership/exchange.ts";
import type { Row } from "#ports/database.ts";
import { integer, text } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** The twelve months before the month ?1, of cycles that are settled. */
const MONTHS = "month < ?1 AND month >= strftime('%Y-%m', ?1 || '-01', '-12 months')";

/**
 * What each enterprise sold through the network in the twelve months before a day's own month, from
 * the months' figures: no order is read.
 */
export function soldBefore(on: CivilDate): Loader<ReadonlyMap<string, Cents>> {
  return {
    statement: {
      sql: `SELECT enterprise_id, sum(goods_cents) FROM producer_figure
        WHERE ${MONTHS} GROUP BY enterprise_id`,
      args: [on.slice(0, 7)],
    },
    parse: (rows) => new Map(rows.map((row) => [text(row, 0), cents(integer(row, 1))])),
  };
}

/** Consumer members, by person: a firm's purchases are its person's where that is no member. */
const CONSUMERS = `consumer (member_id, person_id) AS (
  SELECT m.id, m.person_id FROM member m
  WHERE m.class = 'consumer' AND m.decision = 'admitted' AND m.ended_at IS NULL
    AND (m.kind = 'natural' OR NOT EXISTS (SELECT 1 FROM member o
      WHERE o.person_id = m.person_id AND o.kind = 'natural' AND o.class = 'consumer'
        AND o.decision = 'admitted' AND o.ended_at IS NULL)))`;

/** What was bought in those months, less what was given back, by household or by person. */
const BOUGHT = `SELECT o.household_id, iif(o.household_id IS NULL, o.person_id, NULL) AS person_id,
    sum(max(o.goods_final_cents - o.refunded_cents, 0)) AS goods
  FROM cycle_figure f JOIN customer_order o ON o.cycle_id = f.cycle_id
  WHERE f.${MONTHS.replace("AND month", "AND f.month")} AND o.settled_at IS NOT NULL`;

/** Their members: those who take part in the household, or the person alone. */
const BUYERS = `SELECT goods, (SELECT json_group_array(member_id) FROM (
      SELECT c.member_id FROM consumer c WHERE c.person_id = bought.person_id
        OR EXISTS (SELECT 1 FROM role_grant g WHERE g.holder = c.person_id
          AND g.role = 'household' AND g.subject = bought.household_id AND g.revoked_at IS NULL)
      ORDER BY c.member_id))
  FROM bought`;

/**
 * What consumer members bought in the same months. Orders are read only where some policy weighs
 * votes by exchange: nothing else asks for all of them.
 */
export function boughtBefore(on: CivilDate): Loader<ReadonlyMap<string, Cents>> {
  return {
    statement: {
      sql: `WITH ${CONSUMERS}, bought AS (${BOUGHT} AND EXISTS (SELECT 1 FROM policy_version
            WHERE policy ->> '$.votes.kind' = 'exchange') GROUP BY 1, 2)
        ${BUYERS}`,
      args: [on.slice(0, 7)],
    },
    parse: toPurchases,
  };
}

/** The same of the households that whoever is signed in takes part in, and of themselves. */
export function ownBought(
  session: Digest | null,
  on: CivilDate,
): Loader<ReadonlyMap<string, Cents>> {
  return {
    statement: {
      sql: `WITH me (id) AS (SELECT person_id FROM session WHERE digest = ?2), ${CONSUMERS},
          bought AS (${BOUGHT} AND (o.household_id IN (SELECT g.subject FROM role_grant g, me
              WHERE g.holder = me.id AND g.role = 'household' AND g.revoked_at IS NULL)
            OR (o.household_id IS NULL AND o.person_id IN (SELECT id FROM me))) GROUP BY 1, 2)
        ${BUYERS}`,
      args: [on.slice(0, 7), session],
    },
    parse: toPurchases,
  };
}

function toPurchases(rows: readonly Row[]): ReadonlyMap<string, Cents> {
  return purchasesByMember(
    rows.map((row): Purchases => ({
      goodsCents: cents(integer(row, 0)),
      members: JSON.parse(text(row, 1)) as readonly string[],
    })),
  );
}

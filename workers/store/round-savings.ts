import type { Digest } from "#domain/kernel/digest.ts";
import type { CountedRounds } from "#domain/delivery/rounds/own-saving.ts";
import { FIRST_TERMS } from "#domain/delivery/rounds/round-terms.ts";
import type { RoadProfile } from "#domain/delivery/roads/road-graph.ts";
import type { EarthPoint } from "#domain/kernel/earth.ts";
import type { OrderId } from "#domain/kernel/ids.ts";
import { type CivilDate, civilDate } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { type Cells, integer, integerOrNull, text, textOrNull } from "./cells.ts";
import { asList, listAt, readLists } from "./row-lists.ts";
import { firstOrNull, type Known, type Loader, withoutReading } from "./statement.ts";

/** The last rounds that were counted, and what an ordinary delivery home had of them. */
export interface LastRounds extends CountedRounds {
  /** What one would cost alone, and its part of the rounds: the mean of all, rounded once. */
  readonly home: { readonly alone: Cents; readonly share: Cents };
  readonly deliveryDay: CivilDate;
}

const LAST = `WITH last AS (
    SELECT f.problem_id, f.version, c.id AS cycle_id, c.delivery_day, c.hub_id
    FROM round_figure f JOIN plan_problem p ON p.id = f.problem_id JOIN cycle c ON c.id = p.cycle_id
    WHERE EXISTS (SELECT 1 FROM round_share s JOIN customer_order o ON o.id = s.subject
      WHERE s.problem_id = f.problem_id AND s.version = f.version AND s.kind = 'order'
      AND o.place = 'home')
    ORDER BY c.delivery_day DESC, f.made_at DESC LIMIT 1)`;

/** Null before any week was counted, or where nothing was brought home. */
export function lastCountedRounds(): Loader<LastRounds | null> {
  return firstOrNull({
    statement: {
      sql: `${LAST}
        SELECT ${asList(`sum(s.alone_cents), sum(s.share_cents),
          cast(round(avg(s.alone_cents) FILTER (WHERE o.place = 'home')) AS INTEGER),
          cast(round(avg(s.share_cents) FILTER (WHERE o.place = 'home')) AS INTEGER),
          last.delivery_day, h.lat_microdegrees, h.lon_microdegrees, t.home_minutes,
          json((SELECT json_group_array(json_array(profile, round_cents, hour_cents, km_cents))
            FROM (SELECT DISTINCT v.profile, v.round_cents, v.hour_cents, v.km_cents
              FROM courier_shift d JOIN vehicle v ON v.id = d.vehicle_id
              WHERE d.cycle_id = last.cycle_id AND d.task = 'deliver'
                AND d.cancelled_at IS NULL)))`)}
        FROM last JOIN round_share s
          ON s.problem_id = last.problem_id AND s.version = last.version AND s.kind = 'order'
        JOIN customer_order o ON o.id = s.subject
        JOIN enterprise h ON h.id = last.hub_id AND h.lat_microdegrees IS NOT NULL
        LEFT JOIN hub_terms t ON t.hub_id = last.hub_id
        GROUP BY last.delivery_day`,
      args: [],
    },
    parse: (rows) => readLists(rows, toRounds),
  });
}

function toRounds(cells: Cells): LastRounds {
  return {
    alone: cents(integer(cells, 0)),
    share: cents(integer(cells, 1)),
    home: { alone: cents(integer(cells, 2)), share: cents(integer(cells, 3)) },
    deliveryDay: civilDate(text(cells, 4)),
    hub: { latMicrodegrees: integer(cells, 5), lonMicrodegrees: integer(cells, 6) },
    arrivalMinutes: FIRST_TERMS.arrivalMinutes,
    homeMinutes: integerOrNull(cells, 7) ?? FIRST_TERMS.homeMinutes,
    vehicles: listAt<Cells>(cells, 8).map((vehicle) => ({
      profile: text(vehicle, 0) as RoadProfile,
      tariff: {
        roundCents: cents(integer(vehicle, 1)),
        hourCents: cents(integer(vehicle, 2)),
        kmCents: cents(integer(vehicle, 3)),
      },
    })),
  };
}

/** Where a household lives, for whoever speaks for it. */
export interface OwnDoor extends EarthPoint {
  readonly householdId: string;
  readonly street: string;
}

/** The door of a session's or a token's household; null where nobody knows it. */
export function ownDoor({
  session,
  bearer,
}: {
  readonly session: Digest | null;
  readonly bearer: Digest | null;
}): Loader<OwnDoor | null> | Known<null> {
  if (session === null && bearer === null) return withoutReading(null);
  return firstOrNull({
    statement: {
      sql: `SELECT f.household_id, f.street, f.lat_microdegrees, f.lon_microdegrees
        FROM role_grant g JOIN household_profile f ON f.household_id = g.subject
        WHERE g.role = 'household' AND g.revoked_at IS NULL AND f.lat_microdegrees IS NOT NULL
          AND g.holder IN (SELECT person_id FROM session WHERE digest = ?1 AND ended_at IS NULL
            UNION SELECT id FROM access_token WHERE digest = ?2 AND revoked_at IS NULL)
        ORDER BY g.granted_at, f.household_id LIMIT 1`,
      args: [session, bearer],
    },
    parse: (rows) =>
      rows.map((row) => ({
        householdId: text(row, 0),
        street: textOrNull(row, 1) ?? "",
        latMicrodegrees: integer(row, 2),
        lonMicrodegrees: integer(row, 3),
      })),
  });
}

/** The part of an order in the rounds that brought it, and what it would have cost alone. */
export function savingOfOrder(
  orderId: OrderId,
): Loader<{ readonly alone: Cents; readonly share: Cents } | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT s.alone_cents, s.share_cents FROM round_share s
        JOIN plan_problem p ON p.id = s.problem_id
        WHERE s.kind = 'order' AND s.subject = ?
        ORDER BY p.number DESC, s.version DESC LIMIT 1`,
      args: [orderId],
    },
    parse: (rows) =>
      rows.map((row) => ({ alone: cents(integer(row, 0)), share: cents(integer(row, 1)) })),
  });
}

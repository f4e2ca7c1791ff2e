import type { EmissionFactor } from "#domain/delivery/footprint.ts";
import type { EarthPoint } from "#domain/kernel/earth.ts";
import { type CycleId, type EnterpriseId, id, type OrderId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { emissionFactor } from "#schema/rounds.ts";
import { integer, text } from "./cells.ts";
import { firstOrNull, insertInto, type Loader } from "./statement.ts";

/** What the database says to the second of two who note a factor at once. */
export const FACTOR_CHANGED = "refused:factor-changed";

/** Who said it, and when. */
export interface Said {
  readonly at: Instant;
  readonly actor: string;
}

/** How a hub works on delivery day; minutes of the Rome day. */
export interface HubTerms {
  readonly sortFromMinute: number;
  readonly sortToMinute: number;
  readonly reloadMinutes: number;
  readonly homeMinutes: number;
  readonly coldRideMinutes: number;
}

export function setHubTerms(hubId: EnterpriseId, terms: HubTerms, { at, actor }: Said): Statement {
  const { sortFromMinute, sortToMinute, reloadMinutes, homeMinutes, coldRideMinutes } = terms;
  return {
    sql: `INSERT INTO hub_terms (hub_id, sort_from_minute, sort_to_minute, reload_minutes,
        home_minutes, cold_ride_minutes, set_at, set_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      ON CONFLICT (hub_id) DO UPDATE SET sort_from_minute = ?2, sort_to_minute = ?3,
        reload_minutes = ?4, home_minutes = ?5, cold_ride_minutes = ?6, set_at = ?7, set_by = ?8`,
    args: [
      hubId,
      sortFromMinute,
      sortToMinute,
      reloadMinutes,
      homeMinutes,
      coldRideMinutes,
      at,
      actor,
    ],
  };
}

/** When a producer's goods are fetched, or that it brings them. */
export interface CollectionTerms {
  readonly brings: boolean;
  readonly fromMinute: number;
  readonly toMinute: number;
}

export function setCollectionTerms(
  enterpriseId: EnterpriseId,
  { brings, fromMinute, toMinute }: CollectionTerms,
  { at, actor }: Said,
): Statement {
  return {
    sql: `INSERT INTO collection_terms
        (enterprise_id, brings, from_minute, to_minute, set_at, set_by)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      ON CONFLICT (enterprise_id) DO UPDATE
        SET brings = ?2, from_minute = ?3, to_minute = ?4, set_at = ?5, set_by = ?6`,
    args: [enterpriseId, brings ? 1 : 0, fromMinute, toMinute, at, actor],
  };
}

/** An order, and the hub that answers for it. */
export interface OrderOfHub {
  readonly orderId: OrderId;
  readonly cycleId: CycleId;
  readonly hubId: EnterpriseId;
}

export function orderOfHub(orderId: OrderId): Loader<OrderOfHub | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT o.id, o.cycle_id, c.hub_id FROM customer_order o
        JOIN cycle c ON c.id = o.cycle_id WHERE o.id = ?`,
      args: [orderId],
    },
    parse: (rows) =>
      rows.map((row) => ({
        orderId: id<OrderId>(text(row, 0)),
        cycleId: id<CycleId>(text(row, 1)),
        hubId: id<EnterpriseId>(text(row, 2)),
      })),
  });
}

/** Says where an order goes. */
export function setOrderDoor(orderId: OrderId, door: EarthPoint, { at, actor }: Said): Statement {
  return {
    sql: `INSERT INTO order_door (order_id, lat_microdegrees, lon_microdegrees, set_at, set_by)
      VALUES (?1, ?2, ?3, ?4, ?5)
      ON CONFLICT (order_id) DO UPDATE
        SET lat_microdegrees = ?2, lon_microdegrees = ?3, set_at = ?4, set_by = ?5`,
    args: [orderId, door.latMicrodegrees, door.lonMicrodegrees, at, actor],
  };
}

/** A factor with its number among those of its kind. */
export interface NumberedFactor extends EmissionFactor {
  readonly number: number;
}

/** What a kilometre of each kind of vehicle emits: the figure noted last. */
export function emissionFactors(): Loader<NumberedFactor[]> {
  return {
    statement: {
      sql: `SELECT vehicle_kind, number, milligrams_per_km, source, year FROM emission_factor f
        WHERE number = (SELECT max(number) FROM emission_factor
          WHERE vehicle_kind = f.vehicle_kind)
        ORDER BY vehicle_kind`,
      args: [],
    },
    parse: (rows) =>
      rows.map((row) => ({
        vehicleKind: text(row, 0),
        number: integer(row, 1),
        milligramsPerKm: integer(row, 2),
        source: text(row, 3),
        year: integer(row, 4),
      })),
  };
}

/** Notes a figure; the one before stays in the history. Guard: `FACTOR_CHANGED`. */
export function noteFactor(factor: NumberedFactor, { at, actor }: Said): Statement {
  return insertInto(emissionFactor, { ...factor, notedAt: at, notedBy: actor });
}

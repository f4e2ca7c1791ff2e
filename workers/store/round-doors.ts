import type { CycleRowState } from "#domain/orders/cycle-state.ts";
import { type CycleId, type EnterpriseId, id } from "#domain/kernel/ids.ts";
import { type CivilDate, civilDate, type Instant } from "#domain/kernel/instant.ts";
import { instantAt, integer, text, textOrNull } from "./cells.ts";
import { asList, readLists } from "./row-lists.ts";
import type { Loader } from "./statement.ts";

/** Whose door it is, for who goes there. */
export interface RoundDoor {
  readonly orderId: string;
  readonly code: string;
  readonly place: string;
  readonly name: string;
  readonly street: string;
  readonly town: string;
  readonly phone: string;
  readonly note: string;
}

/** The doors and names of a cycle's orders: personal, for who carries their crates. */
export function roundDoors(cycleId: CycleId): Loader<RoundDoor[]> {
  return {
    statement: {
      sql: `SELECT ${asList(`o.id, o.code, o.place, coalesce(k.name, f.name, ''),
          coalesce(k.street, f.street, ''), coalesce(k.town, f.town, ''),
          coalesce(k.phone, f.phone, ''), coalesce(k.note, '')`)}
        FROM customer_order o LEFT JOIN order_contact k ON k.order_id = o.id
        LEFT JOIN household_profile f ON f.household_id = o.household_id
        WHERE o.cycle_id = ? AND o.cancelled_at IS NULL`,
      args: [cycleId],
    },
    parse: (rows) =>
      readLists(rows, (cells) => ({
        orderId: text(cells, 0),
        code: text(cells, 1),
        place: text(cells, 2),
        name: text(cells, 3),
        street: text(cells, 4),
        town: text(cells, 5),
        phone: text(cells, 6),
        note: text(cells, 7),
      })),
  };
}

/** A week as the list of rounds shows it. */
export interface RoundsListed {
  readonly cycleId: CycleId;
  readonly code: string;
  readonly hubId: EnterpriseId;
  readonly state: CycleRowState;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly deliveryDay: CivilDate;
  readonly shifts: number;
  /** Of its last problem; null where nobody asked yet. */
  readonly planState: "waiting" | "solving" | "solved" | "set-aside" | null;
}

/** The weeks that have rounds or will, the newest first. */
export function roundsListed(most: number): Loader<RoundsListed[]> {
  return {
    statement: {
      sql: `SELECT ${asList(`c.id, c.code, c.hub_id, c.state, c.opens_at, c.closes_at,
          c.delivery_day, (SELECT count(*) FROM courier_shift
            WHERE cycle_id = c.id AND cancelled_at IS NULL),
          (SELECT state FROM plan_problem WHERE cycle_id = c.id ORDER BY number DESC LIMIT 1)`)}
        FROM cycle c WHERE c.state NOT IN ('draft', 'cancelled')
        ORDER BY c.delivery_day DESC, c.id DESC LIMIT ?`,
      args: [most],
    },
    parse: (rows) =>
      readLists(rows, (cells) => ({
        cycleId: id<CycleId>(text(cells, 0)),
        code: text(cells, 1),
        hubId: id<EnterpriseId>(text(cells, 2)),
        state: text(cells, 3) as CycleRowState,
        opensAt: instantAt(cells, 4),
        closesAt: instantAt(cells, 5),
        deliveryDay: civilDate(text(cells, 6)),
        shifts: integer(cells, 7),
        planState: textOrNull(cells, 8) as RoundsListed["planState"],
      })),
  };
}

/** The enterprises that carry crates: couriers and hubs. */
export function carriers(): Loader<{ readonly id: EnterpriseId; readonly name: string }[]> {
  return {
    statement: {
      sql: `SELECT DISTINCT e.id, e.name FROM enterprise e
        JOIN enterprise_role r ON r.enterprise_id = e.id
        WHERE r.role IN ('courier', 'hub') ORDER BY e.name, e.id`,
      args: [],
    },
    parse: (rows) =>
      rows.map((row) => ({ id: id<EnterpriseId>(text(row, 0)), name: text(row, 1) })),
  };
}

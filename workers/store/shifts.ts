import type { DayShift, DayVehicle } from "#domain/delivery/rounds/rounds-day.ts";
import {
  type CycleId,
  type EnterpriseId,
  id,
  type PersonId,
  type ShiftId,
  type VehicleId,
} from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import type { Statement } from "#ports/database.ts";
import { courierShift, vehicle } from "#schema/shifts.ts";
import { type Cells, instantAt, integer, integerOrNull, text, textOrNull } from "./cells.ts";
import { asList, readLists } from "./row-lists.ts";
import { firstOrNull, insertInto, type Loader, updateById } from "./statement.ts";

/** What the database says of a shift that cannot be. */
export const SHIFT_OVERLAPS = "refused:shift-overlaps";
export const VEHICLE_RETIRED = "refused:vehicle-retired";
export const SHIFT_FIXED = "refused:shift-fixed";

/** A vehicle of the network: whose it is, what it carries, what it costs. */
export interface VehicleRow extends DayVehicle {
  readonly vehicleId: VehicleId;
  readonly name: string;
  readonly enterpriseId: EnterpriseId;
}

const VEHICLE = `v.id, v.kind, v.profile, v.capacity_grams, v.capacity_millilitres,
  v.capacity_crates, v.cold_crates, v.range_metres, v.round_cents, v.hour_cents, v.km_cents,
  v.name, v.enterprise_id`;
const VEHICLE_WIDTH = 13;

/** The vehicles that are in use, by name. */
export function vehiclesInUse(): Loader<(VehicleRow & { readonly enterpriseName: string })[]> {
  return {
    statement: {
      sql: `SELECT ${asList(`${VEHICLE}, e.name`)}
        FROM vehicle v JOIN enterprise e ON e.id = v.enterprise_id
        WHERE v.retired_at IS NULL ORDER BY v.name, v.id`,
      args: [],
    },
    parse: (rows) =>
      readLists(rows, (cells) => ({
        ...vehicleAt(cells, 0),
        enterpriseName: text(cells, VEHICLE_WIDTH),
      })),
  };
}

/** One of them; null where it is gone, or never was. */
export function vehicleInUse(vehicleId: VehicleId): Loader<VehicleRow | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT ${asList(VEHICLE)} FROM vehicle v WHERE v.id = ? AND v.retired_at IS NULL`,
      args: [vehicleId],
    },
    parse: (rows) => readLists(rows, (cells) => vehicleAt(cells, 0)),
  });
}

export function insertVehicle(row: VehicleRow, at: Instant): Statement {
  return insertInto(vehicle, { ...columnsOf(row), madeAt: at });
}

export function changeVehicle(row: VehicleRow): Statement {
  const { id: _id, ...changes } = columnsOf(row);
  return updateById(vehicle, row.vehicleId, changes);
}

export function retireVehicle(vehicleId: VehicleId, at: Instant): Statement {
  return updateById(vehicle, vehicleId, { retiredAt: at });
}

function columnsOf({ vehicleId, tariff, ...row }: VehicleRow) {
  return { id: vehicleId, ...row, ...tariff };
}

/** A shift with its vehicle, and who drives. */
export interface NamedShift extends DayShift {
  readonly shiftId: ShiftId;
  readonly vehicle: VehicleRow;
  readonly enterpriseName: string;
  readonly personId: PersonId | null;
  readonly personName: string | null;
}

/** Who drives in a cycle, by when they begin; what was called off is left out. */
export function dayShifts(cycleId: CycleId): Loader<NamedShift[]> {
  return {
    statement: {
      sql: `SELECT ${asList(`${VEHICLE}, s.id, s.task, s.from_at, s.to_at, e.name, s.person_id,
          p.name`)}
        FROM courier_shift s JOIN vehicle v ON v.id = s.vehicle_id
        JOIN enterprise e ON e.id = v.enterprise_id
        LEFT JOIN person_profile p ON p.person_id = s.person_id
        WHERE s.cycle_id = ? AND s.cancelled_at IS NULL ORDER BY s.from_at, s.id`,
      args: [cycleId],
    },
    parse: (rows) => readLists(rows, toShift),
  };
}

function toShift(cells: Cells): NamedShift {
  const person = textOrNull(cells, VEHICLE_WIDTH + 5);
  return {
    vehicle: vehicleAt(cells, 0),
    shiftId: id<ShiftId>(text(cells, VEHICLE_WIDTH)),
    task: text(cells, VEHICLE_WIDTH + 1) as DayShift["task"],
    from: instantAt(cells, VEHICLE_WIDTH + 2),
    to: instantAt(cells, VEHICLE_WIDTH + 3),
    enterpriseName: text(cells, VEHICLE_WIDTH + 4),
    personId: person === null ? null : id<PersonId>(person),
    personName: textOrNull(cells, VEHICLE_WIDTH + 6),
  };
}

/** Who may be put on a shift: whoever speaks for a courier or a hub. */
export function drivers(): Loader<{ readonly id: PersonId; readonly name: string }[]> {
  return {
    statement: {
      sql: `SELECT DISTINCT f.person_id, f.name FROM role_grant g
        JOIN person p ON p.id = g.holder AND p.suspended_at IS NULL
        JOIN person_profile f ON f.person_id = p.id
        WHERE g.role IN ('courier', 'hub') AND g.revoked_at IS NULL ORDER BY f.name, f.person_id`,
      args: [],
    },
    parse: (rows) => rows.map((row) => ({ id: id<PersonId>(text(row, 0)), name: text(row, 1) })),
  };
}

/** A new shift. Guards: `SHIFT_OVERLAPS`, `VEHICLE_RETIRED`. */
export function insertShift(row: typeof courierShift.$inferInsert): Statement {
  return insertInto(courierShift, row);
}

/** Calls a shift off. Guard: `SHIFT_FIXED` where it was called off before. */
export function cancelShift(shiftId: ShiftId, at: Instant): Statement {
  return updateById(courierShift, shiftId, { cancelledAt: at });
}

function vehicleAt(cells: Cells, at: number): VehicleRow {
  return {
    vehicleId: id<VehicleId>(text(cells, at)),
    kind: text(cells, at + 1),
    profile: text(cells, at + 2) as DayVehicle["profile"],
    capacityGrams: integer(cells, at + 3),
    capacityMillilitres: integer(cells, at + 4),
    capacityCrates: integer(cells, at + 5),
    coldCrates: integer(cells, at + 6),
    rangeMetres: integerOrNull(cells, at + 7),
    tariff: {
      roundCents: cents(integer(cells, at + 8)),
      hourCents: cents(integer(cells, at + 9)),
      kmCents: cents(integer(cells, at + 10)),
    },
    name: text(cells, at + 11),
    enterpriseId: id<EnterpriseId>(text(cells, at + 12)),
  };
}

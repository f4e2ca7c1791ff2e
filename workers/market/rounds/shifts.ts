import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { RoundsRefusal } from "#domain/delivery/rounds/refusals.ts";
import type { CycleId, PersonId, ShiftId, VehicleId } from "#domain/kernel/ids.ts";
import { addDays, fromRome, type Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import { cycleById, type CycleRow } from "#store/cycles.ts";
import { grantsBy } from "#store/enterprise-grants.ts";
import {
  cancelShift,
  dayShifts,
  insertShift,
  type NamedShift,
  SHIFT_FIXED,
  SHIFT_OVERLAPS,
  VEHICLE_RETIRED,
  vehicleInUse,
} from "#store/shifts.ts";
import { ofHub } from "./of-hub.ts";

/** A courier's shift in a cycle, as it is asked for. */
export interface ShiftTold {
  readonly vehicleId: VehicleId;
  /** Who drives; null while nobody is named. */
  readonly personId: PersonId | null;
  readonly task: "collect" | "deliver";
  readonly fromAt: Instant;
  readonly toAt: Instant;
}

export interface ShiftMade extends ShiftTold {
  readonly shiftId: ShiftId;
}

/** Who drives in a cycle, and when. */
export async function listShifts(
  request: Request,
  cycleId: CycleId,
): Promise<Outcome<{ readonly items: readonly NamedShift[] }, AccessRefusal>> {
  const { known, principal } = await look(request, {
    cycle: cycleById(cycleId),
    shifts: dayShifts(cycleId),
    given: grantsBy({ hubOf: cycleId }),
  });
  const seen = ofHub(known.cycle, principal, "rounds.read", known.given);
  return seen.ok ? accept({ items: known.shifts }) : seen;
}

/** Puts a vehicle on a shift, on delivery day. */
export function addShift(request: Request, cycleId: CycleId, told: ShiftTold) {
  return perform(request, {
    load: () => ({ cycle: cycleById(cycleId), vehicle: vehicleInUse(told.vehicleId) }),
    decide: (known, principal): Outcome<Plan<ShiftMade>, AccessRefusal | RoundsRefusal> => {
      const managed = ofHub(known.cycle, principal, "rounds.manage");
      if (!managed.ok) return managed;
      if (known.vehicle === null) {
        return refuse({ code: "vehicle-retired", vehicleId: told.vehicleId });
      }
      if (!isOnDay(managed.value, told)) return refuse({ code: "shift-not-that-day" });
      const { ids, now } = request.ports;
      const shiftId = ids.next<ShiftId>();
      const row = { id: shiftId, cycleId, ...told, madeAt: now, madeBy: actorName(principal) };
      return accept({ status: 201, value: { ...told, shiftId }, statements: [insertShift(row)] });
    },
    guards: {
      [SHIFT_OVERLAPS]: { code: "shift-overlaps" },
      [VEHICLE_RETIRED]: { code: "vehicle-retired", vehicleId: told.vehicleId },
    },
  });
}

/** It begins on delivery day, and is over by the next noon. */
function isOnDay({ deliveryDay }: CycleRow, { fromAt, toAt }: ShiftTold): boolean {
  const midnight = fromRome({ date: deliveryDay, minuteOfDay: 0 });
  const nextDay = addDays(deliveryDay, 1);
  const ends = fromRome({ date: nextDay, minuteOfDay: 0 });
  const noon = fromRome({ date: nextDay, minuteOfDay: 12 * 60 });
  return midnight <= fromAt && fromAt < ends && fromAt < toAt && toAt <= noon;
}

/** Calls a shift off: nobody drives it, and the next plan goes without it. */
export function callOffShift(request: Request, cycleId: CycleId, shiftId: ShiftId) {
  return perform(request, {
    load: () => ({ cycle: cycleById(cycleId), shifts: dayShifts(cycleId) }),
    decide: (
      known,
      principal,
    ): Outcome<Plan<{ readonly shiftId: ShiftId }>, AccessRefusal | RoundsRefusal> => {
      const managed = ofHub(known.cycle, principal, "rounds.manage");
      if (!managed.ok) return managed;
      const shift = known.shifts.find((one) => one.shiftId === shiftId);
      if (shift === undefined) return refuse({ code: "not-found", what: "shift" });
      const statements = [cancelShift(shiftId, request.ports.now)];
      return accept({ status: 201, value: { shiftId }, statements });
    },
    guards: { [SHIFT_FIXED]: "decide-again" },
  });
}

import { frozenAreRunnable } from "./frozen.ts";
import { type Errand, keyOf, type Problem, type StopKey, type Vehicle } from "./problem.ts";
import type { Field } from "./read-fields.ts";

/**
 * Refuses what names something that is not there: an errand its vehicle, a vehicle its frozen
 * stops; frozen stops that cannot be driven as they stand; and goods said to be aboard of which
 * there are more than room.
 *
 * @param fields one per errand, in the errands' order
 */
export function refuseLooseEnds(root: Field, fields: readonly Field[], problem: Problem): void {
  const ids = new Set(problem.vehicles.map(({ id }) => id));
  problem.errands.forEach(({ vehicle }, index) => {
    if (vehicle === undefined || ids.has(vehicle)) return;
    fields[index]?.get("vehicle").fail("the id of one of the vehicles");
  });
  const errandOf = new Map(
    problem.errands.flatMap((errand) => errand.stops.map((stop) => [keyOf(stop), errand])),
  );
  const holder = new Map<Errand, Vehicle>();
  const seen = new Set<StopKey>();
  problem.vehicles.forEach((vehicle, index) => {
    const field = root.get("vehicles").item(index);
    (vehicle.frozen ?? []).forEach((key, at) => {
      const errand = errandOf.get(key);
      const fault = faultOf(key, errand, seen) ?? strangeness(vehicle, errand, holder);
      if (fault !== undefined) field.get("frozen").item(at).fail(fault);
      if (errand) holder.set(errand, vehicle);
      seen.add(key);
    });
    if (!frozenAreRunnable(problem, index)) {
      const what = "stops that can be run as they stand, with what is aboard";
      field.get("frozen").fail(what);
    }
  });
}

function faultOf(
  key: StopKey,
  errand: Errand | undefined,
  seen: ReadonlySet<StopKey>,
): string | undefined {
  if (errand === undefined) return "a stop of this problem";
  if (seen.has(key)) return "a stop that is not frozen twice";
  const isDrop = key.startsWith("delivery:");
  const isReady = errand.stops.every((stop) => stop.type !== "pickup" || seen.has(keyOf(stop)));
  return isDrop && !isReady ? "a delivery after its pickups" : undefined;
}

function strangeness(
  vehicle: Vehicle,
  errand: Errand | undefined,
  holder: ReadonlyMap<Errand, Vehicle>,
): string | undefined {
  if (errand === undefined) return undefined;
  const other = holder.get(errand);
  const isElsewhere = other !== undefined && other !== vehicle;
  const isBound = errand.vehicle !== undefined && errand.vehicle !== vehicle.id;
  return isElsewhere || isBound ? "a stop of an errand that no other vehicle runs" : undefined;
}

import { allow, allowPrivate } from "#domain/access/access.ts";
import type { Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId, ShiftId } from "#domain/kernel/ids.ts";
import { toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { grantsOfKind } from "#store/enterprise-grants.ts";
import { type Ride, ridesFrom } from "#store/rides.ts";
import type { NamedShift } from "#store/shifts.ts";
import { type RoundsWeekView, weekLoaders, weekView } from "./read-rounds.ts";

/** Of all the network, before those of one reader are picked. */
const MOST_RIDES = 400;

export interface RidesView {
  readonly around: Around;
  readonly rides: readonly Ride[];
  /** Whether the weeks with everybody's rounds are open to this reader. */
  readonly seesAll: boolean;
}

/** The rounds that this reader rides, today and later: their own, and their enterprise's. */
export async function readRides(request: Request): Promise<Outcome<RidesView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    rides: ridesFrom(toRome(request.ports.now).date, MOST_RIDES),
    given: grantsOfKind("transport"),
  });
  const { kind } = principal.who;
  if (kind === "anonymous") return refuse({ code: "not-signed-in" });
  if (kind !== "person" && kind !== "token") {
    return refuse({ code: "not-allowed", act: "routes.read" });
  }
  const seen = allow(principal, "rounds.read").ok || opensThroughOne(principal, known.given);
  return accept({
    around: aroundOf(known, request),
    rides: known.rides.filter((ride) => isOf(principal, ride)),
    seesAll: seen,
  });
}

function opensThroughOne(principal: Principal, given: Parameters<typeof allow>[3] = []): boolean {
  return given.some(({ ownerId }) => allow(principal, "rounds.read", { hub: ownerId }, given).ok);
}

/** One's own, or of an enterprise that one speaks for. */
function isOf({ who }: Principal, { personId, enterpriseId }: Ride): boolean {
  if (who.kind !== "person" && who.kind !== "token") return false;
  if (who.kind === "person" && who.id === personId) return true;
  return who.grants.some(
    ({ role, subject }) => (role === "courier" || role === "hub") && subject === enterpriseId,
  );
}

export interface RideView extends RoundsWeekView {
  readonly shift: NamedShift;
  /** Whether everybody's rounds of the week are open to this reader. */
  readonly seesWeek: boolean;
}

/** A round as who rides it reads it: for them, their enterprise, the hub and the network. */
export async function readRide(
  request: Request,
  cycleId: CycleId,
  shiftId: ShiftId,
): Promise<Outcome<RideView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    ...weekLoaders(cycleId, []),
  });
  const shift = known.shifts.find((one) => one.shiftId === shiftId);
  const { cycle } = known;
  const subjects =
    cycle === null || shift === undefined
      ? {}
      : { hub: cycle.hubId, courier: shift.vehicle.enterpriseId, person: shift.personId };
  const allowed = allowPrivate(principal, "routes.read", subjects, "route");
  if (!allowed.ok) return allowed;
  if (cycle === null || shift === undefined) return refuse({ code: "not-found", what: "route" });
  const view = weekView({ ...known, cycle }, aroundOf(known, request), principal);
  const mayTell = allow(principal, "rounds.tell", subjects, known.given).ok;
  const seesWeek = allow(principal, "rounds.read", { hub: cycle.hubId }, known.given).ok;
  return accept({ ...view, shift, mayTell, seesWeek });
}

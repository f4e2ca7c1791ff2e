import { type Act, allow } from "#domain/access/access.ts";
import type { Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { grantsBy, grantsOfKind } from "#store/enterprise-grants.ts";
import { deliveryWindowPage, pickupPointPage } from "#store/places.ts";
import { carriers, roundDoors, roundsListed } from "#store/round-doors.ts";
import { emissionFactors } from "#store/round-terms.ts";
import { dayPoints, dayProducers, roundsCycle, type RoundsCycle } from "#store/rounds-day.ts";
import { lastRounds, roundEvents, roundsPlans, sharesOf } from "#store/rounds.ts";
import { planDistances } from "#store/round-distances.ts";
import { dayShifts, drivers, vehiclesInUse } from "#store/shifts.ts";
import { slotCapacities } from "#store/slots.ts";
import type { Loaded } from "#store/statement.ts";
import { ofHub } from "#market/rounds/of-hub.ts";

/** Half a year of weeks. */
const MOST_WEEKS = 26;
/** So many plans of a week can be compared. */
const MOST_PLANS = 12;
const EVERY_PLACE = { after: null, limit: 100 };

/** The weeks whose rounds this reader may see, with vehicles and slots. */
export async function readRoundsList(request: Request) {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    weeks: roundsListed(MOST_WEEKS),
    vehicles: vehiclesInUse(),
    points: pickupPointPage(EVERY_PLACE),
    windows: deliveryWindowPage(EVERY_PLACE),
    capacities: slotCapacities(),
    factors: emissionFactors(),
    carriers: carriers(),
    given: grantsOfKind("transport"),
  });
  const weeks = known.weeks.filter(
    ({ hubId }) => allow(principal, "rounds.read", { hub: hubId }, known.given).ok,
  );
  const seesAny = weeks.length > 0 || opens(principal, "rounds.read");
  if (!seesAny) return noOf(principal, "rounds.read");
  const { vehicles, points, windows, capacities, factors } = known;
  return accept({
    around: aroundOf(known, request),
    weeks,
    vehicles: vehicles.filter(({ enterpriseId }) => mayDrive(principal, enterpriseId)),
    points: points.items,
    windows: windows.items,
    capacities,
    factors,
    owners: known.carriers.filter(({ id }) => mayDrive(principal, id)),
    mayLimit: opens(principal, "places.edit"),
    mayNote: opens(principal, "emission-factors.edit"),
  });
}

function opens(principal: Principal, act: Act): boolean {
  return allow(principal, act).ok;
}

function mayDrive(principal: Principal, enterpriseId: string): boolean {
  return allow(principal, "vehicles.manage", { hub: enterpriseId, courier: enterpriseId }).ok;
}

function noOf(principal: Principal, act: Act): Outcome<never, AccessRefusal> {
  if (principal.who.kind === "anonymous") return refuse({ code: "not-signed-in" });
  return refuse({ code: "not-allowed", act });
}

/** What a page about a week's rounds is made of. */
export function weekLoaders(cycleId: CycleId, problems: readonly number[]) {
  return {
    distances: planDistances(cycleId, problems),
    cycle: roundsCycle(cycleId),
    last: lastRounds(cycleId),
    plans: roundsPlans(cycleId, MOST_PLANS),
    doors: roundDoors(cycleId),
    points: dayPoints(),
    producers: dayProducers(cycleId),
    shifts: dayShifts(cycleId),
    vehicles: vehiclesInUse(),
    drivers: drivers(),
    events: roundEvents(cycleId),
    shares: sharesOf(cycleId),
    factors: emissionFactors(),
    given: grantsBy({ hubOf: cycleId }),
  };
}

/** Everything about the rounds of a week. */
export interface RoundsWeekView extends Loaded<ReturnType<typeof weekLoaders>> {
  readonly around: Around;
  readonly cycle: RoundsCycle;
  readonly mayManage: boolean;
  readonly mayTell: boolean;
}

/**
 * The rounds of a week, for its hub, the network and who carries its crates.
 * @param problems whose distances are wanted besides those of the newest plan, by their numbers
 */
export async function readRoundsWeek(
  request: Request,
  cycleId: CycleId,
  problems: readonly number[] = [],
): Promise<Outcome<RoundsWeekView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    ...weekLoaders(cycleId, problems),
  });
  const seen = ofHub(known.cycle, principal, "rounds.read", known.given);
  if (!seen.ok) return seen;
  return accept(weekView({ ...known, cycle: seen.value }, aroundOf(known, request), principal));
}

/** The same for the sheet of one round: open to who drives it, too. */
export async function readRoundSheet(
  request: Request,
  cycleId: CycleId,
  asked: { readonly vehicle: number; readonly problems: readonly number[] },
): Promise<Outcome<RoundsWeekView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    ...weekLoaders(cycleId, asked.problems),
  });
  const { cycle } = known;
  const seen = ofHub(cycle, principal, "rounds.read", known.given);
  const isOwn = cycle !== null && drives(known, principal, cycle.hubId, asked.vehicle);
  if (cycle === null || (!seen.ok && !isOwn)) {
    return seen.ok ? refuse({ code: "not-found", what: "cycle" }) : seen;
  }
  return accept(weekView({ ...known, cycle }, aroundOf(known, request), principal));
}

/** Whether this reader may read the route of a vehicle, by the planner's number of it. */
function drives(
  { plans, shifts }: Pick<WeekKnown, "plans" | "shifts">,
  principal: Principal,
  hub: string,
  vehicle: number,
): boolean {
  const driven = plans.flatMap(({ legend }) => legend.vehicles).find(({ id }) => id === vehicle);
  const shift = shifts.find(({ shiftId }) => shiftId === driven?.shiftId);
  if (shift === undefined) return false;
  const subjects = { hub, courier: shift.vehicle.enterpriseId, person: shift.personId };
  return allow(principal, "routes.read", subjects).ok;
}

type WeekKnown = Loaded<ReturnType<typeof weekLoaders>> & { readonly cycle: RoundsCycle };

/** What was read, with what this reader may do. */
export function weekView(known: WeekKnown, around: Around, principal: Principal): RoundsWeekView {
  const subjects = { hub: known.cycle.hubId };
  return {
    ...known,
    around,
    mayManage: allow(principal, "rounds.manage", subjects).ok,
    mayTell: allow(principal, "rounds.tell", subjects, known.given).ok,
  };
}

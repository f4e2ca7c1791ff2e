import { type Act, allow } from "#domain/access/access.ts";
import type { Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { grantsBy } from "#store/enterprise-grants.ts";
import { deliveryWindowPage, pickupPointPage } from "#store/places.ts";
import { carriers, roundDoors, roundsListed } from "#store/round-doors.ts";
import { emissionFactors } from "#store/round-terms.ts";
import { dayPoints, dayProducers, roundsCycle, type RoundsCycle } from "#store/rounds-day.ts";
import { lastRounds, roundEvents, roundsPlans, sharesOf } from "#store/rounds.ts";
import { planDistances } from "#store/round-distances.ts";
import { dayShifts, vehiclesInUse } from "#store/shifts.ts";
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
  });
  const weeks = known.weeks.filter(
    ({ hubId }) => allow(principal, "rounds.read", { hub: hubId }).ok,
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

function weekLoaders(cycleId: CycleId, problems: readonly number[]) {
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
  const subjects = { hub: seen.value.hubId };
  return accept({
    ...known,
    cycle: seen.value,
    around: aroundOf(known, request),
    mayManage: allow(principal, "rounds.manage", subjects).ok,
    mayTell: allow(principal, "rounds.tell", subjects, known.given).ok,
  });
}

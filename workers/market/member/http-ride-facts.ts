import type { Instant } from "#domain/kernel/instant.ts";
import { cycleState } from "#domain/orders/cycle-state.ts";
import type {
  NextDeed,
  PastStop,
  RideChange,
  RideFacts,
  RideNews,
} from "#frontend/courier/ride-facts.ts";
import type { RouteFacts, StopFacts } from "#frontend/ui/route-facts.ts";
import { repeats, routesOf, subjectOf, whoseOf } from "./http-round-facts.ts";
import type { RideView } from "./read-rides.ts";

type Version = RideView["plans"][number];

/** What is told as another hour to who rides. */
const QUARTER = 15 * 60 * 1000;
/** On the day itself: producers were told, and crates were not declared delivered. */
const ON_THE_DAY: ReadonlySet<string> = new Set(["sent", "receiving"]);

/** A round as its rider's page shows it. */
export function rideFacts(
  view: RideView,
  page: { readonly now: Instant; readonly key: string } & Pick<RideFacts, "done" | "errors">,
): RideFacts {
  const { cycle, shift, events, last } = view;
  const own = events.filter(({ shiftId }) => shiftId === shift.shiftId);
  const isOut = own.some(({ kind }) => kind === "out");
  const mayTell = view.mayTell && ON_THE_DAY.has(cycleState(cycle, page.now));
  const [newest] = view.plans;
  const route = newest === undefined ? null : ownRoute(view, newest);
  return {
    cycleId: cycle.cycleId,
    shiftId: shift.shiftId,
    code: cycle.code,
    deliveryDay: cycle.deliveryDay,
    vehicle: shift.vehicle.name,
    courier: shift.personName ?? shift.enterpriseName,
    task: shift.task,
    from: shift.from,
    to: shift.to,
    plan: last?.state ?? "none",
    hub: cycle.hub,
    route,
    news: newest === undefined ? null : newsOf(view, newest, route),
    next: mayTell && !isOut && route !== null ? nextOf(view, route) : null,
    mayTell,
    isOut,
    past: pastOf(view),
    week: view.seesWeek ? `/rete/giri/${cycle.cycleId}` : null,
    key: page.key,
    done: page.done,
    errors: page.errors,
  };
}

function ownRoute(view: RideView, version: Version): RouteFacts | null {
  const vehicle = vehicleIn(view, version);
  const route = routesOf(view, version).find((one) => one.vehicle === vehicle);
  if (route === undefined) return null;
  let count = 0;
  const numbered = (stop: StopFacts) => ({ ...stop, mark: String(++count) });
  const trips = route.trips.map((trip) => ({ ...trip, stops: trip.stops.map(numbered) }));
  return { ...route, trips };
}

/** The planner's number of this shift; nobody's where it is not in a plan. */
function vehicleIn({ shift }: RideView, { legend }: Version): number {
  return legend.vehicles.find(({ shiftId }) => shiftId === shift.shiftId)?.id ?? -1;
}

/** What the newest plan changes since the one that this rider read last; null once it is read. */
function newsOf(view: RideView, newest: Version, route: RouteFacts | null): RideNews | null {
  const vehicle = vehicleIn(view, newest);
  if (route === null || newest.read.includes(vehicle)) return null;
  const { problemId: planId, version, savedAt } = newest;
  const before = view.plans.find((one) => one.read.includes(vehicleIn(view, one)));
  const was = before === undefined ? null : ownRoute(view, before);
  const isFirst = before === undefined;
  const changes = isFirst ? [] : changesOf(was, route);
  return { planId, version, vehicle, savedAt, isFirst, changes };
}

function changesOf(was: RouteFacts | null, is: RouteFacts): RideChange[] {
  const [before, after] = [openStops(was), openStops(is)];
  return [...new Map([...before, ...after])].flatMap(([key, { name }]) => {
    const [then, now] = [before.get(key)?.at ?? null, after.get(key)?.at ?? null];
    const isSame = then !== null && now !== null && Math.abs(then - now) < QUARTER;
    return isSame ? [] : [{ name, before: then, after: now }];
  });
}

/** Stops that are still to be run: a home by its order, a place by its name. */
function openStops(route: RouteFacts | null) {
  const stops = route?.trips.flatMap((trip) => trip.stops) ?? [];
  return new Map(
    stops
      .filter(({ told }) => told === null)
      .map(({ kind, name, street, arrivesAt, subjects }) => {
        const key = kind === "home" ? (subjects[0] ?? name) : name;
        return [key, { name: street === "" ? name : `${name}, ${street}`, at: arrivesAt }];
      }),
  );
}

/** The first stop that nobody told yet; before a further trip, another load. */
function nextOf(view: RideView, route: RouteFacts): NextDeed | null {
  const index = route.trips.findIndex(({ stops }) => stops.some(({ told }) => told === null));
  const trip = route.trips[index];
  if (trip === undefined) return null;
  const at = trip.stops.findIndex(({ told }) => told === null);
  const stop = trip.stops[at];
  if (index > 0 && at === 0 && !isLoaded(view, route.trips[index - 1]?.stops ?? [])) {
    const sum = (part: (one: StopFacts) => number) =>
      trip.stops.reduce((total, one) => total + part(one), 0);
    const load = { crates: sum(({ crates }) => crates), cold: sum((one) => one.coldCrates) };
    const { crates, cold: coldCrates } = load;
    return { kind: "load", at: trip.leavesAt, trip: index + 1, crates, coldCrates };
  }
  if (stop === undefined) return null;
  return { kind: "stop", stop, number: Number(stop.mark) };
}

/** Whether it was told, after the last stop of the trip before, that the bike is loaded again. */
function isLoaded({ events, shift }: RideView, before: readonly StopFacts[]): boolean {
  const own = events.filter(({ shiftId }) => shiftId === shift.shiftId);
  const lastStop = own.findLastIndex(({ subject }) => subject !== null);
  const lastLoad = own.findLastIndex(({ kind }) => kind === "loaded");
  return before.length === 0 || lastLoad > lastStop;
}

/** What this rider told of stops, the newest first; crates of one place are one. */
function pastOf(view: RideView): PastStop[] {
  const legends = view.plans.map(({ legend }) => legend);
  const known = view.last === null ? legends : [view.last.legend, ...legends];
  const told = view.events.flatMap(({ kind, shiftId, subject, reason, at }) => {
    if (shiftId !== view.shift.shiftId || (kind !== "done" && kind !== "failed")) return [];
    const legend = known.find(({ stops }) => stops.some((stop) => subjectOf(stop) === subject));
    const stop = legend?.stops.find((one) => subjectOf(one) === subject);
    if (legend === undefined || stop === undefined) return [];
    const { name, street } = whoseOf(view, legend, stop);
    return [{ name: stop.kind === "home" && street !== "" ? street : name, at, kind, reason }];
  });
  return told.filter((one, index) => !repeats(one, told[index - 1])).toReversed();
}

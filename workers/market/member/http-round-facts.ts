import type { Plan, PlannedRoute, Step } from "#domain/delivery/plan.ts";
import type { Matrix } from "#domain/delivery/problem.ts";
import { arc } from "#domain/delivery/retrace.ts";
import type { Legend, StopRef } from "#domain/delivery/rounds/legend.ts";
import type { EarthPoint } from "#domain/kernel/earth.ts";
import { type Instant, instant } from "#domain/kernel/instant.ts";
import type { EventFacts, LeftFacts } from "#frontend/member/rounds-facts.ts";
import type { RouteFacts, StopFacts, TripFacts } from "#frontend/ui/route-facts.ts";
import type { RoundsWeekView } from "./read-rounds.ts";

type Version = RoundsWeekView["plans"][number];

/** What stands behind the numbers of a plan. */
interface Known {
  readonly view: RoundsWeekView;
  readonly version: Version;
  readonly stops: ReadonlyMap<number, StopRef>;
  readonly points: ReadonlyMap<number, EarthPoint>;
  readonly told: ReadonlyMap<string, StopFacts["told"]>;
}

/** The routes of a plan in the words of people, lettered in the order in which they leave. */
export function routesOf(view: RoundsWeekView, version: Version): RouteFacts[] {
  const known: Known = {
    view,
    version,
    stops: new Map(version.legend.stops.map((stop) => [stop.id, stop])),
    points: new Map(version.places.map(({ place, ...point }) => [place, point])),
    told: toldOf(view),
  };
  return version.plan.routes
    .toSorted((a, b) => begins(a) - begins(b) || a.vehicle - b.vehicle)
    .map((route, index) => routeFacts(known, route, letterOf(index)));
}

function begins({ steps }: PlannedRoute): number {
  return steps[0]?.arrival ?? 0;
}

/** A to Z, then A2: nobody has more rounds in a day than that. */
function letterOf(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26) + 1}`;
}

function toldOf({ events }: RoundsWeekView): ReadonlyMap<string, StopFacts["told"]> {
  return new Map(
    events.flatMap(({ kind, subject }) =>
      subject !== null && (kind === "done" || kind === "failed") ? [[subject, kind] as const] : [],
    ),
  );
}

function routeFacts(known: Known, route: PlannedRoute, letter: string): RouteFacts {
  const { view, version } = known;
  const driver = version.legend.vehicles.find(({ id }) => id === route.vehicle);
  const shift = view.shifts.find(({ shiftId }) => shiftId === driver?.shiftId);
  const trips = tripsOf(known, route, letter);
  const sum = (part: (stop: StopFacts) => number) =>
    trips.flatMap(({ stops }) => stops).reduce((total, stop) => total + part(stop), 0);
  return {
    vehicle: route.vehicle,
    letter,
    name: shift?.vehicle.name ?? "",
    courier: shift?.personName ?? shift?.enterpriseName ?? "",
    task: driver?.task ?? "deliver",
    leavesAt: at(begins(route)),
    backAt: at(route.steps.at(-1)?.arrival ?? begins(route)),
    metres: lengthOf(view, version, route),
    grams: sum(({ grams }) => grams),
    crates: sum(({ crates }) => crates),
    isRead: version.read.includes(route.vehicle),
    trips,
  };
}

function at(seconds: number): Instant {
  return instant(seconds * 1000);
}

/** How long a route is, by the distances of its problem. */
export function lengthOf(view: RoundsWeekView, version: Version, route: PlannedRoute): number {
  const driver = version.legend.vehicles.find(({ id }) => id === route.vehicle);
  const shift = view.shifts.find(({ shiftId }) => shiftId === driver?.shiftId);
  const table = matrixOf(view, version)[shift?.vehicle.profile ?? ""]?.distances;
  const places = route.steps.flatMap(({ place }) => (place === undefined ? [] : [place]));
  return places.slice(1).reduce((sum, to, index) => {
    const metres = arc(table, places[index] ?? to, to);
    return sum + (Number.isFinite(metres) ? metres : 0);
  }, 0);
}

export function matrixOf(
  { distances }: RoundsWeekView,
  { problemNumber }: Version,
): Readonly<Record<string, Matrix>> {
  return distances.get(problemNumber) ?? {};
}

function tripsOf(known: Known, { steps }: PlannedRoute, letter: string): TripFacts[] {
  const trips: { leavesAt: Instant; steps: Step[][] }[] = [];
  let last: Step | undefined;
  for (const step of steps) {
    if (step.type === "start" || step.type === "reload") {
      trips.push({ leavesAt: at(step.arrival + step.waiting + step.service), steps: [] });
    } else if (step.type === "job") {
      if (trips.length === 0) trips.push({ leavesAt: at(step.arrival), steps: [] });
      const stops = trips.at(-1)?.steps;
      // Orders that are left at the same door are one stop for who carries them.
      if (last?.type === "job" && last.place === step.place) stops?.at(-1)?.push(step);
      else stops?.push([step]);
    }
    last = step;
  }
  let count = 0;
  return trips
    .filter((trip) => trip.steps.length > 0)
    .map(({ leavesAt, steps: groups }) => ({
      leavesAt,
      stops: groups.flatMap((group) => {
        const stop = stopFacts(known, group, `${letter}${count + 1}`);
        if (stop !== null) count += 1;
        return stop ?? [];
      }),
    }));
}

function stopFacts(known: Known, group: readonly Step[], mark: string): StopFacts | null {
  const refs = group.flatMap(({ id }) => known.stops.get(id ?? -1) ?? []);
  const [first] = refs;
  const [step] = group;
  const end = group.at(-1);
  const point = known.points.get(step?.place ?? -1);
  if (first === undefined || step === undefined || end === undefined) return null;
  const sum = (part: (ref: StopRef) => number) => refs.reduce((total, ref) => total + part(ref), 0);
  return {
    mark,
    kind: first.kind,
    ...whoseOf(known.view, known.version.legend, first),
    latMicrodegrees: point?.latMicrodegrees ?? 0,
    lonMicrodegrees: point?.lonMicrodegrees ?? 0,
    arrivesAt: at(step.arrival + step.waiting),
    leavesAt: at(end.arrival + end.waiting + end.setup + end.service),
    orders: first.kind === "collection" ? 0 : refs.length,
    crates: sum(({ crates }) => crates),
    coldCrates: sum(({ coldCrates }) => coldCrates),
    grams: sum(({ grams }) => grams),
    isHurried: refs.some(({ isHurried }) => isHurried === true),
    ...toldOfAll(known, refs.map(subjectOf)),
  };
}

/** Once all that is left at a stop was told; with what is still to be. */
function toldOfAll({ told }: Known, all: readonly string[]): Pick<StopFacts, "told" | "subjects"> {
  const subjects = all.filter((subject) => !told.has(subject));
  if (subjects.length > 0) return { told: null, subjects };
  const isDone = all.some((subject) => told.get(subject) === "done");
  return { told: isDone ? "done" : "failed", subjects };
}

/** How history names a stop. */
export function subjectOf({ kind, ref }: Pick<StopRef, "kind" | "ref">): string {
  return `${kind === "collection" ? "producer" : "order"}:${ref}`;
}

export function whoseOf(view: RoundsWeekView, legend: Legend, { kind, ref, place }: StopRef) {
  const nothing = { name: "", street: "", phone: "", note: "" };
  if (kind === "collection") {
    const producer = view.producers.find(({ enterpriseId }) => enterpriseId === ref);
    return { ...nothing, name: producer?.name ?? "", street: producer?.town ?? "" };
  }
  if (kind === "point") {
    const pointId = legend.places[place]?.ref;
    const point = view.points.find((one) => one.pointId === pointId);
    return { ...nothing, name: point?.name ?? "" };
  }
  const door = view.doors.find(({ orderId }) => orderId === ref);
  if (door === undefined) return nothing;
  const { name, street, phone, note } = door;
  return { name, street, phone, note };
}

/** What was told on the day, the newest first; crates that were left together are one line. */
export function eventsOf(view: RoundsWeekView): EventFacts[] {
  const legend = view.last?.legend ?? { places: [], stops: [], vehicles: [], leftOut: [] };
  const told = view.events.map(({ kind, shiftId, subject, minutes, reason, at: when }) => {
    const shift = view.shifts.find((one) => one.shiftId === shiftId);
    const stop = legend.stops.find((one) => subjectOf(one) === subject);
    const name = stop === undefined ? "" : whoseOf(view, legend, stop).name;
    return { at: when, vehicle: shift?.vehicle.name ?? "", kind, name, minutes, reason };
  });
  return told.filter((one, index) => !repeats(one, told[index - 1])).toReversed();
}

/** Told in one breath of one place. */
export function repeats(
  one: { readonly name: string; readonly at: Instant },
  other: { readonly name: string; readonly at: Instant } | undefined,
): boolean {
  return other !== undefined && one.name !== "" && one.name === other.name && one.at === other.at;
}

/** What no round carries: what had no door or driver to begin with, and what found no room. */
export function leftOf(view: RoundsWeekView, plan: Plan | null, legend: Legend): LeftFacts[] {
  const before = legend.leftOut.map(({ kind, ref, reason }) => ({
    ...namedLeft(view, kind, ref),
    reason,
    orderId: kind === "order" && reason === "no-door" ? ref : null,
  }));
  const byId = new Map(legend.stops.map((stop) => [stop.id, stop]));
  const crowded = (plan?.unassigned ?? []).flatMap(({ id, reason }) => {
    const stop = byId.get(id);
    if (stop === undefined) return [];
    const kind = stop.kind === "collection" ? ("producer" as const) : ("order" as const);
    return [{ ...namedLeft(view, kind, stop.ref), reason, orderId: null }];
  });
  return [...before, ...crowded];
}

function namedLeft(view: RoundsWeekView, kind: "order" | "producer", ref: string) {
  if (kind === "producer") {
    const producer = view.producers.find(({ enterpriseId }) => enterpriseId === ref);
    return { name: producer?.name ?? "", code: "" };
  }
  const door = view.doors.find(({ orderId }) => orderId === ref);
  return { name: door?.name ?? "", code: door?.code ?? "" };
}

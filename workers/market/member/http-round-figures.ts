import type { Driven } from "#domain/delivery/footprint.ts";
import {
  counted,
  kindsWithout,
  type KeptFigures,
  savedBy,
} from "#domain/delivery/rounds/count-figures.ts";
import { drivenMetres } from "#domain/delivery/rounds/figures.ts";
import { cents } from "#domain/kernel/money.ts";
import { basisPoints, milli } from "#domain/kernel/quantity.ts";
import type {
  ComparisonFacts,
  FiguresFacts,
  HoursFacts,
  VersionFacts,
} from "#frontend/member/rounds-facts.ts";
import type { RouteFacts } from "#frontend/ui/route-facts.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { lengthOf, matrixOf, routesOf } from "./http-round-facts.ts";
import type { RoundsWeekView } from "./read-rounds.ts";

type Version = RoundsWeekView["plans"][number];

/** How far off a guessed distance may be, as `rangeOf` has it. */
const OFF_PER_CENT = 8;
/** What is told as another hour to who waits. */
const QUARTER = 15 * 60 * 1000;

/** The figures of the last version that was counted; null before. */
export function figuresOf(view: RoundsWeekView, t: Texts): FiguresFacts | null {
  const version = view.plans.find(({ figures }) => isCounted(figures));
  const kept = version?.figures as KeptFigures | undefined;
  if (version === undefined || kept === undefined) return null;
  const { factors } = view;
  const planned = counted(kept.planned, factors);
  const baseline = counted(kept.baseline, factors);
  const driven = actualOf(view);
  const actual = driven.length === 0 ? null : counted(driven, factors);
  const all = [...kept.planned, ...kept.baseline];
  const known = new Set(all.map(({ vehicleKind }) => vehicleKind));
  return {
    planned,
    actual,
    baseline,
    saved: savedBy(baseline, actual ?? planned),
    offPerCent: version.matrices.some(({ quality }) => quality !== "streets") ? OFF_PER_CENT : null,
    distances: distancesOf(version, t),
    withoutFactor: kindsWithout(all, factors),
    sources: factors
      .filter(({ vehicleKind }) => known.has(vehicleKind))
      .map(({ vehicleKind, milligramsPerKm, source, year }) => ({
        kind: vehicleKind,
        words: t.rounds.factorSource(
          vehicleKind,
          t.format.tenthsOfGrams(milligramsPerKm),
          source,
          year,
        ),
      })),
    totalCents: cents(kept.totalCents),
    producers: view.shares
      .filter(({ kind }) => kind === "producer")
      .map(({ subject, alone, share }) => ({
        name: view.producers.find(({ enterpriseId }) => enterpriseId === subject)?.name ?? "",
        alone,
        share,
      })),
  };
}

/** How the last version that was counted shares hours; null before. */
export function hoursOf(view: RoundsWeekView): HoursFacts | null {
  const kept = view.plans.find(({ figures }) => isCounted(figures))?.figures as
    | KeptFigures
    | undefined;
  if (kept?.paid === undefined) return null;
  const drivers = kept.paid.flatMap(({ shiftId, seconds, ahead, off }) => {
    const shift = view.shifts.find((one) => one.shiftId === shiftId);
    if (shift === undefined) return [];
    return [
      {
        name: shift.personName ?? shift.enterpriseName,
        vehicle: shift.vehicle.name,
        task: shift.task,
        minutes: minutes(seconds),
        aheadMinutes: minutes(ahead),
        offMinutes: minutes(off),
      },
    ];
  });
  return { drivers, cost: costOfHours(kept.fairness ?? null) };
}

function minutes(seconds: number): number {
  return Math.round(seconds / 60);
}

function costOfHours(kept: KeptFigures["fairness"] | null): HoursFacts["cost"] {
  if (kept === null || kept === undefined) return null;
  const { extraCents, basisPoints: part, perHourCents } = kept;
  return {
    extraCents: cents(extraCents),
    part: basisPoints(part),
    perHourCents: cents(perHourCents),
  };
}

function distancesOf({ matrices }: Version, t: Texts): FiguresFacts["distances"] {
  const all = matrices.flatMap(({ sources }) => sources);
  const names = [...new Set(all.map(({ name }) => sourceWords(name, t)))];
  return { names, areStreets: all.some(({ quality }) => quality === "streets") };
}

/** Our own guess in words; a service or an area by its name. */
function sourceWords(name: string, t: Texts): string {
  const [, hundredths] = /^great-circle×(\d+\.\d+)$/.exec(name) ?? [];
  if (hundredths === undefined) return name;
  return t.rounds.crow(t.format.amount(milli(Math.round(Number(hundredths) * 1000))));
}

function isCounted(figures: unknown): boolean {
  return typeof figures === "object" && figures !== null && "planned" in figures;
}

/** What was driven, from what was told: along the stops that were tried, and back to the hub. */
function actualOf(view: RoundsWeekView): Driven[] {
  const [version] = view.plans;
  if (version === undefined) return [];
  const { legend } = version;
  const visits = view.events.flatMap(({ kind, shiftId, subject }) => {
    const vehicle = legend.vehicles.find((one) => one.shiftId === shiftId)?.id;
    if (vehicle === undefined) return [];
    if (kind === "loaded") return [{ vehicle, place: 0 }];
    const stop = legend.stops.find(
      (one) => `${one.kind === "collection" ? "producer" : "order"}:${one.ref}` === subject,
    );
    return stop === undefined ? [] : [{ vehicle, place: stop.place }];
  });
  if (visits.length === 0) return [];
  const vehicles = legend.vehicles.flatMap(({ id, shiftId, vehicleKind }) => {
    const shift = view.shifts.find((one) => one.shiftId === shiftId);
    if (shift === undefined) return [];
    const costs = { fixed: 0, perHour: 0, perKm: 0, perTaskHour: 0 };
    return [
      { id, type: vehicleKind, profile: shift.vehicle.profile, skills: [], breaks: [], costs },
    ];
  });
  const matrices = matrixOf(view, version);
  return drivenMetres({ vehicles, errands: [], matrices, places: 0, dimensions: 0 }, visits);
}

/** How the address names a plan: its problem's number and its own. */
export function keyOf({ problemNumber, version }: Version): string {
  return `${problemNumber}.${version}`;
}

export function versionFacts(view: RoundsWeekView, version: Version): VersionFacts {
  const isKnown = view.distances.has(version.problemNumber);
  return {
    key: keyOf(version),
    savedAt: version.savedAt,
    source: version.source,
    costCents: cents(Math.round(version.costMilli / 1000)),
    metres: isKnown
      ? version.plan.routes.reduce((sum, route) => sum + lengthOf(view, version, route), 0)
      : null,
    unserved: version.unserved,
  };
}

/** Two plans side by side: what they come to, and what changes for who waits. */
export function comparisonOf(
  view: RoundsWeekView,
  two: { readonly one: Version; readonly other: Version },
  t: Texts,
): ComparisonFacts {
  const [after, before] = [told(routesOf(view, two.one), t), told(routesOf(view, two.other), t)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const moved = names.flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    const isSame =
      was !== undefined &&
      is !== undefined &&
      was.route === is.route &&
      Math.abs(was.at - is.at) < QUARTER;
    return isSame ? [] : [{ name, before: was?.words ?? "–", after: is?.words ?? "–" }];
  });
  return { one: versionFacts(view, two.one), other: versionFacts(view, two.other), moved };
}

/** Who comes when to each stop, by the name of who waits. */
function told(routes: readonly RouteFacts[], t: Texts) {
  return new Map(
    routes.flatMap(({ vehicle, name: of, trips }) =>
      trips.flatMap(({ stops }) =>
        stops.map(({ name, street, arrivesAt }) => {
          const words = `${of}, ${t.format.time(arrivesAt)}`;
          const who = street === "" ? name : `${name}, ${street}`;
          return [who, { route: vehicle, at: arrivesAt, words }] as const;
        }),
      ),
    ),
  );
}

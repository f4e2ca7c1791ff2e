import type { Driven } from "#domain/delivery/footprint.ts";
import type { Plan } from "#domain/delivery/plan.ts";
import { arc, lengthOf, routeCost } from "#domain/delivery/retrace.ts";
import type { Problem } from "#domain/delivery/problem.ts";
import { type Cents, cents, sumCents } from "#domain/kernel/money.ts";
import { HUB } from "./fleet.ts";
import type { Legend } from "./legend.ts";
import type { OwnVehicle } from "./round-terms.ts";

/** How far each route of a plan goes, by the kind of its vehicle. */
export function plannedMetres(problem: Problem, plan: Plan): Driven[] {
  return plan.routes.flatMap(({ vehicle: id, steps }) => {
    const vehicle = problem.vehicles.find((one) => one.id === id);
    if (vehicle === undefined) return [];
    const { distance } = lengthOf(problem, vehicle, steps);
    return [{ vehicleKind: vehicle.type ?? "", metres: distance }];
  });
}

/** The way to the hub and back of producers that bring their goods: no round drives it for them. */
export function broughtMetres(
  problem: Problem,
  legend: Legend,
  own: { readonly vehicle: OwnVehicle; readonly brings: readonly string[] },
): Driven[] {
  const table = problem.matrices[own.vehicle.profile]?.distances;
  return legend.places.flatMap(({ kind, ref }, place) => {
    if (kind !== "producer" || !own.brings.includes(ref)) return [];
    const metres = arc(table, place, HUB) + arc(table, HUB, place);
    return Number.isFinite(metres) ? [{ vehicleKind: own.vehicle.kind, metres }] : [];
  });
}

/** Where a vehicle has been, in the order in which it was there; the hub is place 0. */
export interface Visited {
  readonly vehicle: number;
  readonly place: number;
}

/**
 * How far was really driven: from the hub along all stops that were tried, in vain or not, with
 * every return to the hub, and back.
 */
export function drivenMetres(problem: Problem, visits: readonly Visited[]): Driven[] {
  return problem.vehicles.flatMap(({ id, type, profile }) => {
    const seen = visits.filter(({ vehicle }) => vehicle === id).map(({ place }) => place);
    if (seen.length === 0) return [];
    const table = problem.matrices[profile]?.distances;
    const places = [HUB, ...seen, HUB];
    const metres = places
      .slice(1)
      .reduce((sum, to, index) => sum + arc(table, places[index] ?? to, to), 0);
    return Number.isFinite(metres) ? [{ vehicleKind: type ?? "", metres }] : [];
  });
}

/** What each route of a plan costs, in whole cents, in the order of the plan's routes. */
export function routeCents(problem: Problem, plan: Plan): Cents[] {
  return plan.routes.map(({ vehicle: id, steps }) => {
    const vehicle = problem.vehicles.find((one) => one.id === id);
    return cents(vehicle === undefined ? 0 : Math.round(routeCost(problem, vehicle, steps)));
  });
}

/** What all routes of a plan cost together; its parts, each rounded once, add up to it. */
export function roundCents(problem: Problem, plan: Plan): Cents {
  return sumCents(routeCents(problem, plan));
}

/**
 * How far a length may be off when its distances are guessed: of flat cities streets are 1.25 to
 * 1.45 times the crow's way, and 1.35 is taken.
 */
const GUESS_PER_CENT = 8;

/** From how little to how much a guessed figure may be: metres, grams, what follows of them. */
export function rangeOf(figure: number): { readonly least: number; readonly most: number } {
  const off = Math.round((Math.abs(figure) * GUESS_PER_CENT) / 100);
  return { least: figure - off, most: figure + off };
}

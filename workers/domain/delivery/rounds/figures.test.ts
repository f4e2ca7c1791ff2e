import { expect, test } from "vitest";
import { check } from "#domain/delivery/check.ts";
import { sumCents } from "#domain/kernel/money.ts";
import { plannedVeronetta } from "#tests/veronetta-rounds.ts";
import {
  broughtMetres,
  drivenMetres,
  plannedMetres,
  rangeOf,
  roundCents,
  routeCents,
} from "./figures.ts";

const { day, legend, problem, plan } = plannedVeronetta();
const together = roundCents(problem, plan);

const metresOf = (driven: readonly { readonly metres: number }[]) =>
  driven.reduce((sum, { metres }) => sum + metres, 0);

test("the routes of a plan cost what the independent check says, to a cent a route", () => {
  const { routes } = check(problem, plan).costOf;
  expect(Math.abs(together - routes)).toBeLessThanOrEqual(plan.routes.length);
  expect(sumCents(routeCents(problem, plan))).toBe(together);
});

test("who brings its goods to the hub has driven there and back", () => {
  const vehicle = day.terms.ownVehicle;
  const baker = broughtMetres(problem, legend, { vehicle, brings: ["P03"] });
  expect(baker).toHaveLength(1);
  expect(baker[0]?.vehicleKind).toBe("van-diesel");
  expect(baker[0]?.metres).toBeGreaterThan(2000);
  expect(broughtMetres(problem, legend, { vehicle, brings: [] })).toEqual([]);
});

test("what was driven is counted along what was visited, returns to the hub included", () => {
  const [first] = plan.routes;
  const id = first?.vehicle ?? 0;
  const places = (first?.steps ?? []).flatMap(({ type, place }) =>
    place === undefined || type === "start" || type === "end" ? [] : [{ vehicle: id, place }],
  );
  const driven = metresOf(drivenMetres(problem, places));
  const planned = metresOf(
    plannedMetres(problem, { routes: first ? [first] : [], unassigned: [] }),
  );
  expect(driven).toBe(planned);
  expect(drivenMetres(problem, [])).toEqual([]);
});

test("a guessed figure has a range around it, also below zero", () => {
  expect(rangeOf(100_000)).toEqual({ least: 92_000, most: 108_000 });
  expect(rangeOf(-1000)).toEqual({ least: -1080, most: -920 });
});

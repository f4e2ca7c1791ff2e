import { expect, test } from "vitest";
import { plannedVeronetta } from "#tests/veronetta-rounds.ts";
import { secondsAt } from "./fleet.ts";

const { day, draft, problem, plan } = plannedVeronetta();

test("crates stand at a pickup point before it opens", () => {
  const opens = secondsAt(day.deliveryDay, 17 * 60);
  const atFirstPoint = draft.legend.stops
    .filter(({ place }) => draft.legend.places[place]?.ref === "PP1")
    .map(({ id }) => id);
  const steps = plan.routes.flatMap((route) => route.steps);
  const drops = steps.filter(({ id = 0, type }) => type === "job" && atFirstPoint.includes(id));
  expect(drops).toHaveLength(atFirstPoint.length);
  for (const { arrival, waiting } of drops) expect(arrival + waiting).toBeLessThanOrEqual(opens);
});

test("at a shared door the arrival is paid once", () => {
  const steps = plan.routes.flatMap((route) => route.steps);
  const pointPlaces = new Set(
    draft.legend.places.flatMap(({ kind }, place) => (kind === "point" ? [place] : [])),
  );
  const drops = steps.filter(({ place = 0, type }) => type === "job" && pointPlaces.has(place));
  const arrivals = drops.filter(({ setup }) => setup > 0);
  expect(arrivals.length).toBeGreaterThan(0);
  expect(arrivals.length).toBeLessThan(drops.length);
});

test("cold goods ride for so long at most, and only in a cold crate", () => {
  const stopOf = (order: string) => draft.legend.stops.find(({ ref }) => ref === order);
  const meat = day.lines.find(({ enterpriseId, quantityMilli }) => {
    return enterpriseId === "P06" && quantityMilli > 0;
  });
  const stop = stopOf(meat?.orderId ?? "");
  expect(stop?.coldCrates).toBeGreaterThan(0);
  const errand = problem.errands.find(({ stops }) => stops[0]?.id === stop?.id);
  expect(errand?.maxRide).toBe(day.terms.coldRideMinutes * 60);
});

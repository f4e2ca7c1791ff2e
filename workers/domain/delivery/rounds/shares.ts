import type { Plan } from "#domain/delivery/plan.ts";
import type { Problem, Vehicle } from "#domain/delivery/problem.ts";
import { routeCost } from "#domain/delivery/retrace.ts";
import { type Saving, savings } from "#domain/delivery/saving.ts";
import { type Cents, cents, sumCents } from "#domain/kernel/money.ts";
import { routeCents } from "./figures.ts";
import type { Legend } from "./legend.ts";

/** What one order has of the rounds that bring it. */
export interface OrderShare extends Saving {
  readonly orderId: string;
}

/**
 * The part of each order in the rounds that leave the hub. The rule: the cost of those rounds is
 * split in proportion to what bringing each order alone would cost, from the hub to its door and
 * back with the vehicle that does it cheapest; each saves the difference. The shares add up to the
 * rounds, to the cent.
 */
export function orderShares(problem: Problem, plan: Plan, legend: Legend): OrderShare[] {
  const drops = dropsOf(plan, legend);
  const vehicles = deliverers(problem, legend);
  const alone = drops.map(({ id }) => aloneCents(problem, vehicles, id));
  const round = sumCents(
    routeCents(problem, plan).filter((_, index) => {
      const vehicle = plan.routes[index]?.vehicle;
      return vehicles.some(({ id }) => id === vehicle);
    }),
  );
  return savings(round, alone).map((saving, index) => ({
    ...saving,
    orderId: drops[index]?.ref ?? "",
  }));
}

function dropsOf(plan: Plan, { stops }: Legend) {
  const served = new Set(
    plan.routes.flatMap(({ steps }) => steps.map(({ type, id }) => `${type}:${id}`)),
  );
  return stops.filter(({ kind, id }) => kind !== "collection" && served.has(`job:${id}`));
}

function deliverers({ vehicles }: Problem, legend: Legend): Vehicle[] {
  const ids = new Set(legend.vehicles.filter(({ task }) => task === "deliver").map(({ id }) => id));
  return vehicles.filter(({ id }) => ids.has(id));
}

/** To one door and back, with the arrival and the hand-over, by the cheapest vehicle. */
export function aloneCents(problem: Problem, vehicles: readonly Vehicle[], id: number): Cents {
  const costs = vehicles.map((vehicle) => {
    const step = { type: "job" as const, id, ...NO_TIMES };
    const { breaks: _breaks, ...free } = vehicle;
    return routeCost(problem, { ...free, breaks: [] }, [step]);
  });
  const possible = costs.filter((cost) => Number.isFinite(cost));
  return cents(possible.length === 0 ? 0 : Math.round(Math.min(...possible)));
}

const NO_TIMES = { arrival: 0, waiting: 0, setup: 0, service: 0, load: [] };

import type { Problem } from "#domain/delivery/problem.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { MOST_SHAPLEY, shareCosts, type SharingRule } from "#domain/delivery/share-costs.ts";
import { createSolver } from "#domain/delivery/solver/search.ts";
import type { OwnRound } from "./baseline.ts";
import { roundCents } from "./figures.ts";
import type { Legend } from "./legend.ts";
import { amountOf, parcelsOfOrders } from "./parcels.ts";
import type { RoundsDay } from "./rounds-day.ts";

/** What a producer pays of the rounds, and what its own would have cost. */
export interface ProducerShare {
  readonly enterpriseId: string;
  readonly alone: Cents;
  readonly share: Cents;
}

/** What is asked of the solver, for each of the small problems alike. */
export interface Budget {
  readonly seed: number;
  readonly rounds: number;
}

/**
 * Splits what the rounds cost among the producers whose goods they carry, by the rule that was
 * voted; the parts add up to the rounds, to the cent. Shapley's rule looks at every group of
 * producers, so it holds up to eight; above, and by the other rule, in proportion to what each
 * would cost alone.
 */
export function producerShares(
  day: RoundsDay,
  made: { readonly problem: Problem; readonly legend: Legend },
  asked: {
    readonly together: Cents;
    readonly own: readonly OwnRound[];
    readonly rule: SharingRule;
    readonly budget: Budget;
  },
): ProducerShare[] {
  const { together, own, rule, budget } = asked;
  const alone = own.map(({ problem }) => solvedCents(problem, budget));
  const members = own.map(({ enterpriseId }) => enterpriseId);
  const isExact = rule === "shapley" && members.length <= MOST_SHAPLEY;
  const groups = isExact ? groupCents(day, made, members, asked) : undefined;
  const shares = shareCosts({ alone, together, ...(groups ? { groups } : {}) }, rule);
  return members.map((enterpriseId, index) => ({
    enterpriseId,
    alone: alone[index] ?? cents(0),
    share: shares[index] ?? cents(0),
  }));
}

/** What the best rounds of a problem cost, within the budget. */
export function solvedCents(problem: Problem, { seed, rounds }: Budget): Cents {
  const solver = createSolver(problem, seed, { total: rounds });
  solver.step(rounds);
  return roundCents(problem, solver.best());
}

/** By the bits of its index: which producers are in a group. */
function groupCents(
  day: RoundsDay,
  made: { readonly problem: Problem; readonly legend: Legend },
  members: readonly string[],
  { together, budget }: { readonly together: Cents; readonly budget: Budget },
): Cents[] {
  const everyone = 2 ** members.length - 1;
  return Array.from({ length: everyone + 1 }, (_, group) => {
    if (group === everyone) return together;
    const inside = new Set(members.filter((_member, bit) => (group & (1 << bit)) !== 0));
    const problem = roundsOfGroup(day, made, inside);
    return problem.errands.length === 0 ? cents(0) : solvedCents(problem, budget);
  });
}

/** The rounds as they would be if only these producers sold anything. */
export function roundsOfGroup(
  day: RoundsDay,
  { problem, legend }: { readonly problem: Problem; readonly legend: Legend },
  producers: ReadonlySet<string>,
): Problem {
  const lines = day.lines.filter(({ enterpriseId }) => producers.has(enterpriseId));
  const parcels = parcelsOfOrders(lines);
  const byId = new Map(legend.stops.map((stop) => [stop.id, stop]));
  const errands = problem.errands.flatMap((errand) => {
    const [stop] = errand.stops;
    const about = byId.get(stop?.id ?? 0);
    if (stop === undefined || about === undefined) return [];
    if (about.kind === "collection") return producers.has(about.ref) ? [errand] : [];
    const carried = parcels.get(about.ref);
    return carried ? [{ ...errand, stops: [{ ...stop, leaves: amountOf(carried) }] }] : [];
  });
  return { ...problem, errands };
}

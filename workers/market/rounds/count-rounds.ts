import type { Problem } from "#domain/delivery/problem.ts";
import { readProblem } from "#domain/delivery/read-problem.ts";
import { type OwnRound, ownRounds } from "#domain/delivery/rounds/baseline.ts";
import type { KeptFigures } from "#domain/delivery/rounds/count-figures.ts";
import { broughtMetres, plannedMetres, roundCents } from "#domain/delivery/rounds/figures.ts";
import { fairnessOfPlan, hoursOfPlan } from "#domain/delivery/rounds/hours-of-plan.ts";
import type { Legend } from "#domain/delivery/rounds/legend.ts";
import { draftRounds } from "#domain/delivery/rounds/make-rounds.ts";
import { producerShares } from "#domain/delivery/rounds/producer-shares.ts";
import { guessedMatrices } from "#domain/delivery/rounds/replan.ts";
import { orderShares } from "#domain/delivery/rounds/shares.ts";
import type { SharingRule } from "#domain/delivery/share-costs.ts";
import type { Driven } from "#domain/delivery/footprint.ts";
import { createSolver } from "#domain/delivery/solver/search.ts";
import { roundsFor } from "#domain/delivery/solver/seeds.ts";
import { ruleAt } from "#domain/governance/rule.ts";
import type { CycleId } from "#domain/kernel/ids.ts";
import type { Statement } from "#ports/database.ts";
import { planWork, type PlanWork } from "#store/plan-work.ts";
import { roundsToCount } from "#store/rounds-day.ts";
import { keepFigures, type RoundShare } from "#store/rounds.ts";
import { networkRules } from "#store/rules.ts";
import { readBatch } from "#store/statement.ts";
import { dayOf, type RoundsKnown, roundsLoaders } from "./ask.ts";
import type { RoundsHand } from "./plan-due.ts";

/** As many rounds for each stop of a producer's own round as the common plan has, at least. */
const ROUNDS_PER_STOP = 200;
/** A group of producers is looked at more briefly: there are up to 255 of them. */
const ROUNDS_OF_GROUP = 150;
const SEED = 1;
/** One week a minute: each has as many searches as producers. */
const MOST = 1;

/**
 * Works out what a week's rounds come to beside each producer by itself, and the part of each
 * order and producer, once a plan is there. Done by cron every minute, from facts alone.
 */
export async function countRounds(hand: RoundsHand): Promise<void> {
  const { due } = await readBatch(hand.database, { due: roundsToCount(MOST) });
  for (const { cycleId, problemId } of due) {
    const known = await readBatch(hand.database, {
      ...roundsLoaders(cycleId),
      work: planWork(problemId),
      rules: networkRules(),
    });
    if (known.work === null || known.cycle === null || known.last === null) continue;
    const rule = ruleAt(known.rules, "delivery-sharing", known.cycle.closesAt)?.value;
    const sharing = rule === "added-cost" ? "shapley" : "proportional";
    const statements = countingOf(hand, known, { work: known.work, cycleId, sharing });
    const written = await hand.database.write(statements);
    // Another run was faster: figures are written once.
    if (written.kind === "guarded" && written.guard !== "refused:history-fixed") {
      throw new Error(`not counted: ${written.guard}`);
    }
  }
}

interface Work {
  readonly work: PlanWork;
  readonly cycleId: CycleId;
  readonly sharing: SharingRule;
}

function countingOf({ now }: RoundsHand, known: RoundsKnown, asked: Work): Statement[] {
  const { work } = asked;
  const { cycle, last } = known;
  const version = work.last;
  if (version === null || cycle === null || last === null) return [];
  const of = { problemId: work.id, version: version.number, at: now };
  const problem = wholeProblem(work, known, last.legend);
  // What is left of a day is no week: its figures are those of the plan before it.
  if (problem === null) return keepFigures(of, { isRest: true }, []);
  const day = dayOf(known, cycle);
  const own = ownRounds(day, last.legend, problem.matrices);
  const total = roundCents(problem, version.plan);
  const brings = day.producers.filter((one) => one.brings).map((one) => one.enterpriseId);
  const way = { vehicle: day.terms.ownVehicle, brings };
  const searched = { seed: SEED, rounds: roundsFor(problem.errands.length) };
  const figures: KeptFigures = {
    planned: [...plannedMetres(problem, version.plan), ...broughtMetres(problem, last.legend, way)],
    baseline: own.flatMap(aloneMetres),
    totalCents: total,
    paid: hoursOfPlan(problem, version.plan, last.legend),
    fairness: fairnessOfPlan(problem, version.plan, searched),
  };
  const budget = { seed: SEED, rounds: ROUNDS_OF_GROUP };
  const paid = { together: total, own, rule: asked.sharing, budget };
  const made = { problem, legend: last.legend };
  const shares: RoundShare[] = [
    ...orderShares(problem, version.plan, last.legend).map(({ orderId: subject, ...part }) => ({
      kind: "order" as const,
      subject,
      ...part,
    })),
    ...producerShares(day, made, paid).map(({ enterpriseId: subject, ...part }) => ({
      kind: "producer" as const,
      subject,
      ...part,
    })),
  ];
  return keepFigures(of, figures, shares);
}

/** The problem with its distances; null where it is only what is left of a day. */
function wholeProblem(work: PlanWork, known: RoundsKnown, legend: Legend): Problem | null {
  const { cycle } = known;
  if (cycle === null || Object.keys(work.matrices).length === 0) return null;
  const json = { ...(work.json as object), matrices: work.matrices };
  const read = readProblem(json);
  if (!read.ok || read.value.errands.length < legend.stops.length) return null;
  // Nobody may drive what producers would drive: then its ways are guessed.
  const draft = draftRounds(dayOf(known, cycle), legend);
  const places = work.places.map((point, index) => ({
    ...point,
    place: legend.places[index] ?? { kind: "hub" as const, ref: "" },
  }));
  const guessed = guessedMatrices({ ...draft, places });
  return { ...read.value, matrices: { ...guessed, ...read.value.matrices } };
}

function aloneMetres({ problem }: OwnRound): Driven[] {
  const total = problem.errands.length * ROUNDS_PER_STOP;
  const solver = createSolver(problem, SEED, { total });
  solver.step(total);
  return plannedMetres(problem, solver.best());
}

import type { CycleId, EnterpriseId, PersonId, PlanProblemId } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import type { Plan } from "#domain/delivery/plan.ts";
import type { ProblemDraft } from "#domain/delivery/write-problem.ts";
import { createSolver } from "#domain/delivery/solver/search.ts";
import { weigh } from "#domain/delivery/plan-worth.ts";
import { makeIds } from "#ports/ids.ts";
import { keepMatrix } from "#store/plan-work.ts";
import { askForPlan, savePlan } from "#store/plans.ts";
import type { Market } from "./market.ts";
import { homeRound, onEarth } from "./planned-week.ts";
import { sixHomes, streets } from "./rounds.ts";

const ids = makeIds(instant(Date.UTC(2026, 5, 1)), "a secret of at least thirty-two characters");

/** Who drives the first vehicle of a planned round; an idle one leaves every crate. */
export interface Driver {
  readonly isIdle?: true;
  readonly enterpriseId?: EnterpriseId;
  readonly personId?: PersonId;
}

/**
 * A round of a cycle as the planner leaves it: its distances, a minute and a hundred metres a
 * square, and one version that passed the check. Its first vehicle has a driver.
 */
export function addPlannedRound(
  { database, time }: Pick<Market, "database" | "time">,
  cycleId: CycleId,
  driver: Driver = {},
): PlanProblemId {
  const problem = homeRound();
  const id = ids.next<PlanProblemId>();
  const at = instant(time.now);
  const who = { enterpriseId: driver.enterpriseId ?? null, personId: driver.personId ?? null };
  const vehicles = [{ vehicle: 1, name: "Cargo 1", ...who }];
  const asked = { id, cycleId, number: 1, problem, places: sixHomes.map(onEarth), vehicles };
  const told = { profile: "bike", quality: "estimated", sources: SOURCES, madeAt: at } as const;
  const plan = foundIn(problem, driver.isIdle === true);
  const how = { source: "planner", seed: 1, rounds: 0, madeBy: "system:planner" } as const;
  const version = { problemId: id, number: 1, dropped: 0, checkedAt: at, savedAt: at };
  const statements = [
    ...askForPlan({ ...asked, errands: [], from: null, at, actor: "hub" }),
    keepMatrix({ problemId: id, matrix: JSON.stringify(SQUARES), ...told }),
    savePlan({ ...version, ...plan, ...how }),
  ];
  for (const { sql, args } of statements) database.prepare(sql).run([...args]);
  database.exec(`UPDATE plan_problem SET state = 'solved' WHERE id = '${id}'`);
  return id;
}

const table = streets(sixHomes);
const SQUARES = { durations: table, distances: table };
const SOURCES = '[{"name":"great-circle×1.35","quality":"estimated","cells":42}]';

function foundIn(draft: ProblemDraft, isIdle: boolean) {
  const problem = { ...draft, matrices: { bike: SQUARES } };
  const plan = isIdle ? idle(problem) : createSolver(problem, 1, { total: 0 }).best();
  const weighed = weigh(problem, plan);
  if (weighed.kind === "wrong") throw new Error(JSON.stringify(weighed.complaints));
  return { plan: JSON.stringify(plan), ...weighed.worth };
}

function idle({ errands }: ProblemDraft): Plan {
  const left = errands.flatMap(({ stops }) => stops);
  const reason = "crowded-out";
  return { routes: [], unassigned: left.map(({ type, id }) => ({ type, id, reason })) };
}

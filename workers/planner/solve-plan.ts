import { withoutErrands } from "#domain/delivery/called-off.ts";
import type { Plan } from "#domain/delivery/plan.ts";
import type { Problem } from "#domain/delivery/problem.ts";
import { profilesOf } from "#domain/delivery/read-draft.ts";
import { type ProblemFault, readProblem } from "#domain/delivery/read-problem.ts";
import { type Found, SearchFailed } from "#domain/delivery/solver/seeds.ts";
import { originOf } from "#domain/delivery/roads/patched-table.ts";
import { matrixOf } from "#domain/delivery/roads/road-table.ts";
import type { PlanProblemId } from "#domain/kernel/ids.ts";
import type { Outcome } from "#domain/kernel/outcome.ts";
import type { Statement } from "#ports/database.ts";
import {
  doneWith,
  keepMatrix,
  leaveToBrowser,
  planWork,
  type PlanWork,
  setAside,
  type SetAsideReason,
  takeInHand,
  tellProgress,
} from "#store/plan-work.ts";
import { PLAN_CHANGED, PLAN_PROBLEM_CHANGED, savePlan } from "#store/plans.ts";
import { readBatch } from "#store/statement.ts";
import { measureRoads } from "./measure-roads.ts";
import type { PlannerPorts } from "./ports.ts";
import { searchPlans } from "./search-plan.ts";

/** Taken in hand so often and never done, it kills whoever plans it. */
const MOST_TRIES = 4;

/**
 * What came of a message. "changed": an errand was called off, or somebody else saved a plan,
 * while this one was searched; it is to be planned anew.
 */
export type Planned = "planned" | "nothing-to-do" | "left-to-browser" | "changed" | SetAsideReason;

/**
 * Plans a problem: takes it in hand, works out its distances, searches with several seeds, and
 * saves each better plan that passed the check. A message that comes twice finds nothing to do. A
 * problem that is no problem, that the search cannot take, or whose plan does not pass the check,
 * is set aside with its reason.
 * @throws when the database or another neighbour fails: then the message comes again.
 */
export async function solvePlan(ports: PlannerPorts, problemId: PlanProblemId): Promise<Planned> {
  const tries = await take(ports, problemId);
  if (tries === null) return "nothing-to-do";
  const aside = async (reason: SetAsideReason, words: string | null = null) => {
    await commit(ports, setAside(problemId, reason, words));
    return reason;
  };
  if (tries > MOST_TRIES) return aside("gave-up");
  const { work } = await readBatch(ports.database, { work: planWork(problemId) });
  if (work === null) return "nothing-to-do";
  if (!work.isNewest) return aside("superseded");
  const problem = await problemOf(ports, work);
  if (!problem.ok) {
    return aside("invalid", `${problem.refusal.field}: ${problem.refusal.expected}`);
  }
  if (!ports.plansHere) {
    await commit(ports, leaveToBrowser(problemId));
    return "left-to-browser";
  }
  try {
    return await search(ports, work, withoutErrands(problem.value, work.calledOff));
  } catch (error) {
    if (!(error instanceof SearchFailed)) throw error;
    return aside(error.reason, error.message);
  }
}

async function take({ database, clock }: PlannerPorts, id: PlanProblemId): Promise<number | null> {
  const written = await database.write([takeInHand(id, clock.now())]);
  if (written.kind !== "committed") throw new Error(`not taken in hand: ${written.kind}`);
  const tries = written.rows[0]?.[0]?.[0];
  return typeof tries === "number" ? tries : null;
}

/** The problem with its distances: those that are kept, or new ones. */
async function problemOf(
  ports: PlannerPorts,
  work: PlanWork,
): Promise<Outcome<Problem, ProblemFault>> {
  const profiles = profilesOf(work.json);
  if (!profiles.ok) return profiles;
  if (work.places.length === 0) {
    return { ok: false, refusal: { field: "places", expected: "at least one" } };
  }
  const matrices: Record<string, unknown> = { ...work.matrices };
  for (const profile of profiles.value) {
    if (matrices[profile] !== undefined) continue;
    const table = await measureRoads(ports, profile, work.places);
    const { quality, sources } = originOf(table);
    const matrix = matrixOf(table);
    const row = { problemId: work.id, profile, quality, madeAt: ports.clock.now() };
    const told = { matrix: JSON.stringify(matrix), sources: JSON.stringify(sources) };
    await commit(ports, keepMatrix({ ...row, ...told }));
    matrices[profile] = matrix;
  }
  return readProblem({ ...(work.json as object), matrices });
}

async function search(ports: PlannerPorts, work: PlanWork, problem: Problem): Promise<Planned> {
  const { id, last, dropped } = work;
  let number = last?.number ?? 0;
  // What was checked before an errand was called off is a beginning, but nothing to compare with.
  const known = last?.dropped === dropped ? last.worth : null;
  const from: Plan | null = last?.plan ?? work.before;
  const start = { core: ports.core, from, known };
  for await (const { found, thousandths } of searchPlans(problem, start)) {
    await commit(ports, tellProgress(id, thousandths));
    if (found === null) continue;
    number += 1;
    if (!(await save(ports, work, number, found))) return "changed";
  }
  await commit(ports, doneWith(id, dropped));
  return "planned";
}

/** Saves a version; false where something came in between. */
async function save(
  { database, clock }: PlannerPorts,
  { id: problemId, dropped }: PlanWork,
  number: number,
  { plan, worth, seed, rounds }: Found,
): Promise<boolean> {
  const now = clock.now();
  const how = { source: "planner", seed, rounds, madeBy: "system:planner" } as const;
  const when = { checkedAt: now, savedAt: now };
  const version = { problemId, number, plan: JSON.stringify(plan), dropped, ...worth };
  const written = await database.write([savePlan({ ...version, ...how, ...when })]);
  if (written.kind === "committed") return true;
  const isOvertaken =
    written.kind === "guarded" && [PLAN_CHANGED, PLAN_PROBLEM_CHANGED].includes(written.guard);
  if (isOvertaken) return false;
  throw new Error(`plan not saved: ${JSON.stringify(written)}`);
}

async function commit({ database }: PlannerPorts, statement: Statement): Promise<void> {
  const written = await database.write([statement]);
  if (written.kind !== "committed") throw new Error(`not committed: ${JSON.stringify(written)}`);
}

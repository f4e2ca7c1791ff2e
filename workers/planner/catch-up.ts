import { openPlanQueue } from "#ports/plan-queue.ts";
import { jobRan } from "#store/jobs.ts";
import { overdueProblems } from "#store/plan-work.ts";
import { forgetRoads } from "#store/road-cells.ts";
import { readBatch } from "#store/statement.ts";
import { openPorts, type PlannerBindings } from "./ports.ts";

/** More are woken a minute later. */
const AT_ONCE = 50;

/**
 * Wakes the planner for problems whose message was lost, or whose planner was killed, and forgets
 * what is old. Both are worked out from facts, so that a missed hour is caught up by the next run.
 */
export async function catchUp(env: PlannerBindings, core: WebAssembly.Module): Promise<void> {
  const { database, clock } = await openPorts(env, core);
  const now = clock.now();
  const { overdue } = await readBatch(database, { overdue: overdueProblems(now, AT_ONCE) });
  const queue = openPlanQueue(env.PLAN_QUEUE);
  for (const problemId of overdue) await queue.wake(problemId);
  await database.write([...forgetRoads(now), jobRan("plan-catch-up", now)]);
}

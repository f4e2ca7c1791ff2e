import type { CycleId, PlanProblemId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Database } from "#ports/database.ts";
import type { Ids } from "#ports/ids.ts";
import { PLAN_PROBLEM_CHANGED } from "#store/plans.ts";
import { roundsToPlan } from "#store/rounds-day.ts";
import { readBatch } from "#store/statement.ts";
import { decideQuestion, roundsLoaders } from "./ask.ts";

/** Who asks for rounds, and when. */
export interface RoundsHand {
  readonly database: Database;
  readonly ids: Ids;
  readonly now: Instant;
}

/** How history names who did it. */
const ACTOR = "system:rounds";

/**
 * Asks for the rounds of every cycle whose producers were told and whose couriers are known: once,
 * by itself. Done by cron every minute, from facts alone; a cycle that fails does not keep the
 * others waiting.
 */
export async function planDueRounds(hand: RoundsHand): Promise<void> {
  const { due } = await readBatch(hand.database, { due: roundsToPlan() });
  const failures: unknown[] = [];
  for (const cycleId of due) {
    try {
      await ask(hand, cycleId);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, String(failures[0]));
}

async function ask({ database, ids, now }: RoundsHand, cycleId: CycleId): Promise<void> {
  const known = await readBatch(database, roundsLoaders(cycleId));
  const asking = { problemId: ids.next<PlanProblemId>(), at: now, actor: ACTOR };
  const question = decideQuestion(known, asking);
  if (!question.ok) return;
  const written = await database.write(question.value.statements);
  // Another run, or somebody at the hub, asked at the same moment: one question is enough.
  if (written.kind === "committed" || written.kind === "unknown") return;
  if (written.guard !== PLAN_PROBLEM_CHANGED) throw new Error(`not asked: ${written.guard}`);
}

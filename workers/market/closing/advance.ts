import type { CycleId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Database } from "#ports/database.ts";
import { cyclesToAdvance } from "#store/cycles.ts";
import { readBatch } from "#store/statement.ts";
import { cancelSteps } from "./cancel-steps.ts";
import { closeSteps, type Run } from "./close-steps.ts";
import { sendSteps } from "./send-steps.ts";
import { settleSteps } from "./settle-steps.ts";

/**
 * Takes every cycle as far as its time has come: closes, allocates, tells producers, charges,
 * pays, gives back. Done by cron every minute, from facts alone, so that a close that died is
 * taken up where it stopped (DESIGN §6 law 7). A cycle that fails does not keep the others waiting.
 */
export async function advanceCycles(database: Database, now: Instant): Promise<void> {
  const { due } = await readBatch(database, { due: cyclesToAdvance(now) });
  const failures: unknown[] = [];
  for (const cycleId of due) {
    try {
      await advanceCycle({ database, now, actor: "system:clock" }, cycleId);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, String(failures[0]));
}

async function advanceCycle(run: Run, cycleId: CycleId): Promise<void> {
  await closeSteps(run, cycleId);
  await sendSteps(run, cycleId, false);
  await settleSteps(run, cycleId, false);
  await cancelSteps(run, cycleId);
}

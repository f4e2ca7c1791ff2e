import { readClock } from "#ports/clock.ts";
import { openDatabase } from "#ports/database.ts";
import type { Bindings } from "#market/edge/env.ts";
import { forgetAnswers } from "#store/op-log.ts";
import { jobRan } from "#store/jobs.ts";

/**
 * Everything that time asks for, once a minute. Each job is safe to repeat and works from facts,
 * so that a missed hour is caught up by the next run (DESIGN fact 7, law 7).
 */
export async function runJobs(env: Bindings): Promise<void> {
  const now = (await readClock(env.CLOCK)).now();
  const database = openDatabase({ url: env.DATABASE_URL, token: env.DATABASE_TOKEN });
  await database.write([forgetAnswers(now), jobRan("every-minute", now)]);
}

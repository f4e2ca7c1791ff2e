import type { Bindings } from "#market/edge/env.ts";
import { readClock } from "#ports/clock.ts";
import { openDatabase } from "#ports/database.ts";
import { type Health, healthOf } from "#store/health.ts";

type Pulse =
  | ({ readonly status: "ok" } & Health)
  | { readonly status: "failing"; readonly database: "unreachable" };

/** Asks the database; one that does not answer is the news itself. */
export async function takePulse(env: Bindings): Promise<Pulse> {
  const clock = await readClock(env.CLOCK);
  try {
    const place = { url: env.DATABASE_URL, token: env.DATABASE_TOKEN };
    return { status: "ok", ...(await healthOf(openDatabase(place), clock.now())) };
  } catch {
    return { status: "failing", database: "unreachable" };
  }
}

import type { Bindings, Seen } from "#market/edge/env.ts";
import { logJobFailure } from "#market/edge/log.ts";
import { openDatabase } from "#ports/database.ts";
import { seeSession } from "#store/sessions.ts";

/**
 * Writes down that a session was used, after the answer: nobody waits for it. What is lost so is
 * at most a minute of somebody's idle time.
 */
export async function writeSeen(env: Bindings, { sessionId, at }: Seen): Promise<void> {
  try {
    const database = openDatabase({ url: env.DATABASE_URL, token: env.DATABASE_TOKEN });
    await database.write([seeSession(sessionId, at)]);
  } catch (error) {
    logJobFailure("see-session", error);
  }
}

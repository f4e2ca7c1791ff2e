import type { Instant } from "#domain/kernel/instant.ts";
import type { Database } from "#ports/database.ts";

export interface Health {
  readonly database: "answers";
  /** The number of the last migration. */
  readonly migration: number;
  /** Milliseconds since cron last ran; null when it never did. */
  readonly cronAge: number | null;
  /** Milliseconds since the oldest after-effect that still waits; 0 when none does. */
  readonly outboxAge: number;
  readonly outboxDead: number;
}

export async function healthOf(database: Database, now: Instant): Promise<Health> {
  const [rows] = await database.read([
    {
      sql: `SELECT
        (SELECT max(number) FROM schema_migration),
        (SELECT max(last_at) FROM job_run),
        (SELECT min(created_at) FROM outbox WHERE done_at IS NULL AND dead_at IS NULL),
        (SELECT count(*) FROM outbox WHERE dead_at IS NOT NULL)`,
      args: [],
    },
  ]);
  const row = rows?.[0];
  const age = (value: unknown) => (typeof value === "number" ? now - value : null);
  return {
    database: "answers",
    migration: Number(row?.[0] ?? 0),
    cronAge: age(row?.[1]),
    outboxAge: age(row?.[2]) ?? 0,
    outboxDead: Number(row?.[3] ?? 0),
  };
}

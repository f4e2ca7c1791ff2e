import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";

/** Remembers when a job last ran; an older run that ends late does not take it back. */
export function jobRan(job: string, at: Instant): Statement {
  return {
    sql: `INSERT INTO job_run (job, last_at) VALUES (?, ?)
      ON CONFLICT (job) DO UPDATE SET last_at = max(last_at, excluded.last_at)`,
    args: [job, at],
  };
}

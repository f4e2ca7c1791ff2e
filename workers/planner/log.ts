/** One line of JSON for each failure: what failed, and of which problem. */
export function logFailure(job: string, error: unknown, problemId: string | null = null): void {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  console.error(JSON.stringify({ at: "planner", job, problemId, message }));
}

/** One line of JSON of what was planned. */
export function logLine(line: Readonly<Record<string, unknown>>): void {
  console.info(JSON.stringify({ at: "planner", ...line }));
}

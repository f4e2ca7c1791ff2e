import type { Fetcher } from "@cloudflare/workers-types";
import { type Instant, instant } from "#domain/kernel/instant.ts";

/** What time it is. Rules never ask: they are told. */
export interface Clock {
  now(): Instant;
}

/**
 * Reads the real clock, unless a host for tests, demo or week has bound a CLOCK service.
 * wrangler.toml binds none, and nothing in a request can: a test holds both.
 */
export async function readClock(bound: Fetcher | undefined): Promise<Clock> {
  if (bound === undefined) return { now: () => instant(Date.now()) };
  const answer = await bound.fetch("http://clock/now");
  const { now } = await answer.json<{ now: number }>();
  return { now: () => instant(now) };
}

/** When a log line is written, in ISO 8601 and UTC: the machine's own time, whatever is bound. */
export function wallTime(): string {
  return new Date().toISOString();
}

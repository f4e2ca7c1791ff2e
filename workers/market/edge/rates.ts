import type { Context, MiddlewareHandler } from "hono";
import { secretDigest } from "#ports/ids.ts";
import { clientAddress } from "./client-address.ts";
import type { Edge } from "./env.ts";
import { Stopped } from "./problem.ts";
import { PERIOD_SECONDS, RATE_CLASSES, type RateName } from "./rate-classes.ts";
import { logSecurity } from "./security-log.ts";

/** Who is counted, and how much of it is a flood. */
interface Counted {
  readonly rate: RateName;
  readonly key: string;
}

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses floods (429), by the platform's own counters. To ask them costs a call, so an isolate
 * counts too and asks at every step only; whoever was refused is asked about each time, until the
 * period is over. That makes limits approximate, as the platform's are: what must be exact (codes,
 * PINs, votes, stock) is counted in the database. `/health` is never refused.
 */
export const limitRates: MiddlewareHandler<Edge> = async (c, next) => {
  if (c.req.path === "/health") return next();
  for (const counted of countedFor(c)) {
    if (await isFlood(c, counted)) {
      logSecurity(c, { event: "rate-limited", rate: counted.rate });
      c.header("Retry-After", String(PERIOD_SECONDS));
      throw new Stopped({ code: "too-many-requests", retryAfterSeconds: PERIOD_SECONDS });
    }
  }
  return next();
};

function countedFor(c: Context<Edge>): readonly Counted[] {
  const bearer = /^Bearer (\S{20,120})$/.exec(c.req.header("Authorization") ?? "")?.[1];
  const address = clientAddress(c);
  if (bearer !== undefined) {
    const token = { rate: "tokens", key: `token:${secretDigest(bearer).slice(0, 32)}` } as const;
    return address === null ? [token, THIS_MACHINE] : [token, { rate: "tokens", key: address }];
  }
  if (address === null) return [THIS_MACHINE];
  return [{ rate: READS.has(c.req.method) ? "reads" : "writes", key: address }];
}

const THIS_MACHINE: Counted = { rate: "machine", key: "this-machine" };

/** How many requests of a sender this isolate let by since it last asked. */
const passed = new Map<string, number>();

/** Beyond this many senders an isolate forgets them all: it asks a little later, never less. */
const MOST_SENDERS = 20_000;

async function isFlood(c: Context<Edge>, { rate, key }: Counted): Promise<boolean> {
  const { binding, step } = RATE_CLASSES[rate];
  const counter = c.env[binding];
  if (counter === undefined) return false;
  const name = `${rate} ${key}`;
  const count = (passed.get(name) ?? 0) + 1;
  if (count < step) {
    if (passed.size >= MOST_SENDERS) passed.clear();
    passed.set(name, count);
    return false;
  }
  // Before the answer comes, others are already counting the next step; whoever was refused
  // stays beyond a whole step, so that each next request asks again.
  const wasRefused = count > step;
  if (!wasRefused) passed.set(name, 0);
  const { success } = await counter.limit({ key: name });
  if (!success) passed.set(name, step);
  else if (wasRefused) passed.set(name, 0);
  return !success;
}

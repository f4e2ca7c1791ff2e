import assert from "node:assert/strict";
import { type FaultProxy, FAULTS, type ProxyFault } from "#tests/fault-proxy.ts";
import type { Got } from "#tests/market.ts";
import type { RunningMarket } from "#tests/running-market.ts";
import { assertSoundAtRest } from "#tests/soundness.ts";
import { dice } from "#tests/weeks/dice.ts";
import { type Deed, DEEDS, type Ready } from "./deeds.ts";
import type { TrialSize } from "./trial.ts";
import { WEEK_DEEDS } from "./week-deeds.ts";

/** One place where a deed is struck: the k-th request to a neighbour meets a fault. */
interface Point {
  readonly deed: Deed;
  readonly neighbour: "database" | "payments";
  readonly k: number;
  readonly fault: ProxyFault;
}

const RETRIES = 6;
/** A settlement seals what was not sealed yet: after the first one there is less of it. */
const MOSTLY = 0.9;

/**
 * Walks every request to the database and to the card provider of every deed, and strikes each
 * with every fault. The client sends the same key again until it is answered; the jobs run twice.
 * Then each deed is done once, and every law of the data holds. `most` points are taken by the
 * seed; all of them when there are no more.
 */
export async function kWalk(market: RunningMarket, { seed, most, say }: TrialSize): Promise<void> {
  const points: Point[] = [];
  for (const deed of [...DEEDS, ...WEEK_DEEDS]) points.push(...(await pointsOf(market, deed)));
  const walked = sample(points, seed, most);
  let struck = 0;
  for (const point of walked) struck += (await strike(market, point)) ? 1 : 0;
  assert.ok(struck >= MOSTLY * walked.length, `only ${struck} of ${walked.length} faults struck`);
  say(`${struck} faults struck, of ${points.length} points of failure (seed ${seed})`);
}

/** Does the deed once undisturbed, and counts its requests. */
async function pointsOf(market: RunningMarket, deed: Deed): Promise<Point[]> {
  const ready = await deed.prepare(market);
  const { database, payments } = market.proxies;
  const before = { database: database.posts(), payments: payments.posts() };
  const answer = await ready.send();
  const counts = [
    ["database", database.posts() - before.database],
    ["payments", payments.posts() - before.payments],
  ] as const;
  ready.check(answer);
  await rest(market, deed.name);
  return counts.flatMap(([neighbour, posts]) =>
    Array.from({ length: posts }, (_, i) =>
      FAULTS.map((fault) => ({ deed, neighbour, k: i + 1, fault })),
    ).flat(),
  );
}

/** By the seed; a stalled answer costs its time-out, so few of those are taken. */
function sample(points: readonly Point[], seed: number, most: number): readonly Point[] {
  if (most >= points.length) return points;
  const shuffled = dice(seed).shuffled(points);
  const stalled = shuffled.filter(({ fault }) => fault === "stall").slice(0, Math.ceil(most / 30));
  const others = shuffled.filter(({ fault }) => fault !== "stall");
  return [...others.slice(0, most - stalled.length), ...stalled];
}

/** Tells whether the fault struck: a deed may take fewer requests than when it was counted. */
async function strike(market: RunningMarket, point: Point): Promise<boolean> {
  const { deed, neighbour, k, fault } = point;
  const about = `${deed.name}: ${fault} at ${neighbour} request ${k}`;
  const ready = await deed.prepare(market);
  const proxy: FaultProxy = market.proxies[neighbour];
  proxy.arm(k, fault);
  const answer = await persist(ready, about);
  const struck = proxy.disarm();
  try {
    ready.check(answer);
  } catch (error) {
    throw new Error(`${about}: ${JSON.stringify(answer.body)}`, { cause: error });
  }
  await rest(market, about);
  return struck;
}

/** What a client does: it sends the same request again until it is answered. */
async function persist(ready: Ready, about: string): Promise<Got> {
  const seen: string[] = [];
  for (let tries = 0; tries < RETRIES; tries += 1) {
    const answer = await ready.send().catch((error: unknown) => String(error));
    if (typeof answer !== "string" && answer.status < 500) return answer;
    seen.push(typeof answer === "string" ? answer : JSON.stringify(answer.body));
  }
  throw new Error(`${about}: never answered: ${seen.join(" | ")}`);
}

/** The jobs run twice, two minutes apart: then nothing waits, and everything adds up. */
async function rest(market: RunningMarket, about: string): Promise<void> {
  await market.tick();
  market.host.clock.advance(2 * 60_000);
  await market.tick();
  assertSoundAtRest(market.host, about);
}

import { type Instant, MINUTE } from "#domain/kernel/instant.ts";
import type { Bindings } from "#market/edge/env.ts";
import { logJobFailure } from "#market/edge/log.ts";
import { readClock } from "#ports/clock.ts";
import { openSenders } from "./run-jobs.ts";
import { sendOutbox } from "./send-outbox.ts";

/** What others leave meanwhile goes along; and the answer is well on its way. */
const GATHER_MS = 100;
/** A platform lets work go on for half a minute after the answer: the jobs send what is left. */
const ROUNDS = 10;

/** Since when this isolate is sending. One that was cut off counts no more after a minute. */
let sendingSince: Instant | null = null;
let isMoreLeft = false;

/**
 * Sends after-effects right after the answer that left them. Nothing depends on it: what it does
 * not send, and what it leaves half done, the minute's jobs send, and two senders at once never
 * claim the same row. Requests of one isolate share one sender, so that a busy hour is not sent
 * letter by letter. Where time is moved by hand the jobs are run by hand, and nothing is sent here.
 */
export async function sendSoon(env: Bindings): Promise<void> {
  if (env.CLOCK !== undefined) return;
  const now = (await readClock(env.CLOCK)).now();
  isMoreLeft = true;
  if (sendingSince !== null && now - sendingSince < MINUTE) return;
  sendingSince = now;
  try {
    for (let round = 0; isMoreLeft && round < ROUNDS; round++) {
      await pause(GATHER_MS);
      isMoreLeft = false;
      await sendOutbox(await openSenders(env));
    }
  } catch (error) {
    logJobFailure("send-soon", error);
  } finally {
    sendingSince = null;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

import { advanceCycles } from "#market/closing/advance.ts";
import { placeStandingOrders } from "#market/closing/standing-steps.ts";
import type { Bindings } from "#market/edge/env.ts";
import { logJobFailure } from "#market/edge/log.ts";
import { tallyDue } from "#market/closing/tally-call.ts";
import { callAgain } from "#market/proposals/call-again.ts";
import { executeDue } from "#market/rules/execute-proposal.ts";
import { countRounds } from "#market/rounds/count-rounds.ts";
import { planDueRounds } from "#market/rounds/plan-due.ts";
import { type BlindKeys, openBlindKeys } from "#ports/blind-keys.ts";
import { readClock } from "#ports/clock.ts";
import { openDatabase, type Statement } from "#ports/database.ts";
import { makeIds } from "#ports/ids.ts";
import { openMail } from "#ports/mail.ts";
import { originOf } from "#ports/passkeys.ts";
import { openPayments } from "#ports/payments.ts";
import { openPlanQueue } from "#ports/plan-queue.ts";
import { openPhotos, type PhotoShelf } from "#ports/photos.ts";
import { forgetBaskets } from "#store/baskets.ts";
import { expireCheckouts } from "#store/checkout-expiry.ts";
import {
  forgetContacts,
  forgetMemberNames,
  forgetProblemWords,
  forgetSignIns,
} from "#store/forgetting.ts";
import { jobRan } from "#store/jobs.ts";
import { forgetLetters } from "#store/letter-news.ts";
import { forgetAnswers } from "#store/op-log.ts";
import { dropPhotos } from "./drop-photos.ts";
import { sealBoxes } from "./seal-boxes.ts";
import { sealPending } from "./seal-pending.ts";
import { type Senders, sendOutbox } from "./send-outbox.ts";
import { tellVotes } from "./tell-votes.ts";
import { tellWeeks } from "./tell-weeks.ts";

/** The neighbours of a run. */
type Neighbours = Senders & { readonly photos: PhotoShelf; readonly blindKeys: BlindKeys };

interface Job {
  readonly name: string;
  run(neighbours: Neighbours): Promise<unknown>;
}

/** In this order: what a job leaves to be sent is sent in the same minute. */
const JOBS: readonly Job[] = [
  { name: "forget-answers", run: (senders) => committed(senders, [forgetAnswers(senders.now)]) },
  { name: "forget-baskets", run: (senders) => committed(senders, [forgetBaskets(senders.now)]) },
  { name: "forget-letters", run: (senders) => committed(senders, forgetLetters(senders.now)) },
  { name: "forget-sign-ins", run: (senders) => committed(senders, forgetSignIns(senders.now)) },
  {
    name: "forget-contacts",
    run: (senders) =>
      committed(senders, [
        forgetProblemWords(senders.now),
        forgetContacts(senders.now),
        forgetMemberNames(senders.now),
      ]),
  },
  { name: "expire-checkouts", run: (senders) => committed(senders, expireCheckouts(senders.now)) },
  { name: "tally-votes", run: ({ database, now }) => tallyDue(database, now) },
  { name: "call-again", run: callAgain },
  { name: "execute-proposals", run: ({ database, now }) => executeDue(database, now) },
  { name: "advance-cycles", run: ({ database, now }) => advanceCycles(database, now) },
  { name: "place-standing-orders", run: placeStandingOrders },
  { name: "tell-votes", run: (senders) => tellVotes(senders) },
  { name: "tell-weeks", run: (senders) => tellWeeks(senders) },
  { name: "plan-rounds", run: planDueRounds },
  { name: "count-rounds", run: countRounds },
  { name: "send-outbox", run: sendOutbox },
  { name: "drop-photos", run: dropPhotos },
  { name: "seal-boxes", run: ({ database, now }) => sealBoxes(database, now) },
  { name: "seal", run: ({ database, now }) => sealPending(database, now) },
];

/**
 * Everything that time asks for, once a minute. Each job is safe to repeat and works from facts,
 * so that a missed hour is caught up by the next run (DESIGN fact 7, law 7). One that fails is
 * logged and does not keep the others from running.
 */
export async function runJobs(env: Bindings): Promise<void> {
  const senders = {
    ...(await openSenders(env)),
    photos: openPhotos(env.PHOTOS),
    blindKeys: openBlindKeys(env.SECRET_KEY),
  };
  const { database, now } = senders;
  const ran: Statement[] = [];
  for (const job of JOBS) {
    try {
      await job.run(senders);
      ran.push(jobRan(job.name, now));
    } catch (error) {
      logJobFailure(job.name, error);
    }
  }
  if (ran.length > 0) await database.write(ran);
}

/** Opens the neighbours of one run, whose time stands still. */
export async function openSenders(env: Bindings): Promise<Senders> {
  const now = (await readClock(env.CLOCK)).now();
  return {
    database: openDatabase({ url: env.DATABASE_URL, token: env.DATABASE_TOKEN }),
    payments: openPayments({ url: env.PAYMENTS_URL, token: env.PAYMENTS_TOKEN }),
    mail: openMail({
      url: env.MAIL_URL,
      token: env.MAIL_TOKEN,
      from: env.MAIL_FROM,
      binding: env.EMAIL,
    }),
    plans: openPlanQueue(env.PLAN_QUEUE),
    ids: makeIds(now, env.SECRET_KEY),
    // Where links lead: the first host that we answer to.
    origin: originOf(env.ORIGIN_HOSTS.split(",")[0] ?? ""),
    now,
  };
}

async function committed({ database }: Senders, statements: readonly Statement[]): Promise<void> {
  const written = await database.write(statements);
  if (written.kind !== "committed") throw new Error(`not committed: ${JSON.stringify(written)}`);
}

import type { Instant } from "#domain/kernel/instant.ts";
import type { Occasion } from "#domain/ledger/posting.ts";
import type { ReleaseEffect, UndoHoldEffect } from "#domain/payments/after-effects.ts";
import { releaseCard } from "#domain/payments/card.ts";
import { logJobFailure } from "#market/edge/log.ts";
import type { Database, Statement } from "#ports/database.ts";
import type { Ids } from "#ports/ids.ts";
import type { Mail } from "#ports/mail.ts";
import { NeighbourFailed } from "#ports/neighbour.ts";
import type { Declined, Done, Payments } from "#ports/payments.ts";
import type { PlanQueue } from "#ports/plan-queue.ts";
import {
  type Claimed,
  claimDue,
  claimedFrom,
  dead,
  MOST_ATTEMPTS,
  notSent,
  sent,
} from "#store/outbox.ts";
import { letterEnded } from "#store/letters.ts";
import { post, POSTED_ALREADY } from "#store/postings.ts";
import { giveToCard } from "./give-to-card.ts";
import { takeFromCard } from "./take-from-card.ts";
import { type Post, readPost, sendMail } from "./send-mail.ts";

/** The neighbours that after-effects are for. */
export interface Senders {
  readonly database: Database;
  readonly payments: Payments;
  readonly mail: Mail;
  readonly plans: PlanQueue;
  readonly ids: Ids;
  /** Where links in letters lead: "https://filiera.example". */
  readonly origin: string;
  readonly now: Instant;
}

/** What came of one: done, or never, with what the fact adds to the books; or not now. */
export type Result =
  | { readonly kind: "done"; readonly statements: readonly Statement[] }
  | { readonly kind: "later"; readonly reason: string }
  | {
      readonly kind: "never";
      readonly reason: string;
      readonly statements?: readonly Statement[];
    };

const AT_ONCE = 20;
const ROUNDS = 25;

/**
 * Sends the after-effects that are due. Each may be sent twice (a killed sender, a lost answer,
 * two senders at once): its key makes the neighbour do it once, and the ref of its posting makes
 * the books say it once. Gives how many were handled.
 */
export async function sendOutbox(senders: Senders): Promise<number> {
  let handled = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const claimed = await claim(senders);
    const letters = await readPost(senders, claimed);
    const results = await Promise.all(claimed.map((effect) => send(senders, effect, letters)));
    await markAll(senders, claimed, results);
    handled += claimed.length;
    if (claimed.length < AT_ONCE) break;
  }
  return handled;
}

async function claim({ database, now }: Senders): Promise<Claimed[]> {
  const written = await database.write([claimDue(now, AT_ONCE)]);
  return written.kind === "committed" ? claimedFrom(written.rows[0] ?? []) : [];
}

async function send(senders: Senders, effect: Claimed, letters: Post): Promise<Result> {
  try {
    return await deliver(senders, effect, letters);
  } catch (error) {
    // A neighbour that fails is asked again later; anything else is a bug, and must not be lost.
    if (!(error instanceof NeighbourFailed)) logJobFailure("send-outbox", error);
    const reason = String(error).slice(0, 500);
    return { kind: effect.attempts >= MOST_ATTEMPTS ? "never" : "later", reason };
  }
}

async function deliver(senders: Senders, effect: Claimed, letters: Post): Promise<Result> {
  if (effect.topic === "mail") return sendMail(senders, effect.key, letters);
  if (effect.topic === "payment-capture") return takeFromCard(senders, effect, effect.payload);
  if (effect.topic === "payment-refund") return giveToCard(senders, effect, effect.payload);
  if (effect.topic === "payment-release") return release(senders, effect.key, effect.payload);
  await senders.plans.wake(effect.payload.problemId);
  return { kind: "done", statements: [] };
}

async function release(
  senders: Senders,
  key: string,
  effect: ReleaseEffect | UndoHoldEffect,
): Promise<Result> {
  const isUndo = "heldUnder" in effect;
  const answer = isUndo
    ? await senders.payments.undoHold({ key, heldUnder: effect.heldUnder })
    : await senders.payments.release({ key, holdId: effect.holdId });
  if (!isFree(answer)) return { kind: "never", reason: answer.reason };
  const posted = isUndo ? null : effect.posted;
  const postings = posted === null ? [] : post(releaseCard(posted, occasionOf(senders)));
  return { kind: "done", statements: postings };
}

/** A hold that ended by itself is as free as one that we ended. */
function isFree(answer: Done | Declined): answer is Done {
  return answer.kind === "done" || answer.reason === "hold-released";
}

function occasionOf({ now }: Senders): Occasion {
  return { now, actor: "system:outbox", rules: {} };
}

/** Letters that left are marked together, in one round trip; what the books may refuse, alone. */
async function markAll(
  senders: Senders,
  claimed: readonly Claimed[],
  results: readonly Result[],
): Promise<void> {
  const handled = claimed.flatMap((effect, i) => {
    const result = results[i];
    return result === undefined ? [] : [{ effect, result }];
  });
  const together = handled.flatMap(({ effect, result }) =>
    isCarried(effect, result) ? [...result.statements, sent(effect.id, senders.now)] : [],
  );
  const written = together.length === 0 ? null : await senders.database.write(together);
  const isRefused = written?.kind === "guarded";
  for (const { effect, result } of handled) {
    if (isRefused || !isCarried(effect, result)) await mark(senders, effect, result);
  }
}

function isCarried(effect: Claimed, result: Result): result is Result & { kind: "done" } {
  return effect.topic === "mail" && result.kind === "done";
}

async function mark(senders: Senders, effect: Claimed, result: Result): Promise<void> {
  const { database, now } = senders;
  const { id } = effect;
  if (result.kind === "later") await database.write([notSent(id, result.reason)]);
  else if (result.kind === "never") {
    const given = givenUp(effect, result.reason, now);
    const written = await database.write([...given, ...(result.statements ?? [])]);
    // Another sender heard the same no, and told it already.
    if (written.kind === "guarded") await database.write(given);
  } else {
    const written = await database.write([...result.statements, sent(id, now)]);
    if (written.kind !== "guarded") return;
    // Another sender was here first, and wrote the same posting together with the mark.
    const isKnown = written.guard === POSTED_ALREADY;
    const said = isKnown ? sent(id, now) : dead(id, now, `the books say ${written.guard}`);
    await database.write([said]);
  }
}

function givenUp({ id, topic, key }: Claimed, reason: string, at: Instant): Statement[] {
  const ended = letterEnded(key, { state: "refused", at, reason });
  return [dead(id, at, reason), ...(topic === "mail" ? [ended] : [])];
}

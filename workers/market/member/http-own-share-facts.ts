import { addDays, DAY, type Instant, later } from "#domain/kernel/instant.ts";
import { exchangeOf } from "#domain/membership/exchange.ts";
import { exitAnswerBy, tradeEndsOn } from "#domain/membership/exit-terms.ts";
import { APPEAL_DAYS, OPPOSITION_DAYS } from "#domain/membership/legal-limits.ts";
import { isTransferFree, transferFreeOn } from "#domain/membership/share-deeds.ts";
import { openDues } from "#domain/membership/share-movement.ts";
import type {
  AgainstFacts,
  MovementFacts,
  OwnAsk,
  OwnMembershipFacts,
  OwnTransferFacts,
} from "#frontend/member/own-share-facts.ts";
import type { OwnSharesView } from "./read-members.ts";

/** Days in the book before one votes (art. 2538 c.1 c.c.). */
const DAYS_TO_VOTE = 90;

type Own = OwnSharesView["memberships"][number];
type Transfer = OwnSharesView["transfers"][number];

/** A membership of one's own as its page tells it. */
export function ownMembershipFacts(
  one: Own,
  { transfers, today, traded }: OwnSharesView,
  { now, key }: { readonly now: Instant; readonly key: string },
): OwnMembershipFacts {
  const { enrolledOn, exitAskedAt, endedAt, state, askedShares, askedInstalments } = one;
  const isIn = state === "active" || state === "suspended";
  const sides = transfers.flatMap((transfer) => sideOf(transfer, one.id, { now, key }));
  const isGiving = sides.some(({ side, ending }) => side === "giving" && ending === null);
  const against = againstOf(one, now);
  const dues = openDues({ subscribed: one.subscribedCents, paid: one.paidCents }, one.dues);
  return {
    ...one,
    asked: state === "applicant" ? { shares: askedShares, instalments: askedInstalments } : null,
    votesFrom: enrolledOn === null || endedAt !== null ? null : addDays(enrolledOn, DAYS_TO_VOTE),
    dues: dues.map((due) => ({ ...due, isLate: due.dueOn < today })),
    movements: one.movements.map(movementFacts),
    against,
    exchangeCents: isIn ? exchangeOf({ ...one, memberId: one.id }, traded) : null,
    answerBy: exitAskedAt === null || endedAt !== null ? null : exitAnswerBy(exitAskedAt),
    tradeEndsOn: tradeEndsOn(now),
    asks: asksOf(one, against),
    mayTake: isIn,
    giving: givingOf(one, isIn && !isGiving),
    transfers: sides,
    key,
  };
}

/** What a movement is told as: of a redemption and its payment, what is owed. */
export function movementFacts({
  kind,
  at,
  shares,
  ...sums
}: Own["movements"][number]): MovementFacts {
  const isOwed = kind === "redeemed" || kind === "reimbursed";
  const amount = kind === "paid" ? sums.paidCents : sums.subscribedCents;
  return { kind, at, shares, amountCents: isOwed ? sums.owedCents : amount };
}

function givingOf({ shares, unpaidCents }: Own, may: boolean): OwnMembershipFacts["giving"] {
  if (!may || shares === 0) return "closed";
  return unpaidCents > 0 ? "unpaid" : "open";
}

function asksOf({ state, exitAskedAt }: Own, against: AgainstFacts | null): OwnAsk[] {
  if (state === "applicant") return ["withdrawn"];
  const mayObject = against?.answeredAt === null && against.until !== null && !against.isOver;
  if (state === "refused") return mayObject ? ["appealed"] : [];
  if (state === "excluded") return mayObject ? ["opposed"] : [];
  const leaving: OwnAsk[] = exitAskedAt === null ? ["exit-asked"] : [];
  if (state === "suspended") return ["replied", ...leaving];
  return state === "active" ? leaving : [];
}

/** The decision that stands against somebody now, and until when they can object to it. */
export function againstOf(
  one: Pick<Own, "state" | "entries" | "decidedAt" | "appealedAt" | "endedAt" | "opposedAt">,
  now: Instant,
): AgainstFacts | null {
  const { state, entries } = one;
  if (state !== "suspended" && state !== "excluded" && state !== "refused") return null;
  const entry = entries.findLast(({ kind }) => kind === state);
  if (entry === undefined) return null;
  const { at, ground, words } = entry;
  const reply = entries.findLast(({ kind }) => kind === "replied");
  const told = { kind: state, at, ground, words };
  if (state === "suspended") {
    const answeredAt = reply !== undefined && reply.number > entry.number ? reply.at : null;
    return { ...told, until: null, isOver: false, answeredAt };
  }
  const terms =
    state === "excluded"
      ? { from: one.endedAt, days: OPPOSITION_DAYS, answeredAt: one.opposedAt }
      : { from: one.decidedAt, days: APPEAL_DAYS, answeredAt: one.appealedAt };
  const { from, days, answeredAt } = terms;
  // The assembly's own no is the last word.
  const isLast = state === "refused" && answeredAt !== null && (from ?? 0) > answeredAt;
  const until = isLast || from === null ? null : later(from, days * DAY);
  return {
    ...told,
    until,
    isOver: until !== null && now >= until,
    answeredAt: isLast ? null : answeredAt,
  };
}

/** A transfer as one side of it sees it; what is over is told to who gave. */
function sideOf(
  transfer: Transfer,
  memberId: string,
  { now, key }: { readonly now: Instant; readonly key: string },
): OwnTransferFacts[] {
  const { id, fromId, toId, shares, askedAt, acceptedAt, ending, reason } = transfer;
  const side = fromId === memberId ? "giving" : "receiving";
  const isOld = ending !== null && (side === "receiving" || ending === "withdrawn");
  if ((fromId !== memberId && toId !== memberId) || isOld) return [];
  const other =
    side === "giving"
      ? { otherName: transfer.toName, otherNo: transfer.toNo }
      : { otherName: transfer.fromName, otherNo: transfer.fromNo };
  const terms = { freeOn: transferFreeOn(askedAt), isFree: isTransferFree(askedAt, now) };
  const isAccepted = acceptedAt !== null;
  return [
    { id, side, ...other, shares, ...terms, isAccepted, ending, reason, key: `${key}-${id}` },
  ];
}

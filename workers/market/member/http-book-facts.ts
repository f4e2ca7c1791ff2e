import { DAY, type Instant, later } from "#domain/kernel/instant.ts";
import { exitAnswerBy } from "#domain/membership/exit-terms.ts";
import { DECISION_DAYS, DEMAND_DAYS } from "#domain/membership/legal-limits.ts";
import { isTransferFree, transferFreeOn } from "#domain/membership/share-deeds.ts";
import type {
  Asks,
  MemberPageFacts,
  MoneyDeed,
  RegisterLineFacts,
  WaitingFacts,
  WaitingTransfer,
} from "#frontend/member/book-facts.ts";
import { movementFacts } from "./http-own-share-facts.ts";
import type { BookView, MemberView, RegisterView } from "./read-book.ts";

type WaitingView = NonNullable<BookView["waiting"]>[number];
type TransferRow = BookView["transfers"][number];

/** Who waits, as the book's page tells it. */
export function waitingFacts(one: WaitingView, mayDecide: boolean, key: string): WaitingFacts {
  const { id, bornIn, bornOn, town, words } = one;
  return {
    id,
    name: one.name ?? "",
    class: one.class,
    asks: asksOf(one),
    shares: one.askedShares,
    instalments: one.askedInstalments,
    bornIn,
    bornOn,
    town,
    words,
    answerBy: answerByOf(one),
    mayDecide,
    key,
  };
}

function asksOf({ state, exitAskedAt }: WaitingView): Asks {
  if (state === "applicant") return "in";
  if (state === "refused") return "assembly";
  return exitAskedAt === null ? "reply" : "exit";
}

/** The law gives no term for an answer to who was suspended. */
function answerByOf(one: WaitingView): Instant | null {
  const { appliedAt, appealedAt, exitAskedAt } = one;
  if (exitAskedAt !== null) return exitAnswerBy(exitAskedAt);
  if (asksOf(one) === "reply") return null;
  return later(appealedAt ?? appliedAt, DECISION_DAYS * DAY);
}

/** Shares that wait to change hands. */
export function transferFacts(
  { id, fromName, toName, shares, askedAt, acceptedAt }: TransferRow,
  {
    now,
    mayDecide,
    key,
  }: { readonly now: Instant; readonly mayDecide: boolean; readonly key: string },
): WaitingTransfer {
  const terms = { freeOn: transferFreeOn(askedAt), isFree: isTransferFree(askedAt, now) };
  const isAccepted = acceptedAt !== null;
  return { id, from: fromName, to: toName, shares, ...terms, isAccepted, mayDecide, key };
}

type Told = Omit<MemberPageFacts, "isDone" | "errors" | "typed" | "refused">;

/** One membership as those who keep the book read it. */
export function memberPageFacts(view: MemberView, now: Instant, key: string): Told {
  const { member, waiting, demandedAt, deeds, mayDecide, mayRecord } = view;
  const { street, postcode, town } = member;
  const until = demandedAt === null ? null : later(demandedAt, DEMAND_DAYS * DAY);
  const isReply = mayDecide && waiting !== null && asksOf(waiting) === "reply";
  const isWaitedFor = member.isInArrears && until !== null && now < until;
  return {
    ...member,
    home: street === null ? null : `${street}, ${postcode ?? ""} ${town ?? ""}`,
    movements: member.movements.map(movementFacts),
    demandedUntil: isWaitedFor ? until : null,
    waiting: waiting === null ? null : waitingFacts(waiting, mayDecide, `${key}-answer`),
    // Who answers a suspension decides about it there.
    deeds: isReply ? deeds.filter((kind) => kind !== "reinstated" && kind !== "upheld") : deeds,
    money: moneyOf(member),
    mayDecide,
    mayRecord,
    key,
  };
}

function moneyOf({ state, shares, unpaidCents, owedCents }: MemberView["member"]): MoneyDeed[] {
  const isIn = state === "active" || state === "suspended";
  return [
    ...(unpaidCents > 0 ? (["paid"] as const) : []),
    ...(isIn && unpaidCents === 0 && shares > 0 ? (["revalued"] as const) : []),
    ...(!isIn && shares > 0 ? (["redeemed"] as const) : []),
    ...(owedCents > 0 ? (["reimbursed"] as const) : []),
  ];
}

/** A line of the register to print. */
export function registerFacts(line: RegisterView["book"]["members"][number]): RegisterLineFacts {
  const { street, postcode, town, bookNo } = line;
  const home = street === null ? null : `${street}, ${postcode ?? ""} ${town ?? ""}`;
  return { ...line, bookNo: bookNo ?? 0, home };
}

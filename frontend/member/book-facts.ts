import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { MemberClass, MemberKind, MemberState } from "#domain/membership/member.ts";
import type { OpenDeed } from "#domain/membership/open-deeds.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { EntryFacts, MovementFacts } from "./own-share-facts.ts";

/** What somebody waits for an answer to. */
export type Asks = "in" | "exit" | "assembly" | "reply";

/** Who waits for an answer. */
export interface WaitingFacts {
  readonly id: string;
  readonly name: string;
  readonly class: MemberClass;
  readonly asks: Asks;
  readonly shares: number;
  readonly instalments: number;
  readonly bornIn: string | null;
  readonly bornOn: CivilDate | null;
  readonly town: string | null;
  /** What they said, in their own words. */
  readonly words: string | null;
  /** Null where the law gives no term. */
  readonly answerBy: Instant | null;
  readonly mayDecide: boolean;
  readonly key: string;
}

/** A transfer of shares that waits for the board. */
export interface WaitingTransfer {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly shares: number;
  readonly freeOn: CivilDate;
  readonly isFree: boolean;
  readonly isAccepted: boolean;
  readonly mayDecide: boolean;
  readonly key: string;
}

/** An answer that was refused, as it was typed. */
export interface RefusedAnswer {
  readonly id: string;
  readonly verdict: string;
  readonly ground: string;
  readonly words: string;
}

export interface BookFacts {
  readonly lines: readonly {
    readonly bookNo: number;
    readonly name: string;
    readonly class: MemberClass;
    readonly enrolledOn: CivilDate;
    readonly isSuspended: boolean;
  }[];
  readonly next: string | null;
  /** Null for who does not keep the book. */
  readonly waiting: readonly WaitingFacts[] | null;
  readonly transfers: readonly WaitingTransfer[];
  readonly isDone: boolean;
  readonly errors: readonly FieldError[];
  readonly refused: RefusedAnswer | null;
}

/** What is written down of somebody's shares. */
export type MoneyDeed = "paid" | "revalued" | "redeemed" | "reimbursed";

/** One membership, for those who keep the book. */
export interface MemberPageFacts {
  readonly id: string;
  /** Null once ten years went by since they left. */
  readonly name: string | null;
  readonly kind: MemberKind;
  readonly class: MemberClass;
  readonly state: MemberState;
  readonly bookNo: number | null;
  readonly enrolledOn: CivilDate | null;
  readonly ownMembers: number | null;
  readonly taxCode: string | null;
  readonly bornOn: CivilDate | null;
  readonly bornIn: string | null;
  readonly representedBy: string | null;
  /** Street, postcode and town in one line. */
  readonly home: string | null;
  readonly appliedAt: Instant;
  readonly endedAt: Instant | null;
  readonly opposedAt: Instant | null;
  readonly shares: number;
  readonly subscribedCents: Cents;
  readonly paidCents: Cents;
  readonly unpaidCents: Cents;
  readonly owedCents: Cents;
  readonly overdueCents: Cents;
  readonly movements: readonly MovementFacts[];
  readonly entries: readonly EntryFacts[];
  /** Until when overdue instalments that were demanded can be paid in peace. */
  readonly demandedUntil: Instant | null;
  readonly waiting: WaitingFacts | null;
  readonly deeds: readonly OpenDeed[];
  readonly money: readonly MoneyDeed[];
  /** Who reads may decide about members; may record money. */
  readonly mayDecide: boolean;
  readonly mayRecord: boolean;
  readonly key: string;
  readonly isDone: boolean;
  readonly errors: readonly FieldError[];
  /** What was typed into a form that was refused, by the ids of its fields. */
  readonly typed: Readonly<Record<string, string>>;
  readonly refused: RefusedAnswer | null;
}

/** The whole book, to be printed. */
export interface RegisterFacts {
  readonly madeAt: Instant;
  readonly digest: string;
  readonly lines: readonly RegisterLineFacts[];
}

export interface RegisterLineFacts {
  readonly bookNo: number;
  readonly name: string | null;
  readonly taxCode: string | null;
  readonly bornOn: CivilDate | null;
  readonly bornIn: string | null;
  readonly representedBy: string | null;
  readonly home: string | null;
  readonly class: MemberClass;
  readonly enrolledOn: CivilDate | null;
  readonly state: MemberState;
  readonly endedAt: Instant | null;
  readonly shares: number;
  readonly subscribedCents: Cents;
  readonly paidCents: Cents;
}

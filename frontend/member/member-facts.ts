import type { EntryKind } from "#domain/membership/book-entry.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { MemberClass, MemberState } from "#domain/membership/member.ts";
import type { MovementKind } from "#domain/membership/share-movement.ts";
import type { FieldError } from "#frontend/ui/field.tsx";

/** The page that tells what a member is, with the form for who is signed in. */
export interface JoinFacts {
  readonly inBook: number;
  readonly nominalCents: Cents;
  readonly mayReadBook: boolean;
  /** Null for who is not signed in. */
  readonly form: JoinFormFacts | null;
  readonly isSent: boolean;
  readonly errors: readonly FieldError[];
}

export interface JoinFormFacts {
  readonly key: string;
  /** In the book, or waiting for an answer, as a person already. */
  readonly isIn: boolean;
  readonly enterprises: readonly { readonly id: string; readonly name: string }[];
  /** What was typed, by the name of its field. */
  readonly typed: Readonly<Record<string, string>>;
}

/** One's own membership. */
export interface OwnMembershipFacts {
  readonly id: string;
  readonly name: string | null;
  readonly state: MemberState;
  readonly class: MemberClass;
  readonly bookNo: number | null;
  readonly enrolledOn: CivilDate | null;
  readonly votesFrom: CivilDate | null;
  readonly shares: number;
  readonly subscribedCents: Cents;
  readonly paidCents: Cents;
  readonly unpaidCents: Cents;
  readonly owedCents: Cents;
  readonly overdueCents: Cents;
  readonly dues: readonly { readonly dueOn: CivilDate; readonly amount: Cents }[];
  readonly movements: readonly {
    readonly kind: MovementKind;
    readonly at: Instant;
    readonly shares: number;
    readonly amountCents: Cents;
  }[];
  readonly entries: readonly {
    readonly kind: EntryKind;
    readonly at: Instant;
    readonly words: string | null;
  }[];
  /** Until when the board answers who asked to leave. */
  readonly answerBy: Instant | null;
  /** When trade ends for who asks to leave today. */
  readonly tradeEndsOn: CivilDate;
  /** What can be asked for now. */
  readonly asks: readonly OwnAsk[];
  readonly key: string;
}

export type OwnAsk = "withdrawn" | "appealed" | "exit-asked" | "opposed";

export interface OwnSharesFacts {
  readonly memberships: readonly OwnMembershipFacts[];
  readonly isDone: boolean;
  readonly errors: readonly FieldError[];
}

/** Who waits for an answer. */
export interface WaitingFacts {
  readonly id: string;
  readonly name: string;
  readonly class: MemberClass;
  readonly asks: "in" | "exit" | "assembly";
  readonly shares: number;
  readonly instalments: number;
  readonly bornIn: string | null;
  readonly bornOn: CivilDate | null;
  readonly town: string | null;
  readonly answerBy: Instant;
  readonly mayDecide: boolean;
  readonly key: string;
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
  readonly isDone: boolean;
  readonly errors: readonly FieldError[];
  /** Whose answer was refused, as it was typed. */
  readonly refused: {
    readonly id: string;
    readonly verdict: string;
    readonly words: string;
  } | null;
}

import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { EntryKind } from "#domain/membership/book-entry.ts";
import type { MemberClass, MemberState } from "#domain/membership/member.ts";
import type { MovementKind } from "#domain/membership/share-movement.ts";
import type { FieldError } from "#frontend/ui/field.tsx";

/** One's own membership. */
export interface OwnMembershipFacts {
  readonly id: string;
  readonly name: string | null;
  readonly state: MemberState;
  readonly class: MemberClass;
  readonly bookNo: number | null;
  readonly enrolledOn: CivilDate | null;
  readonly votesFrom: CivilDate | null;
  /** What they exchanged with the network in twelve months; null for who trades no goods. */
  readonly exchangeCents: Cents | null;
  /** What an application asks for; null once it is decided. */
  readonly asked: { readonly shares: number; readonly instalments: number } | null;
  readonly shares: number;
  readonly subscribedCents: Cents;
  readonly paidCents: Cents;
  readonly unpaidCents: Cents;
  readonly owedCents: Cents;
  readonly overdueCents: Cents;
  /** What is still to be paid of each instalment. */
  readonly dues: readonly {
    readonly dueOn: CivilDate;
    readonly amount: Cents;
    readonly isLate: boolean;
  }[];
  readonly movements: readonly MovementFacts[];
  readonly entries: readonly EntryFacts[];
  /** What the board decided against them, and what they can do about it. */
  readonly against: AgainstFacts | null;
  /** Until when the board answers who asked to leave. */
  readonly answerBy: Instant | null;
  /** When trade ends for who asks to leave today. */
  readonly tradeEndsOn: CivilDate;
  /** What can be asked for now. */
  readonly asks: readonly OwnAsk[];
  /** Whether further shares can be taken. */
  readonly mayTake: boolean;
  /** Whether shares can be given: "unpaid" while some of what was promised is missing. */
  readonly giving: "open" | "unpaid" | "closed";
  readonly transfers: readonly OwnTransferFacts[];
  readonly key: string;
}

export interface MovementFacts {
  readonly kind: MovementKind;
  readonly at: Instant;
  readonly shares: number;
  readonly amountCents: Cents;
}

export interface EntryFacts {
  readonly kind: EntryKind;
  readonly at: Instant;
  readonly ground: string;
  readonly words: string | null;
}

/** A decision of the board against somebody. */
export interface AgainstFacts {
  readonly kind: "suspended" | "excluded" | "refused";
  readonly at: Instant;
  readonly ground: string;
  readonly words: string | null;
  /** Until when they can ask for another's word; null for a suspension, which has no term. */
  readonly until: Instant | null;
  readonly isOver: boolean;
  /** When they last answered it. */
  readonly answeredAt: Instant | null;
}

/** A transfer of shares that one gives, or is to have. */
export interface OwnTransferFacts {
  readonly id: string;
  readonly side: "giving" | "receiving";
  readonly otherName: string;
  readonly otherNo: number | null;
  readonly shares: number;
  readonly freeOn: CivilDate;
  readonly isFree: boolean;
  readonly isAccepted: boolean;
  readonly ending: "done" | "denied" | "withdrawn" | "declined" | null;
  readonly reason: string | null;
  readonly key: string;
}

export type OwnAsk = "withdrawn" | "appealed" | "exit-asked" | "opposed" | "replied";

export interface OwnSharesFacts {
  readonly memberships: readonly OwnMembershipFacts[];
  readonly nominalCents: Cents;
  /** Where transfers of money go; null where the network says none. */
  readonly account: { readonly holder: string; readonly iban: string } | null;
  readonly contactEmail: string | null;
  readonly isDone: boolean;
  readonly errors: readonly FieldError[];
  /** What was typed into a form that was refused, by the ids of its fields. */
  readonly typed: Readonly<Record<string, string>>;
}

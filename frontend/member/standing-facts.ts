import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { StandingNo, StandingTold } from "#domain/orders/standing.ts";
import type { FieldError } from "#frontend/ui/field.tsx";

interface NamedSize {
  readonly variantId: string;
  readonly productName: string;
  readonly label: string;
  readonly kind: "piece" | "kg" | "variable";
}

/** A line of the list, as it is typed. */
export interface StandingLineFacts extends NamedSize {
  readonly producerName: string;
  /** As an HTML number: `1.5`. */
  readonly quantity: string;
  readonly tolerance: string;
  readonly agreedCents: Cents;
}

export interface StandingRunFacts {
  readonly cycleCode: string;
  readonly deliveryDay: CivilDate;
  readonly outcome: "placed" | "partly" | "failed" | "skipped";
  readonly orderId: string | null;
  readonly no: StandingNo | null;
  readonly lines: readonly (NamedSize &
    Pick<StandingTold, "wantedMilli" | "orderedMilli" | "no">)[];
}

/** Everything that the page of a household's list shows. */
export interface StandingFacts {
  readonly household: { readonly id: string; readonly name: string } | null;
  /** Other households of the reader's. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
  /** Null while there is no list. */
  readonly state: {
    readonly pausedAt: Instant | null;
    readonly skipsNext: boolean;
  } | null;
  readonly isRepeated: boolean;
  readonly waitMinutes: number;
  readonly lines: readonly StandingLineFacts[];
  readonly sizes: readonly (NamedSize & {
    readonly producerName: string;
    readonly priceCents: Cents;
  })[];
  readonly places: readonly { readonly value: string; readonly label: string }[];
  readonly where: string;
  readonly payment: "wallet" | "at-pickup";
  readonly isInPart: boolean;
  /** In percent, as it is typed. */
  readonly rise: string;
  readonly runs: readonly StandingRunFacts[];
  readonly keys: Readonly<Record<"save" | "pause" | "skip" | "end", string>>;
  readonly news: string | null;
  readonly errors: readonly FieldError[];
}

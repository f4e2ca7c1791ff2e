import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";

interface Handover {
  readonly orderId: string;
  readonly code: string;
  readonly day: CivilDate;
  readonly isToday: boolean;
  readonly slot: { readonly fromMinute: number; readonly toMinute: number } | null;
}

interface Objecting {
  readonly memberId: string;
  /** The last moment for their word against it. */
  readonly until: Instant;
}

interface Given {
  readonly transferId: string;
  readonly name: string;
  readonly shares: number;
}

/** One thing that waits for somebody: each has one sentence and one act. */
export type Call =
  | { readonly kind: "recovery"; readonly until: Instant }
  | {
      readonly kind: "pay";
      readonly orderId: string;
      readonly code: string;
      readonly amount: Cents;
    }
  | {
      readonly kind: "below";
      readonly householdId: string;
      readonly available: Cents;
      readonly floor: Cents;
    }
  | ({ readonly kind: "pickup"; readonly place: string } & Handover)
  | ({ readonly kind: "home" } & Handover)
  | { readonly kind: "sign" | "reports"; readonly waiting: number }
  | { readonly kind: "members-waiting"; readonly waiting: number }
  | { readonly kind: "share-late"; readonly memberId: string; readonly amount: Cents }
  | {
      readonly kind: "share-due";
      readonly memberId: string;
      readonly amount: Cents;
      readonly day: CivilDate;
    }
  | { readonly kind: "member-suspended"; readonly memberId: string }
  | ({ readonly kind: "member-excluded" } & Objecting)
  | ({ readonly kind: "member-refused" } & Objecting)
  | ({ readonly kind: "share-offered" } & Given)
  | ({ readonly kind: "share-free" } & Given)
  | {
      readonly kind: "pay-back";
      readonly orderId: string;
      readonly product: string;
      readonly amount: Cents;
    }
  | { readonly kind: "answered"; readonly orderId: string; readonly product: string }
  | { readonly kind: "basket"; readonly products: number; readonly closesAt: Instant }
  | {
      readonly kind: "edit" | "completing";
      readonly orderId: string;
      readonly code: string;
      readonly closesAt: Instant;
    }
  | {
      readonly kind: "group-asked";
      readonly groupId: string;
      readonly group: string;
      readonly waiting: number;
    }
  | {
      readonly kind: "left-out";
      /** Nothing of the list was ordered. */
      readonly isWhole: boolean;
      readonly products: readonly string[];
      readonly closesAt: Instant;
    }
  | {
      readonly kind: "vote";
      readonly number: number;
      readonly title: string;
      readonly closesAt: Instant;
    }
  | { readonly kind: "endorse"; readonly number: number; readonly title: string }
  | { readonly kind: "low"; readonly householdId: string; readonly available: Cents }
  | { readonly kind: "passkey" | "office" }
  | { readonly kind: "address"; readonly id: string; readonly address: string }
  | { readonly kind: "mail-fails"; readonly address: string };

/** Which week the shop is in, for who has nothing to do. */
export interface NextWeek {
  readonly isOpen: boolean;
  /** When orders close, or open again; null where nobody knows yet. */
  readonly at: Instant | null;
}

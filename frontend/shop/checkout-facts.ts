import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { OrderSums } from "#domain/orders/ordering.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { BasketGroupFacts } from "./basket-facts.ts";
import type { PlacesFacts } from "./places.tsx";
import type { HomeSavingFacts } from "./round-saving.tsx";

/** What is typed and chosen on the checkout; every field as the form sends it. */
export interface CheckoutValues {
  /** `<place>` or `<place>:<slot>`; a place is a pickup point's id or `home`. */
  readonly where: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly note: string;
  readonly payment: string;
  /** From where the pickup points' distance is asked; "" where it is not. */
  readonly near: string;
  /** The household that orders, as the form sends it back; "" for a guest. */
  readonly household: string;
}

/** A form that nobody has touched. */
export const NOTHING_TYPED: CheckoutValues = {
  where: "",
  name: "",
  email: "",
  phone: "",
  street: "",
  postcode: "",
  town: "",
  note: "",
  payment: "",
  near: "",
  household: "",
};

/** A way to pay, by the value that the form sends. */
export const PAYMENTS = {
  wallet: "credito",
  atPickup: "alla-consegna",
  card: "carta-di-prova",
  cardRefused: "carta-di-prova-rifiutata",
} as const;

/** How far the pickup points are from a place, as the crow flies. */
export interface AwayFacts {
  readonly from: string;
  /** By the point's id. */
  readonly metres: ReadonlyMap<string, number>;
}

/** Everything that the one page of the checkout shows. */
export interface CheckoutFacts {
  readonly groups: readonly BasketGroupFacts[];
  readonly places: PlacesFacts;
  /** How far the points are from what was named; null where nothing was, or nothing we know. */
  readonly away: AwayFacts | null;
  /** What can be named. */
  readonly placeNames: readonly string[];
  /** With the delivery fee left out: it depends on what is chosen here. */
  readonly sums: OrderSums;
  readonly closesAt: Instant;
  readonly deliveryDay: CivilDate;
  /** What the household's wallet has free; null for a guest. */
  readonly walletCents: Cents | null;
  /** Whether cards are asked, and by which double. */
  readonly hasTestCards: boolean;
  readonly values: CheckoutValues;
  readonly errors: readonly FieldError[];
  /** The cycle that is ordered from, as the form sends it back. */
  readonly cycleId: string;
  /** What a delivery home saves by the shared round; absent before any was counted. */
  readonly saving?: HomeSavingFacts | null;
  /** Minted when the page was written: sending the form twice orders once. */
  readonly key: string;
}

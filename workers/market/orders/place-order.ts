import { allow } from "#domain/access/access.ts";
import { actorName, type Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId, HouseholdId, OrderId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import {
  checkOpen,
  type OfferNow,
  type PricedLine,
  priceWish,
  type Wish,
} from "#domain/orders/ordering.ts";
import type { OrderRefusal } from "#domain/orders/refusals.ts";
import type { TermsOfTrade } from "#domain/orders/rules.ts";
import type { Request } from "#market/edge/env.ts";
import { type Guard, perform, type Plan } from "#market/edge/perform.ts";
import type { EdgeRefusal } from "#market/edge/problem.ts";
import { basketOwner } from "#store/basket-hand.ts";
import { basketWishes } from "#store/baskets.ts";
import { BOX_RISEN, noteRises } from "#store/completions.ts";
import { CHECKOUT_ENDED, CHECKOUT_GOING_ON, checkoutOf, NOT_TRIED } from "#store/checkouts.ts";
import { cycleForOrder } from "#store/cycle-for-order.ts";
import { LINE_CHANGED } from "#store/line-events.ts";
import {
  type HouseholdForOrder,
  householdForOrder,
  offersNow,
  placeForOrder,
} from "#store/ordering.ts";
import {
  type Contact,
  ORDER_CHANGED,
  ORDER_CODE_TAKEN,
  ORDER_EXISTS,
  type Payment,
} from "#store/orders.ts";
import { type Language, type Profile, profileBeside } from "#store/persons.ts";
import { networkRules } from "#store/rules.ts";
import { PLACE_FULL, SLOT_FULL } from "#store/slots.ts";
import { mapped, withoutReading } from "#store/statement.ts";
import { OVERSOLD, QUOTA_EXCEEDED } from "#store/stock.ts";
import { linkToken, planOrder } from "./plan-order.ts";
import { NO_RISES, risesOf, withRises } from "./rises.ts";
import { termsInForce } from "./terms.ts";

export interface PlaceOrder {
  readonly cycleId: CycleId;
  /** Null for a guest, who gets a link to the order instead. */
  readonly householdId: HouseholdId | null;
  readonly contact: Contact | null;
  /** Of the letters about it; null is that of who is signed in, or reads the household's. */
  readonly language: Language | null;
  /** A pickup point's id, or "home". */
  readonly place: string;
  readonly slotId: string | null;
  readonly payment: Payment;
  /** The card's token at the payment neighbour; never its number. */
  readonly card: string | null;
  /** What is ordered; null takes what is in the basket. */
  readonly wishes: readonly Wish[] | null;
}

export interface PlacedOrder {
  readonly id: OrderId;
  readonly code: string;
  readonly cycleId: CycleId;
  readonly payment: Payment;
  readonly lines: readonly {
    readonly id: string;
    readonly offerId: string;
    readonly wantedMilli: number;
    readonly toleranceMilli: number;
    readonly estimatedCents: number;
    readonly holdCents: number;
  }[];
  readonly goodsEstimatedCents: number;
  readonly depositsCents: number;
  readonly deliveryFeeCents: number;
  readonly checkoutTotalCents: number;
  readonly holdCents: number;
  /** What the wallet has free afterwards; null where none pays. */
  readonly availableAfterCents: number | null;
  /** A guest's way back to the order: shown in this answer only. */
  readonly orderToken: string | null;
}

type PlaceRefusal = OrderRefusal | AccessRefusal | EdgeRefusal;

/** Guards of every batch that takes stock, moves a wallet or changes lines. */
export const ORDER_GUARDS: Readonly<Record<string, Guard<never>>> = {
  [OVERSOLD]: "decide-again",
  [QUOTA_EXCEEDED]: "decide-again",
  [ORDER_EXISTS]: "decide-again",
  [ORDER_CODE_TAKEN]: "decide-again",
  [ORDER_CHANGED]: "decide-again",
  [LINE_CHANGED]: "decide-again",
  [BOX_RISEN]: "decide-again",
  [SLOT_FULL]: "decide-again",
  [PLACE_FULL]: "decide-again",
  "refused:account-limit": "decide-again",
  "refused:cycle-closed": "decide-again",
  "refused:posting-repeated": "decide-again",
  [CHECKOUT_GOING_ON]: "decide-again",
  [CHECKOUT_ENDED]: "decide-again",
};

/**
 * Places an order: for a household with its wallet or card, or for a guest. It is of the lines that
 * the command names, or of what is in the basket: the same decision either way.
 */
export function placeOrder(request: Request, command: PlaceOrder) {
  const { householdId } = command;
  return perform(request, {
    load: () => loadForOrder(request, command),
    decide: (known, principal): Outcome<Plan<PlacedOrder, PlaceRefusal>, PlaceRefusal> => {
      const { cycle, household, place } = known;
      const allowed = mayPlace(principal, command, household);
      if (!allowed.ok) return allowed;
      if (cycle === null) return refuse({ code: "not-found", what: "cycle" });
      const open = checkOpen(cycle, request.ports.now);
      if (!open.ok) return open;
      if (place === null) return refuse({ code: "place-unknown", place: command.place });
      if (place.full !== null) return refuse({ code: place.full, place: command.place });
      const fits = checkBuyer(command, household, cycle);
      if (!fits.ok) return fits;
      const terms = termsInForce(known.rules, request.ports.now);
      const lines = priceAll(known.asked.wishes, known.asked.offers, terms);
      if (!lines.ok) return lines;
      const isCompleting = open.value === "completing";
      const rises = isCompleting ? risesOf(known.asked.wishes, cycle.standing) : NO_RISES;
      if (!rises.ok) return rises;
      const actor = actorName(principal);
      const basket = basketOwner(principal);
      const language = languageOf(command, known);
      const ordered = { ...known, cycle, terms, actor, basket, language, lines: lines.value };
      const plan = planOrder(request, command, ordered);
      return withRises(plan, noteRises(cycle, rises.value, request.ports.now));
    },
    guards: ORDER_GUARDS,
    reveal: (value) =>
      householdId === null ? { ...value, orderToken: linkToken(request) } : value,
  });
}

/** Reads what the order needs, and nothing else: a guest has no household, a wallet no checkout. */
function loadForOrder({ credentials, actor, key, ports }: Request, command: PlaceOrder) {
  const { cycleId, householdId, wishes, language } = command;
  const { session } = credentials;
  const offerIds = wishes?.map((wish) => wish.offerId) ?? [];
  return {
    cycle: cycleForOrder(cycleId),
    asked:
      wishes === null
        ? basketWishes(credentials, cycleId, ports.now)
        : mapped(offersNow(cycleId, offerIds, ports.now), (offers) => ({ wishes, offers })),
    household:
      householdId === null ? withoutReading(null) : householdForOrder(householdId, cycleId),
    place: placeForOrder(command, cycleId),
    profile: language !== null || session === null ? withoutReading(null) : profileBeside(session),
    rules: networkRules(),
    checkout: command.payment === "card" ? checkoutOf(actor, key) : withoutReading(NOT_TRIED),
  };
}

function languageOf(
  { language }: PlaceOrder,
  known: { readonly profile: Profile | null; readonly household: HouseholdForOrder | null },
): Language {
  return language ?? known.profile?.language ?? known.household?.language ?? "it";
}

function mayPlace(principal: Principal, command: PlaceOrder, household: HouseholdForOrder | null) {
  if (command.householdId === null) return allow(principal, "orders.place");
  const subjects = {
    household: household?.householdId ?? null,
    coordinator: household?.groupId ?? null,
  };
  const allowed = allow(principal, "orders.place-for-household", subjects);
  if (!allowed.ok) return allowed;
  return household === null ? refuse({ code: "not-found", what: "household" }) : allowed;
}

function checkBuyer(
  command: PlaceOrder,
  household: HouseholdForOrder | null,
  cycle: { readonly cycleId: CycleId; readonly groups: readonly string[] },
): Outcome<null, OrderRefusal> {
  const { orderId = null, groupId = null, availableCents = null } = household ?? {};
  if (orderId !== null) return refuse({ code: "order-exists", orderId });
  if (groupId !== null && cycle.groups.length > 0 && !cycle.groups.includes(groupId)) {
    return refuse({ code: "cycle-not-for-group", cycleId: cycle.cycleId });
  }
  const { contact } = command;
  if (household === null && contact === null) return refuse({ code: "contact-missing" });
  const hasAddress = household?.hasAddress === true || (contact?.street ?? null) !== null;
  if (command.place === "home" && !hasAddress) return refuse({ code: "address-missing" });
  if (command.payment === "wallet" && availableCents === null) {
    return refuse({ code: "wallet-missing" });
  }
  return accept(null);
}

function priceAll(
  wishes: readonly Wish[],
  offers: ReadonlyMap<string, OfferNow>,
  terms: TermsOfTrade,
): Outcome<readonly PricedLine[], OrderRefusal> {
  if (wishes.length === 0) return refuse({ code: "order-empty" });
  const lines: PricedLine[] = [];
  for (const wish of wishes) {
    const line = priceWish(wish, offers.get(wish.offerId), terms.cardHold);
    if (!line.ok) return line;
    lines.push(line.value);
  }
  return accept(lines);
}

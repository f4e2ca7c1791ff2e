import type { CycleId, EnterpriseId, LineId, OrderId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { ZERO } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { reserveForOrder } from "#domain/ledger/wallet.ts";
import type { LetterLang } from "#domain/notices/letter.ts";
import {
  checkWallet,
  type OrderSums,
  type PricedLine,
  stockNeeded,
  sumOrder,
} from "#domain/orders/ordering.ts";
import { orderCode } from "#domain/orders/order-code.ts";
import type { OrderRefusal } from "#domain/orders/refusals.ts";
import type { TermsOfTrade } from "#domain/orders/rules.ts";
import type { Ports, Request } from "#market/edge/env.ts";
import type { Plan } from "#market/edge/perform.ts";
import type { EdgeRefusal } from "#market/edge/problem.ts";
import type { Statement } from "#ports/database.ts";
import { secretDigest } from "#ports/ids.ts";
import type { BasketOwner } from "#store/basket-hand.ts";
import { emptyBasket } from "#store/baskets.ts";
import type { Checkout, Tried } from "#store/checkouts.ts";
import { appendLineEvents } from "#store/line-events.ts";
import type { HouseholdForOrder } from "#store/ordering.ts";
import { insertContact, insertLines, insertOrder } from "#store/orders.ts";
import { post } from "#store/postings.ts";
import { hold, reserve } from "#store/stock.ts";
import { checkoutFor, holdFirst } from "./card-hold.ts";
import { confirmation } from "./confirmation.ts";
import type { PlacedOrder, PlaceOrder } from "./place-order.ts";

/** Everything that was checked: what is left is to write it down. */
export interface Decided {
  readonly cycle: { readonly cycleId: CycleId; readonly hubId: EnterpriseId };
  readonly household: HouseholdForOrder | null;
  readonly checkout: Tried;
  readonly terms: TermsOfTrade;
  readonly lines: readonly PricedLine[];
  readonly actor: string;
  /** Of every letter about the order. */
  readonly language: LetterLang;
  /** Whose basket is ordered: a person's, or a guest's. */
  readonly basket: BasketOwner;
}

export interface Numbered extends PricedLine {
  readonly id: LineId;
}

/** A guest's way back to the order: derived from the request, so that a repeat gives the same. */
export function linkToken(request: Writing): string {
  return request.ports.ids.derived("order-link", request.actor, request.key);
}

/** Decides what an order costs and how it is paid; gives everything that has to be written. */
export function planOrder(
  request: Request,
  command: PlaceOrder,
  decided: Decided,
): Outcome<Plan<PlacedOrder, OrderRefusal>, OrderRefusal | EdgeRefusal> {
  const { terms, household } = decided;
  const { ids } = request.ports;
  const fee = command.place === "home" ? terms.deliveryFee : ZERO;
  const lines = decided.lines.map((line) => ({ ...line, id: ids.next<LineId>() }));
  const sums = sumOrder(
    lines.map((line) => line.state),
    fee,
  );
  const wallet = command.payment === "wallet" ? (household?.availableCents ?? ZERO) : null;
  const left =
    wallet === null ? null : checkWallet(wallet, sums.goodsEstimatedCents, terms.walletFloor);
  if (left?.ok === false) return left;
  const fresh = { orderId: ids.next<OrderId>(), amountCents: sums.holdCents };
  const checkout = checkoutFor(request, decided.checkout, fresh);
  if (checkout.amountCents !== sums.holdCents) return refuse({ code: "changed-meanwhile" });
  const isCharged = command.payment === "card" && sums.holdCents > 0;
  const made = { orderId: checkout.orderId, lines, sums, isCharged };
  const plan = {
    status: 201 as const,
    value: placedOrder(command, { ...made, availableAfter: left?.value ?? null }),
    statements: writeOrder(request, command, decided, made),
  };
  if (!isCharged) return accept(plan);
  return accept({ ...plan, first: holdFirst(request, holdWanted(command, decided, checkout)) });
}

function holdWanted(command: PlaceOrder, decided: Decided, checkout: Checkout) {
  return {
    checkout,
    tried: decided.checkout,
    holder: checkout.orderId,
    card: command.card ?? "",
    needed: stockNeeded(decided.lines),
    hub: decided.cycle.hubId,
    cycleId: decided.cycle.cycleId,
    checkoutMinutes: decided.terms.checkoutMinutes,
    rules: decided.terms.versions,
    actor: decided.actor,
  };
}

/** What writing an order takes of whoever asks for it: a request, or the clock. */
export interface Writing {
  readonly actor: string;
  readonly key: string;
  readonly ports: Pick<Ports, "ids" | "now">;
}

export interface Made {
  readonly orderId: OrderId;
  readonly lines: readonly Numbered[];
  readonly sums: OrderSums;
  /** A card holds for it, and its stock waits for that already. */
  readonly isCharged: boolean;
}

/** The batch that an order is: its row, its lines, its stock, its money, its letter. */
export function writeOrder(
  request: Writing,
  command: PlaceOrder,
  decided: Omit<Decided, "checkout">,
  made: Made,
): Statement[] {
  const { now } = request.ports;
  const { orderId, lines, sums } = made;
  const { cycle, terms, actor, household, language } = decided;
  const { householdId, contact } = command;
  const rows = lines.map(({ id, terms: offered }) => ({ ...offered, id }));
  const fresh = { number: 1, kind: "wanted" as const, at: now, actor };
  return [
    insertOrder({
      id: orderId,
      code: orderCode(orderId),
      cycleId: cycle.cycleId,
      householdId,
      personId: decided.basket.personId,
      linkDigest: householdId === null ? secretDigest(linkToken(request)) : null,
      place: command.place,
      slotId: command.slotId,
      payment: command.payment,
      terms,
      deliveryFeeCents: sums.deliveryFeeCents,
      placedAt: now,
      placedBy: actor,
      language,
    }),
    ...(contact === null ? [] : [insertContact(orderId, contact)]),
    ...insertLines(orderId, cycle.cycleId, rows),
    ...appendLineEvents(lines.map(({ id, state }) => ({ ...fresh, lineId: id, state }))),
    ...takeStock(cycle.hubId, made, now),
    ...walletStatements(request, command, decided, made),
    ...(command.wishes === null ? [emptyBasket(decided.basket)] : []),
    ...confirmation(request, { command, household, orderId, sums, language }),
  ];
}

function takeStock(hub: EnterpriseId, { orderId, lines, isCharged }: Made, now: Instant) {
  const needed = stockNeeded(lines);
  if (isCharged) return hold(orderId, hub, needed, null);
  return reserve(orderId, hub, needed, { now, expiresAt: null });
}

function walletStatements(
  request: Writing,
  command: PlaceOrder,
  { terms, actor, cycle }: Omit<Decided, "checkout">,
  { orderId, sums }: Made,
): Statement[] {
  if (command.payment !== "wallet" || command.householdId === null) return [];
  const reservation = {
    household: command.householdId,
    orderId,
    cycleId: cycle.cycleId,
    revision: 0,
    fromCents: ZERO,
    toCents: sums.goodsEstimatedCents,
    floorCents: terms.walletFloor,
  };
  const occasion = { now: request.ports.now, actor, rules: terms.versions };
  return post(reserveForOrder(reservation, occasion));
}

function placedOrder(
  command: PlaceOrder,
  made: Made & { readonly availableAfter: PlacedOrder["availableAfterCents"] },
): PlacedOrder {
  const { orderId, lines, sums, availableAfter } = made;
  return {
    id: orderId,
    code: orderCode(orderId),
    cycleId: command.cycleId,
    payment: command.payment,
    lines: lines.map(({ id, terms, state }) => ({
      id,
      offerId: terms.offerId,
      wantedMilli: state.wantedMilli,
      toleranceMilli: state.toleranceMilli,
      estimatedCents: state.estimatedCents,
      holdCents: state.holdCents,
    })),
    goodsEstimatedCents: sums.goodsEstimatedCents,
    depositsCents: sums.depositsCents,
    deliveryFeeCents: sums.deliveryFeeCents,
    checkoutTotalCents: sums.totalCents,
    holdCents: sums.holdCents,
    availableAfterCents: availableAfter,
    orderToken: null,
  };
}

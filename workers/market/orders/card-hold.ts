import type { OrderId, PoolId } from "#domain/kernel/ids.ts";
import { instant, MINUTE } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Milli } from "#domain/kernel/quantity.ts";
import type { OrderRefusal } from "#domain/orders/refusals.ts";
import { type CardHold, holdCard, holdRef } from "#domain/payments/card.ts";
import type { Request } from "#market/edge/env.ts";
import type { Agreed, Step } from "#market/edge/perform.ts";
import {
  beginCheckout,
  type Checkout,
  CHECKOUT_GOING_ON,
  endCheckout,
  forgetCheckout,
  type Tried,
} from "#store/checkouts.ts";
import { coverByHold } from "#store/orders.ts";
import { afterwards } from "#store/outbox.ts";
import { post } from "#store/postings.ts";
import { OVERSOLD, QUOTA_EXCEEDED, release, reserve } from "#store/stock.ts";

/** What a card is asked to hold, and the stock that waits for its answer. */
export interface HoldWanted {
  readonly checkout: Checkout;
  /** What an earlier try of this same request wrote already. */
  readonly tried: Tried;
  /** Who holds the stock meanwhile: the order to come; for a change, the checkout. */
  readonly holder: string;
  readonly card: string;
  readonly needed: ReadonlyMap<PoolId, Milli>;
  readonly hub: Parameters<typeof reserve>[1];
  readonly cycleId: CardHold["cycleId"];
  readonly checkoutMinutes: number;
  readonly rules: Readonly<Record<string, number>>;
  readonly actor: string;
}

/**
 * Reserve before payment (DESIGN §6 law 3): the stock is held for some minutes, then the card is
 * asked, then the order is placed with the hold's posting. A loser of the last unit is refused
 * before its card is asked. Each step can be repeated: the checkout is this request's own, and
 * the card is asked under the checkout's name.
 */
export function holdFirst(request: Request, wanted: HoldWanted): Step<OrderRefusal> {
  return {
    ask: async () => {
      const isGoingOn = wanted.tried.checkout !== null;
      if (!isGoingOn && (await begin(request, wanted)) === "decide-again") {
        return "decide-again";
      }
      return askCard(request, wanted);
    },
    undo: () => undo(request, wanted),
  };
}

async function begin(request: Request, wanted: HoldWanted): Promise<"begun" | "decide-again"> {
  const { now, database } = request.ports;
  const expiresAt = instant(now + wanted.checkoutMinutes * MINUTE);
  const { actor, key, requestHash } = request;
  const operation = { actor, key, requestHash, at: now, expiresAt };
  const written = await database.write([
    ...beginCheckout(wanted.checkout, wanted.tried, operation),
    ...reserve(wanted.holder, wanted.hub, wanted.needed, { now, expiresAt }),
  ]);
  if (written.kind === "committed") return "begun";
  const known = [CHECKOUT_GOING_ON, OVERSOLD, QUOTA_EXCEEDED];
  if (written.kind === "unknown" || known.includes(written.guard)) return "decide-again";
  throw new Error(`guard not expected here: ${written.guard}`);
}

async function askCard(
  request: Request,
  wanted: HoldWanted,
): Promise<Outcome<Agreed, OrderRefusal>> {
  const { checkout, holder, cycleId } = wanted;
  const answer = await request.ports.payments.hold({
    key: checkout.id,
    amountCents: checkout.amountCents,
    orderId: checkout.orderId,
    card: wanted.card,
  });
  if (answer.kind === "declined") {
    await request.ports.database.write([forgetCheckout(checkout.id), release(holder)]);
    return refuse({ code: "payment-declined", amountCents: checkout.amountCents });
  }
  const hold = { holdId: answer.holdId, heldCents: checkout.amountCents, cycleId };
  return accept(placed(request, wanted, { ...hold, orderId: checkout.orderId }));
}

function placed(request: Request, wanted: HoldWanted, hold: CardHold): Agreed {
  const { now } = request.ports;
  const occasion = { now, actor: wanted.actor, rules: wanted.rules };
  const cover = { id: hold.holdId, ref: holdRef(hold.holdId), cents: hold.heldCents };
  const ended = endCheckout(wanted.checkout.id, hold.holdId, now);
  const isOrders = wanted.holder === hold.orderId;
  return {
    before: isOrders ? [ended] : [release(wanted.holder), ended],
    after: [...post(holdCard(hold, occasion)), coverByHold(hold.orderId, cover)],
  };
}

/** The order was refused after the card said yes: the stock goes back now, the hold soon. */
async function undo(request: Request, wanted: HoldWanted): Promise<void> {
  const { now, database } = request.ports;
  const heldUnder = wanted.checkout.id;
  await database.write([
    endCheckout(heldUnder, null, now),
    release(wanted.holder),
    afterwards({
      topic: "payment-release",
      key: `undo:${heldUnder}`,
      payload: { heldUnder },
      at: now,
    }),
  ]);
}

/** The amount and order of a request's checkout: the one it began, or a new one. */
export function checkoutFor(
  request: Request,
  { checkout: known }: Tried,
  fresh: { readonly orderId: OrderId; readonly amountCents: Cents },
): Checkout {
  return known ?? { id: request.ports.ids.next(), ...fresh };
}

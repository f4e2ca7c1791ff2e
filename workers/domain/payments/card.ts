import type { CycleId, OrderId } from "#domain/kernel/ids.ts";
import type { Cents } from "#domain/kernel/money.ts";
import {
  CARD_CLEARING,
  CARD_HELD,
  CARD_HELD_MIRROR,
  CARD_RECEIVABLE,
} from "#domain/ledger/accounts.ts";
import { credit, debit, draft, type Occasion, type Posting } from "#domain/ledger/posting.ts";

/** What a card holds for an order. `holdId` is the payment neighbour's name for it. */
export interface CardHold {
  readonly holdId: string;
  readonly heldCents: Cents;
  readonly orderId: OrderId;
  readonly cycleId: CycleId;
}

/** The ref of the posting that notes a hold: what ends it names this. */
export function holdRef(holdId: string): string {
  return `card-hold:${holdId}`;
}

/** Notes that a card holds money for us: nothing is ours yet, so only memo accounts move. */
export function holdCard(hold: CardHold, occasion: Occasion): Posting {
  const about = { ref: holdRef(hold.holdId), kind: "card-hold", ...placeOf(hold) };
  return draft(about, occasion, [
    debit(CARD_HELD, hold.heldCents),
    credit(CARD_HELD_MIRROR, hold.heldCents),
  ]);
}

/** Notes that the card is free again; a hold ends once, by this or by its capture. */
export function releaseCard(hold: CardHold, occasion: Occasion): Posting {
  const ref = `card-release:${hold.holdId}`;
  const about = { ref, kind: "card-release", resolves: holdRef(hold.holdId), ...placeOf(hold) };
  return draft(about, occasion, endOfHold(hold));
}

/** Takes what the order finally cost, and ends the hold. */
export function captureCard(hold: CardHold, capturedCents: Cents, occasion: Occasion): Posting {
  const ref = `card-capture:${hold.holdId}`;
  const about = { ref, kind: "card-capture", resolves: holdRef(hold.holdId), ...placeOf(hold) };
  return draft(about, occasion, [
    ...endOfHold(hold),
    debit(CARD_CLEARING, capturedCents),
    credit(CARD_RECEIVABLE, capturedCents),
  ]);
}

function endOfHold({ heldCents }: CardHold) {
  return [debit(CARD_HELD_MIRROR, heldCents), credit(CARD_HELD, heldCents)];
}

function placeOf({ orderId, cycleId }: CardHold) {
  return { orderId, cycleId };
}

import type { CycleId, EnterpriseId, HouseholdId, OrderId, ProblemId } from "#domain/kernel/ids.ts";
import { type Cents, portion, subtractCents, vatWithin } from "#domain/kernel/money.ts";
import type { BasisPoints } from "#domain/kernel/quantity.ts";
import {
  BANK,
  CARD_CLEARING,
  CASH,
  NETWORK_FEE,
  payableTo,
  REFUNDS_BORNE,
  REFUNDS_DUE,
  TAXABLE_MIRROR,
  taxableOf,
  VAT_MIRROR,
  vatOf,
  walletOf,
} from "#domain/ledger/accounts.ts";
import {
  credit,
  debit,
  draft,
  type Leg,
  type Occasion,
  type Posting,
} from "#domain/ledger/posting.ts";
import type { RefundBearer } from "#domain/orders/problems.ts";

/** Money that goes back for something that was charged. */
export interface Refund {
  readonly problemId: ProblemId;
  readonly orderId: OrderId;
  readonly cycleId: CycleId;
  readonly producerId: EnterpriseId;
  /** Whose wallet it goes back to; null where it goes to a card, or is handed back. */
  readonly wallet: HouseholdId | null;
  readonly amountCents: Cents;
  readonly borneBy: RefundBearer;
  /** The VAT rate of what was sold, and the fee its order was placed under. */
  readonly vat: BasisPoints;
  readonly networkFee: BasisPoints;
}

/**
 * Gives money back for a problem, once. Where the producer bears it, its sale becomes so much
 * smaller: it is owed less, the network's fee and the VAT noted of it follow. Where the network
 * does, the sale stays as it was.
 */
export function refundGoods(refund: Refund, occasion: Occasion): Posting {
  const { problemId, orderId, cycleId, wallet, amountCents } = refund;
  const about = { ref: refundRef(problemId), kind: "order-refund", cycleId, orderId };
  return draft(about, occasion, [
    credit(wallet === null ? REFUNDS_DUE : walletOf(wallet), amountCents),
    ...bearerLegs(refund),
  ]);
}

function bearerLegs({ producerId, amountCents, borneBy, vat, networkFee }: Refund): Leg[] {
  if (borneBy === "network") return [debit(REFUNDS_BORNE, amountCents)];
  const fee = portion(amountCents, networkFee);
  const tax = vatWithin(amountCents, vat);
  const net = subtractCents(amountCents, tax);
  return [
    debit(payableTo(producerId), subtractCents(amountCents, fee)),
    debit(NETWORK_FEE, fee),
    debit(vatOf(producerId, vat), tax),
    credit(VAT_MIRROR, tax),
    debit(taxableOf(producerId, vat), net),
    credit(TAXABLE_MIRROR, net),
  ];
}

function refundRef(problemId: ProblemId): string {
  return `order-refund:${problemId}`;
}

/** Notes that a card took back what a refund left to be given, once. */
export function refundCard(
  refund: Pick<Refund, "problemId" | "orderId" | "cycleId" | "amountCents">,
  occasion: Occasion,
): Posting {
  const { problemId, orderId, cycleId, amountCents } = refund;
  const about = { ref: `card-refund:${problemId}`, kind: "card-refund", cycleId, orderId };
  return draft(about, occasion, [
    debit(REFUNDS_DUE, amountCents),
    credit(CARD_CLEARING, amountCents),
  ]);
}

/** Hands back what a refund left to be handed back, once. */
export function payBack(
  refund: Pick<Refund, "problemId" | "orderId" | "cycleId" | "amountCents">,
  source: "cash" | "bank",
  occasion: Occasion,
): Posting {
  const { problemId, orderId, cycleId, amountCents } = refund;
  const about = { ref: `refund-payback:${problemId}`, kind: "refund-payback", cycleId, orderId };
  return draft(about, occasion, [
    debit(REFUNDS_DUE, amountCents),
    credit(source === "cash" ? CASH : BANK, amountCents),
  ]);
}

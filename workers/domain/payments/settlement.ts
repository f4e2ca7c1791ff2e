import type { CycleId, EnterpriseId, HouseholdId, OrderId } from "#domain/kernel/ids.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import { type Cents, subtractCents, sumCents } from "#domain/kernel/money.ts";
import type { BasisPoints } from "#domain/kernel/quantity.ts";
import {
  CARD_RECEIVABLE,
  DELIVERY_INCOME,
  DEPOSITS,
  NETWORK_FEE,
  payableTo,
  PICKUP_RECEIVABLE,
  salesOf,
  TAXABLE_MIRROR,
  taxableOf,
  VAT_MIRROR,
  vatOf,
  walletHeldOf,
  walletOf,
} from "#domain/ledger/accounts.ts";
import { producerSettlementRef } from "#domain/ledger/cycle-books.ts";
import {
  credit,
  debit,
  draft,
  type Leg,
  type Occasion,
  type Posting,
} from "#domain/ledger/posting.ts";

/** How an order is paid; a wallet order knows what its reservations hold. */
export type PaidBy =
  | { readonly payment: "wallet"; readonly household: HouseholdId; readonly heldCents: Cents }
  | { readonly payment: "card" }
  | { readonly payment: "at-pickup" };

/** What an order finally costs. */
export interface OrderTotals {
  readonly orderId: OrderId;
  readonly cycleId: CycleId;
  readonly goodsCents: Cents;
  readonly deliveryFeeCents: Cents;
  readonly depositCents: Cents;
}

/**
 * Charges an order its final total, once. A wallet gives back what was held and pays what is due:
 * the floor does not bind here, for goods delivered are owed (RULES §3).
 */
export function settleOrder(order: OrderTotals, paidBy: PaidBy, occasion: Occasion): Posting {
  const { orderId, cycleId, goodsCents, deliveryFeeCents, depositCents } = order;
  const total = sumCents([goodsCents, deliveryFeeCents, depositCents]);
  const about = { ref: `order-settlement:${orderId}`, kind: "order-settlement", cycleId, orderId };
  return draft(about, occasion, [
    ...chargeLegs(total, paidBy),
    credit(salesOf(cycleId), goodsCents),
    credit(DELIVERY_INCOME, deliveryFeeCents),
    credit(DEPOSITS, depositCents),
  ]);
}

function chargeLegs(total: Cents, paidBy: PaidBy): Leg[] {
  if (paidBy.payment === "card") return [debit(CARD_RECEIVABLE, total)];
  if (paidBy.payment === "at-pickup") return [debit(PICKUP_RECEIVABLE, total)];
  const { household, heldCents } = paidBy;
  return [
    debit(walletHeldOf(household), heldCents),
    debit(walletOf(household), subtractCents(total, heldCents)),
  ];
}

/** A producer's delivered goods at one VAT rate; `grossCents` contains `vatCents`. */
export interface SalesAtRate {
  readonly rate: BasisPoints;
  readonly grossCents: Cents;
  readonly vatCents: Cents;
}

/** What a producer delivered in a cycle, and what the network keeps of it. */
export interface ProducerTotals {
  readonly cycleId: CycleId;
  readonly enterpriseId: EnterpriseId;
  readonly goodsCents: Cents;
  readonly feeCents: Cents;
  readonly vat: readonly SalesAtRate[];
}

/**
 * Hands a cycle's sales over to their producer, less the network's fee, once. The VAT within them
 * is the producer's to pay: it is noted in memo accounts and changes no balance (RULES §7).
 */
export function settleProducer(producer: ProducerTotals, occasion: Occasion): Posting {
  const { cycleId, enterpriseId, goodsCents, feeCents, vat } = producer;
  const gross = sumCents(vat.map((sales) => sales.grossCents));
  invariant(gross === goodsCents, "sales by VAT rate add up to the goods");
  const ref = producerSettlementRef(cycleId, enterpriseId);
  return draft({ ref, kind: "producer-settlement", cycleId }, occasion, [
    debit(salesOf(cycleId), goodsCents),
    credit(payableTo(enterpriseId), subtractCents(goodsCents, feeCents)),
    credit(NETWORK_FEE, feeCents),
    ...vatLegs(enterpriseId, vat),
  ]);
}

function vatLegs(enterpriseId: EnterpriseId, vat: readonly SalesAtRate[]): Leg[] {
  const taxes = sumCents(vat.map(({ vatCents }) => vatCents));
  const nets = vat.map(({ grossCents, vatCents }) => subtractCents(grossCents, vatCents));
  return [
    debit(VAT_MIRROR, taxes),
    ...vat.map(({ rate, vatCents }) => credit(vatOf(enterpriseId, rate), vatCents)),
    debit(TAXABLE_MIRROR, sumCents(nets)),
    ...vat.map(({ rate, grossCents, vatCents }) =>
      credit(taxableOf(enterpriseId, rate), subtractCents(grossCents, vatCents)),
    ),
  ];
}

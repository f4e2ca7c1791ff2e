import {
  addCents,
  type Cents,
  portion,
  subtractCents,
  sumCents,
  vatWithin,
  ZERO,
} from "#domain/kernel/money.ts";
import type { BasisPoints } from "#domain/kernel/quantity.ts";

/** What an order comes to when everything in it is known. */
export interface OrderSettlement {
  readonly goodsCents: Cents;
  readonly depositsCents: Cents;
  readonly feeCents: Cents;
  readonly totalCents: Cents;
}

/** Delivery is paid only when something was delivered that costs something (RULES §6). */
export function settleOrderSums(order: {
  readonly goodsCents: Cents;
  readonly depositsCents: Cents;
  /** The fee it was placed with; 0 for a pickup. */
  readonly deliveryFeeCents: Cents;
}): OrderSettlement {
  const { goodsCents, depositsCents } = order;
  const feeCents = goodsCents > 0 ? order.deliveryFeeCents : ZERO;
  const totalCents = sumCents([goodsCents, depositsCents, feeCents]);
  return { goodsCents, depositsCents, feeCents, totalCents };
}

/** What a producer sold in a cycle at one VAT rate and under one network fee. */
export interface SoldPart {
  readonly finalCents: Cents;
  readonly vat: BasisPoints;
  readonly networkFee: BasisPoints;
}

export interface VatPart {
  readonly rate: BasisPoints;
  readonly grossCents: Cents;
  readonly vatCents: Cents;
  readonly netCents: Cents;
}

/** What a producer is owed for a cycle. */
export interface ProducerSettlement {
  readonly deliveredGrossCents: Cents;
  readonly networkFeeCents: Cents;
  readonly payoutCents: Cents;
  /** One entry for each rate at which something was sold, lowest rate first. */
  readonly vat: readonly VatPart[];
}

/**
 * Fee and VAT of a producer, each rounded once on its sum (RULES §7). Orders placed before and
 * after the fee was changed are two sums, each at the fee that its orders were promised.
 */
export function settleProducerSums(parts: readonly SoldPart[]): ProducerSettlement {
  const gross = sumCents(parts.map(({ finalCents }) => finalCents));
  const fees = bySum(parts, ({ networkFee }) => networkFee);
  const networkFeeCents = sumCents(fees.map(([fee, sold]) => portion(sold, fee)));
  return {
    deliveredGrossCents: gross,
    networkFeeCents,
    payoutCents: subtractCents(gross, networkFeeCents),
    vat: bySum(parts, ({ vat }) => vat)
      .filter(([, sold]) => sold > 0)
      .map(([rate, sold]) => vatPart(rate, sold)),
  };
}

function vatPart(rate: BasisPoints, grossCents: Cents): VatPart {
  const vatCents = vatWithin(grossCents, rate);
  return { rate, grossCents, vatCents, netCents: subtractCents(grossCents, vatCents) };
}

function bySum(
  parts: readonly SoldPart[],
  key: (part: SoldPart) => BasisPoints,
): (readonly [BasisPoints, Cents])[] {
  const sums = new Map<BasisPoints, Cents>();
  for (const part of parts) {
    sums.set(key(part), addCents(sums.get(key(part)) ?? ZERO, part.finalCents));
  }
  return [...sums].toSorted(([one], [other]) => one - other);
}

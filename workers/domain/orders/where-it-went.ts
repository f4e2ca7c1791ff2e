import { addCents, type Cents, subtractCents, sumCents, ZERO } from "#domain/kernel/money.ts";
import type { BasisPoints } from "#domain/kernel/quantity.ts";
import { type SoldPart, settleProducerSums } from "./settlement.ts";

/** Something of an order that was paid for. */
export interface PaidLine {
  readonly producerId: string;
  readonly producerName: string;
  readonly paidCents: Cents;
  readonly vat: BasisPoints;
}

/** What an order came to, and the fee it was placed under. */
export interface PaidOrder {
  readonly lines: readonly PaidLine[];
  readonly depositsCents: Cents;
  readonly deliveryCents: Cents;
  readonly networkFee: BasisPoints;
}

/** What one producer keeps of an order: its goods less the fee and the VAT within them. */
export interface ProducerPart {
  readonly name: string;
  readonly keptCents: Cents;
}

/** A sum divided among those who get it; the parts add up to `totalCents`, always. */
export interface WhereItWent {
  readonly totalCents: Cents;
  readonly producers: readonly ProducerPart[];
  readonly producersCents: Cents;
  readonly networkCents: Cents;
  readonly deliveryCents: Cents;
  readonly vatCents: Cents;
  /** Not spent: they come back with the empties. */
  readonly depositsCents: Cents;
}

/**
 * Divides what an order paid: fee and VAT are rounded once for each producer, as the books round
 * them (RULES §7), but on this order alone; the rest of the goods is the producer's.
 */
export function whereItWent(order: PaidOrder): WhereItWent {
  const { networkFee, deliveryCents, depositsCents } = order;
  const shares = [...byProducer(order.lines)].map(([, lines]) => shareOf(lines, networkFee));
  const producersCents = sumCents(shares.map(({ keptCents }) => keptCents));
  const networkCents = sumCents(shares.map(({ feeCents }) => feeCents));
  const vatCents = sumCents(shares.map((share) => share.vatCents));
  return {
    totalCents: sumCents([producersCents, networkCents, vatCents, deliveryCents, depositsCents]),
    producers: shares.map(({ name, keptCents }) => ({ name, keptCents })),
    producersCents,
    networkCents,
    deliveryCents,
    vatCents,
    depositsCents,
  };
}

function byProducer(lines: readonly PaidLine[]): Map<string, PaidLine[]> {
  return Map.groupBy(
    lines.filter(({ paidCents }) => paidCents > 0),
    ({ producerId }) => producerId,
  );
}

function shareOf(lines: readonly PaidLine[], networkFee: BasisPoints) {
  const parts = lines.map(({ paidCents, vat }): SoldPart => {
    return { finalCents: paidCents, vat, networkFee };
  });
  const { payoutCents, networkFeeCents: feeCents, vat } = settleProducerSums(parts);
  const vatCents = vat.reduce((sum, part) => addCents(sum, part.vatCents), ZERO);
  const name = lines[0]?.producerName ?? "";
  return { name, feeCents, vatCents, keptCents: subtractCents(payoutCents, vatCents) };
}

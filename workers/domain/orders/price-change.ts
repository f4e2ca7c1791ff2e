import { type Cents, cents } from "#domain/kernel/money.ts";
import { type BasisPoints, basisPoints } from "#domain/kernel/quantity.ts";
import { type PaidLine, type WhereItWent, whereItWent } from "./where-it-went.ts";

/** The terms of trade that say what an order costs and who gets it. */
export interface PriceTerms {
  readonly networkFee: BasisPoints;
  readonly deliveryFee: Cents;
}

/** The same basket under two terms. */
export interface PriceChange {
  readonly before: WhereItWent;
  readonly after: WhereItWent;
}

const [reduced, ordinary] = [basisPoints(400), basisPoints(2200)];

/** A week's basket as an example: five things of three producers, fifty euros in all. */
export const EXAMPLE_BASKET: readonly PaidLine[] = [
  { producerId: "garden", producerName: "garden", paidCents: cents(1240), vat: reduced },
  { producerId: "garden", producerName: "garden", paidCents: cents(860), vat: reduced },
  { producerId: "dairy", producerName: "dairy", paidCents: cents(1350), vat: reduced },
  { producerId: "cellar", producerName: "cellar", paidCents: cents(950), vat: ordinary },
  { producerId: "cellar", producerName: "cellar", paidCents: cents(600), vat: ordinary },
];

/**
 * What the next order costs and who gets it, before and after changes of rules; null where they
 * change neither. Values were checked by the register.
 */
export function priceChange(
  terms: PriceTerms,
  changes: readonly { readonly key: string; readonly value: string }[],
  lines: readonly PaidLine[] = EXAMPLE_BASKET,
): PriceChange | null {
  const valueOf = (key: string) => changes.find((one) => one.key === key)?.value;
  const [fee, delivery] = [valueOf("network-fee"), valueOf("delivery-fee")];
  if (fee === undefined && delivery === undefined) return null;
  const after: PriceTerms = {
    networkFee: fee === undefined ? terms.networkFee : basisPoints(Number(fee)),
    deliveryFee: delivery === undefined ? terms.deliveryFee : cents(Number(delivery)),
  };
  return { before: divided(lines, terms), after: divided(lines, after) };
}

function divided(
  lines: readonly PaidLine[],
  { networkFee, deliveryFee: deliveryCents }: PriceTerms,
): WhereItWent {
  return whereItWent({ lines, networkFee, deliveryCents, depositsCents: cents(0) });
}

import type { Cents } from "#domain/kernel/money.ts";
import { addCents, sumCents, vatWithin } from "#domain/kernel/money.ts";
import { depositFor, estimate } from "#domain/orders/estimate.ts";
import type { BasketGroupFacts, BasketLineFacts } from "./basket-facts.ts";
import { isGone } from "./offer.ts";

/** What a basket comes to, at nominal weights. */
export interface BasketSums {
  readonly products: number;
  readonly goodsCents: Cents;
  readonly depositsCents: Cents;
  readonly totalCents: Cents;
  readonly vatCents: Cents;
  /** Something is paid by its true weight: the sum is about. */
  readonly isAbout: boolean;
  /** A line cannot be ordered as it stands. */
  readonly isBroken: boolean;
}

export function basketSums(groups: readonly Pick<BasketGroupFacts, "lines">[]): BasketSums {
  const lines = groups.flatMap((group) => group.lines);
  const goodsCents = sumCents(lines.map(priceOfLine));
  const depositsCents = sumCents(lines.map(({ offer, wanted }) => depositFor(offer.terms, wanted)));
  return {
    products: lines.length,
    goodsCents,
    depositsCents,
    totalCents: addCents(goodsCents, depositsCents),
    vatCents: sumCents(lines.map((line) => vatWithin(priceOfLine(line), line.offer.terms.vat))),
    isAbout: lines.some(({ offer }) => offer.terms.kind === "variable"),
    isBroken: lines.some((line) => troubleOf(line) !== null),
  };
}

export function priceOfLine({ offer, wanted }: Pick<BasketLineFacts, "offer" | "wanted">): Cents {
  return estimate(offer.terms, wanted);
}

/** Why a line cannot be ordered as it stands; null when it can. */
export function troubleOf(line: BasketLineFacts): "withdrawn" | "gone" | "short" | null {
  if (line.isWithdrawn) return "withdrawn";
  if (isGone(line.offer)) return "gone";
  const { leftMilli } = line.offer;
  return leftMilli !== null && line.wanted > leftMilli ? "short" : null;
}

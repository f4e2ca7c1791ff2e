import type { VNode } from "preact";
import type { Cents } from "#domain/kernel/money.ts";
import { portion, subtractCents, vatWithin } from "#domain/kernel/money.ts";
import type { BasisPoints } from "#domain/kernel/quantity.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { estimate } from "#domain/orders/estimate.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { EuroBar } from "#frontend/ui/euro-bar.tsx";
import type { OfferFacts } from "./offer.ts";

/** A price divided among those who get it; the parts add up to the price. */
export interface Split {
  readonly total: Cents;
  readonly producer: Cents;
  readonly network: Cents;
  readonly vat: Cents;
}

/**
 * Divides the price of one unit as the books will: the fee on the whole price, the VAT within it,
 * the rest to the producer. (The books round once per producer and rate, so a sum of many lines may
 * differ from these by a cent.)
 */
export function splitOf(total: Cents, vatRate: BasisPoints, fee: BasisPoints): Split {
  const network = portion(total, fee);
  const vat = vatWithin(total, vatRate);
  return { total, network, vat, producer: subtractCents(subtractCents(total, network), vat) };
}

interface PriceSplitProps {
  readonly t: Texts;
  readonly offer: OfferFacts;
  readonly networkFee: BasisPoints;
}

/** Where the price goes: producer, network, VAT. */
export function PriceSplit({ t, offer, networkFee }: PriceSplitProps): VNode {
  const say = t.catalogue.product;
  const { vat: vatRate, nominalGrams, kind } = offer.terms;
  const split = splitOf(estimate(offer.terms, milli(1000)), vatRate, networkFee);
  const title = say.splitTitle(t.format.money(split.total));
  const subject =
    kind === "variable" && nominalGrams !== null
      ? say.splitOf.variable(t.format.weight(nominalGrams))
      : say.splitOf[kind === "kg" ? "kg" : "piece"];
  const parts = [
    { label: offer.seller.name, note: say.toProducer, amount: split.producer },
    {
      label: say.toNetwork,
      note: say.toNetworkWhy(t.format.percent(networkFee)),
      amount: split.network,
    },
    { label: say.toState(t.format.percent(vatRate)), note: say.toStateWhy, amount: split.vat },
  ].filter(({ amount }) => amount > 0);
  return (
    <section data-side="accounts" aria-labelledby="split">
      <div class="head">
        <h2 id="split">{title}</h2>
        <p>{subject}</p>
      </div>
      <EuroBar t={t} caption={title} parts={parts} />
    </section>
  );
}

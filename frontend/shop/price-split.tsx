import type { VNode } from "preact";
import type { Cents } from "#domain/kernel/money.ts";
import { portion, subtractCents, vatWithin, ZERO } from "#domain/kernel/money.ts";
import type { BasisPoints } from "#domain/kernel/quantity.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { estimate } from "#domain/orders/estimate.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { SplitPart } from "#frontend/ui/euro-bar.tsx";
import { EuroBar } from "#frontend/ui/euro-bar.tsx";
import { versionPath } from "#frontend/ui/rule-words.ts";
import type { OfferFacts } from "./offer.ts";
import type { ProductFacts } from "./product-facts.ts";

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

interface PriceSplitProps extends Pick<
  ProductFacts,
  "networkFee" | "feeRule" | "deliveryFeeCents"
> {
  readonly t: Texts;
  readonly offer: OfferFacts;
}

/** Where the price goes, to the cent: producer, delivery, network, VAT; and who decided it. */
export function PriceSplit(props: PriceSplitProps): VNode {
  const { t, offer, feeRule, networkFee } = props;
  const say = t.catalogue.product;
  const { nominalGrams, kind } = offer.terms;
  const total = estimate(offer.terms, milli(1000));
  const title = say.splitTitle(t.format.money(total));
  const subject =
    kind === "variable" && nominalGrams !== null
      ? say.splitOf.variable(t.format.weight(nominalGrams))
      : say.splitOf[kind === "kg" ? "kg" : "piece"];
  return (
    <section data-side="accounts" aria-labelledby="split">
      <div class="head">
        <h2 id="split">{title}</h2>
        <p>{subject}</p>
      </div>
      <EuroBar t={t} caption={title} parts={partsOf(props, total)} />
      {feeRule === null ? null : (
        <p class="small">
          {say.whoDecided(
            t.format.percent(networkFee),
            t.format.count(feeRule.version),
            t.format.date(feeRule.since),
          )}{" "}
          <a href={versionPath("network-fee", feeRule.version)} data-act="fee-rule">
            {t.rules.ofFee}
          </a>
        </p>
      )}
    </section>
  );
}

/** Who gets how much. Delivery is a part of its own, of nothing: it is paid by the order. */
function partsOf(
  { t, offer, networkFee, deliveryFeeCents }: PriceSplitProps,
  total: Cents,
): readonly SplitPart[] {
  const say = t.catalogue.product;
  const { vat: vatRate } = offer.terms;
  const split = splitOf(total, vatRate, networkFee);
  const fee = t.format.money(deliveryFeeCents);
  const vat = { label: say.toState(t.format.percent(vatRate)), note: say.toStateWhy };
  return [
    { label: offer.seller.name, note: say.toProducer, amount: split.producer },
    {
      label: say.toNetwork,
      note: say.toNetworkWhy(t.format.percent(networkFee)),
      amount: split.network,
    },
    ...(split.vat === 0 ? [] : [{ ...vat, amount: split.vat }]),
    {
      label: say.toDelivery,
      note: deliveryFeeCents === 0 ? say.toDeliveryFree : say.toDeliveryWhy(fee),
      amount: ZERO,
    },
  ];
}

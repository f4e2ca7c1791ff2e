import type { VNode } from "preact";
import type { BasisPoints } from "#domain/kernel/quantity.ts";
import type { WhereItWent } from "#domain/orders/where-it-went.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { EuroBar } from "#frontend/ui/euro-bar.tsx";
import { Sums } from "#frontend/ui/receipt.tsx";
import type { OrderFacts } from "./order-facts.ts";

/** Where the sum of an order went, and the fee that it was placed under. */
export interface SplitFacts extends WhereItWent {
  readonly networkFee: BasisPoints;
  readonly networkFeeVersion: number;
}

interface OrderSplitProps {
  readonly t: Texts;
  readonly facts: Pick<OrderFacts, "split" | "refundedCents">;
}

/** Where the euro went: one bar with its table, and what each producer keeps. */
export function OrderSplit({ t, facts }: OrderSplitProps): VNode | null {
  const { split, refundedCents } = facts;
  if (split === null || split.totalCents === 0) return null;
  const say = t.order.split;
  return (
    <section data-side="accounts" class="stack" aria-labelledby="split">
      <div class="head">
        <h2 id="split">{say.title}</h2>
        <p>{say.lead(t.format.money(split.totalCents))}</p>
      </div>
      {refundedCents === 0 ? null : (
        <p class="small">{say.refunded(t.format.money(refundedCents))}</p>
      )}
      <EuroBar t={t} caption={say.title} parts={partsOf(t, split)} />
      {split.producers.length < 2 ? null : (
        <div>
          <h3>{say.each}</h3>
          <Sums
            t={t}
            lines={split.producers.map(({ name, keptCents }) => {
              return { label: name, amount: keptCents };
            })}
          />
        </div>
      )}
    </section>
  );
}

/** What is nobody's is left out. */
function partsOf(t: Texts, split: SplitFacts) {
  const say = t.order.split;
  const [only, ...others] = split.producers;
  const producers = only !== undefined && others.length === 0 ? only.name : say.producers;
  const fee = t.format.percent(split.networkFee);
  const parts = [
    { label: producers, note: say.producersWhy, amount: split.producersCents },
    {
      label: say.network,
      note: say.networkWhy(fee, t.format.count(split.networkFeeVersion)),
      amount: split.networkCents,
    },
    { label: say.delivery, note: say.deliveryWhy, amount: split.deliveryCents },
    { label: say.vat, note: say.vatWhy, amount: split.vatCents },
    { label: say.deposits, note: say.depositsWhy, amount: split.depositsCents },
  ];
  return parts.filter(({ amount }) => amount > 0);
}

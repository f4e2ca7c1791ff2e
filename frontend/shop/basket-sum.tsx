import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Receipt } from "#frontend/ui/receipt.tsx";
import type { BasketPageFacts } from "./basket-facts.ts";
import type { BasketSums } from "./basket-sums.ts";
import { SavingGuess } from "./round-saving.tsx";

interface SumProps {
  readonly t: Texts;
  readonly facts: BasketPageFacts;
  readonly sums: BasketSums;
}

/** The sum beside the basket, and the one act that follows from it. */
export function BasketSum({ t, facts, sums }: SumProps): VNode {
  const say = t.basket;
  const { deliveryFeeCents, groups, isOpen } = facts;
  const deposits = { label: say.deposits, amount: sums.depositsCents, live: "sum-deposits" };
  return (
    <aside class="stack stay">
      <Receipt
        t={t}
        id="sum"
        title={say.sum}
        lines={[
          { label: say.goods(groups.length), amount: sums.goodsCents, live: "sum-goods" },
          ...(sums.depositsCents === 0 ? [] : [deposits]),
          {
            label: sums.isAbout ? say.about : say.total,
            amount: sums.totalCents,
            weight: "total" as const,
            live: "sum-total",
          },
          { label: say.vat, amount: sums.vatCents, weight: "minor" as const, live: "sum-vat" },
        ]}
      >
        {isOpen && !sums.isBroken ? (
          <a class="button strong tall wide" href="/cassa" data-act="checkout">
            {say.toCheckout}
          </a>
        ) : null}
        {sums.isBroken ? <p class="missing">{say.repair}</p> : null}
      </Receipt>
      <p class="small">
        {deliveryFeeCents === 0 ? say.deliveryFree : say.delivery(t.format.money(deliveryFeeCents))}
      </p>
      <SavingGuess t={t} saving={facts.saving} />
      {sums.isAbout ? <p class="small">{say.weighed}</p> : null}
    </aside>
  );
}

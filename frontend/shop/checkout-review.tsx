import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import type { SumLine } from "#frontend/ui/receipt.tsx";
import { Receipt } from "#frontend/ui/receipt.tsx";
import { priceOfLine } from "./basket-sums.ts";
import type { CheckoutFacts } from "./checkout-facts.ts";
import { fullName, quantityWords } from "./offer.ts";
import { SavingGuess } from "./round-saving.tsx";
import { lineOf } from "./sum-lines.ts";

interface ReviewProps {
  readonly t: Texts;
  readonly facts: CheckoutFacts;
}

/** The last look: every line, the sum, what a card would hold, and the button. */
export function CheckoutReview({ t, facts }: ReviewProps): VNode {
  return (
    <aside class="stack stay">
      <Receipt t={t} id="review" title={t.checkout.review} lines={reviewLines(t, facts)}>
        <button class="button strong tall wide" type="submit" data-act="confirm">
          {t.checkout.confirm}
        </button>
      </Receipt>
      <SavingGuess t={t} saving={facts.saving} />
      <p class="small">{t.checkout.confirmWhy}</p>
      <p>
        <a href="/cassetta" data-act="to-basket">
          {t.checkout.change}
        </a>
      </p>
    </aside>
  );
}

function reviewLines(t: Texts, { groups, sums, places }: CheckoutFacts): readonly SumLine[] {
  const say = t.checkout;
  const lines = groups.flatMap((group) => group.lines);
  const isAbout = lines.some(({ offer }) => offer.terms.kind === "variable");
  return [
    ...lines.map((line) => ({
      label: `${fullName(line.offer)}, ${quantityWords(t, line.offer, line.wanted)}`,
      amount: priceOfLine(line),
    })),
    ...lineOf(t.basket.deposits, sums.depositsCents),
    { label: isAbout ? say.about : say.total, amount: sums.totalCents, weight: "total" as const },
    ...lineOf(say.delivery, places.deliveryFeeCents, "minor"),
    ...lineOf(say.hold, sums.holdCents, "minor"),
  ];
}

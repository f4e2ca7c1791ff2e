import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { ErrorSummary } from "#frontend/ui/field.tsx";
import type { CheckoutFacts } from "./checkout-facts.ts";
import { CheckoutReview } from "./checkout-review.tsx";
import { How, Where, Who } from "./checkout-steps.tsx";

interface CheckoutProps {
  readonly t: Texts;
  readonly facts: CheckoutFacts;
}

/** Where, who, how, and a last look: four steps of one form on one page. */
export function Checkout({ t, facts }: CheckoutProps): VNode {
  return (
    <div class="sheet">
      <div class="head">
        <h1>{t.checkout.title}</h1>
        <p>{t.checkout.lead(t.format.dayAndHour(facts.closesAt))}</p>
      </div>
      <form class="columns wide checkout" method="post" action="/cassa" novalidate>
        <input type="hidden" name="key" value={facts.key} />
        <input type="hidden" name="cycle" value={facts.cycleId} />
        {facts.values.household === "" ? null : (
          <input type="hidden" name="household" value={facts.values.household} />
        )}
        <div class="stack loose">
          <ErrorSummary t={t} errors={facts.errors} />
          <Where t={t} facts={facts} />
          <Who t={t} facts={facts} />
          <How t={t} facts={facts} />
        </div>
        <CheckoutReview t={t} facts={facts} />
      </form>
    </div>
  );
}

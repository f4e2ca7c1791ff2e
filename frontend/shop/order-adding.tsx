import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { TextField } from "#frontend/ui/field.tsx";
import type { AddableFacts, OrderFacts } from "./order-facts.ts";
import { fullName } from "./offer.ts";

interface AddingProps {
  readonly t: Texts;
  readonly facts: Pick<OrderFacts, "id" | "addable" | "addingKey">;
}

/** A line more: a product of the same week, and how much of it. Sent twice, it is added once. */
export function Adding({ t, facts }: AddingProps): VNode {
  const say = t.order;
  return (
    <details class="fold">
      <summary data-act="add-ask">{say.add}</summary>
      <form class="stack" method="post" action={`/ordini/${facts.id}/righe`}>
        <input type="hidden" name="key" value={facts.addingKey} />
        <div class="field">
          <label for="add-offer">{say.addWhat}</label>
          <select id="add-offer" name="offer" data-act="add-offer">
            {byProducer(facts.addable).map(([producer, offers]) => (
              <optgroup label={producer}>
                {offers.map((offer) => (
                  <option
                    value={offer.offerId}
                  >{`${fullName(offer)}, ${priceWords(t, offer)}`}</option>
                ))}
              </optgroup>
            ))}
          </select>
        </div>
        <TextField
          t={t}
          id="add-quantity"
          name="quantity"
          label={say.addHowMuch}
          hint={say.addHint}
          value="1"
          inputMode="decimal"
          maxLength={11}
        />
        <p>
          <button class="button" type="submit" data-act="add">
            {say.addGo}
          </button>
        </p>
      </form>
    </details>
  );
}

function byProducer(offers: readonly AddableFacts[]): readonly [string, readonly AddableFacts[]][] {
  return [...Map.groupBy(offers, ({ producerName }) => producerName)];
}

function priceWords({ format }: Texts, { priceCents, isByWeight }: AddableFacts): string {
  return isByWeight ? format.unitPrice(priceCents, "kg") : format.money(priceCents);
}

import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { TextField } from "#frontend/ui/field.tsx";
import type { AddableFacts, OrderFacts } from "./order-facts.ts";
import { fullName } from "./offer.ts";

interface AddingProps {
  readonly t: Texts;
  readonly facts: Pick<OrderFacts, "id" | "addable" | "addQuery" | "addingKey">;
}

/** A list as long as this is chosen from without searching it. */
const SHORT = 12;

/** A line more: a product of the same week, and how much of it. Sent twice, it is added once. */
export function Adding({ t, facts }: AddingProps): VNode {
  const { addable, addQuery } = facts;
  const found = addable.filter((offer) => isNamed(offer, addQuery));
  return (
    <details class="fold" id="aggiungi" open={addQuery !== ""}>
      <summary data-act="add-ask">{t.order.add}</summary>
      <div class="stack">
        {addable.length > SHORT ? <Finding t={t} facts={facts} /> : null}
        {found.length === 0 ? <p>{t.order.addNone(addQuery)}</p> : null}
        {found.length === 0 ? null : <AddForm t={t} facts={{ ...facts, addable: found }} />}
      </div>
    </details>
  );
}

/** Shortens the list by reading the page again: it works without scripts. */
function Finding({ t, facts: { id, addQuery } }: AddingProps) {
  return (
    <search>
      <form class="search" method="get" action={`/ordini/${id}#aggiungi`}>
        <TextField
          t={t}
          id="add-search"
          name="cerca"
          type="search"
          label={t.order.addSearch}
          value={addQuery}
          maxLength={80}
          optional
        />
        <button class="button" type="submit" data-act="add-search-go">
          {t.order.addSearchGo}
        </button>
      </form>
    </search>
  );
}

function AddForm({ t, facts }: AddingProps) {
  const say = t.order;
  return (
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
  );
}

/** Every word is in the product's name or its producer's, however accents and capitals are. */
function isNamed(offer: AddableFacts, query: string): boolean {
  const name = folded(`${fullName(offer)} ${offer.producerName}`);
  return folded(query)
    .split(" ")
    .every((word) => name.includes(word));
}

function folded(words: string): string {
  return words.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();
}

function byProducer(offers: readonly AddableFacts[]): readonly [string, readonly AddableFacts[]][] {
  return [...Map.groupBy(offers, ({ producerName }) => producerName)];
}

function priceWords({ format }: Texts, { priceCents, isByWeight }: AddableFacts): string {
  return isByWeight ? format.unitPrice(priceCents, "kg") : format.money(priceCents);
}

import type { VNode } from "preact";
import { type Cents, subtractCents, sumCents } from "#domain/kernel/money.ts";
import type { PriceChange } from "#domain/orders/price-change.ts";
import type { Texts } from "#frontend/texts/texts.ts";

interface PriceBeforeAfterProps {
  readonly t: Texts;
  readonly change: PriceChange;
}

/** What the next order costs and who gets it, today and if a proposal passes. */
export function PriceBeforeAfter({ t, change: { before, after } }: PriceBeforeAfterProps): VNode {
  const say = t.rules.price;
  const goods = sumCents([before.producersCents, before.networkCents, before.vatCents]);
  return (
    <section data-side="accounts" class="stack" aria-labelledby="price-change">
      <div class="head">
        <h2 id="price-change">{say.title}</h2>
      </div>
      <div class="scroll">
        <table class="table">
          <caption>{say.caption(t.format.money(goods))}</caption>
          <Columns t={t} />
          <Parts t={t} change={{ before, after }} />
        </table>
      </div>
      {before.totalCents === after.totalCents ? <p>{say.same}</p> : null}
    </section>
  );
}

function Columns({ t }: { readonly t: Texts }) {
  const say = t.rules.price;
  return (
    <thead>
      <tr>
        <th scope="col">{say.part}</th>
        {[say.before, say.after, say.difference].map((column) => (
          <th scope="col" class="n">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Who gets how much, and what it comes to. */
function Parts({ t, change: { before, after } }: PriceBeforeAfterProps) {
  const say = t.rules.price;
  const rows = [
    [say.parts.producers, before.producersCents, after.producersCents],
    [say.parts.network, before.networkCents, after.networkCents],
    [say.parts.vat, before.vatCents, after.vatCents],
    [say.parts.delivery, before.deliveryCents, after.deliveryCents],
  ] as const;
  return (
    <>
      <tbody>
        {rows.map(([part, was, will]) => (
          <tr>
            <th scope="row">{part}</th>
            <Amounts t={t} was={was} will={will} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say.total}</th>
          <Amounts t={t} was={before.totalCents} will={after.totalCents} />
        </tr>
      </tfoot>
    </>
  );
}

interface AmountsProps {
  readonly t: Texts;
  readonly was: Cents;
  readonly will: Cents;
}

function Amounts({ t, was, will }: AmountsProps) {
  const difference = subtractCents(will, was);
  const sign = difference > 0 ? "+" : "";
  return (
    <>
      <td class="n">{t.format.money(was)}</td>
      <td class="n">{t.format.money(will)}</td>
      <td class="n">{difference === 0 ? "=" : sign + t.format.money(difference)}</td>
    </>
  );
}

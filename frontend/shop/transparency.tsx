import type { VNode } from "preact";
import type { Cents } from "#domain/kernel/money.ts";
import { added, euroParts, shareOf } from "#domain/network/figures.ts";
import { firstDayOf } from "#domain/network/month.ts";
import { OPEN_LICENCE } from "#domain/network/public-charts.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { Notice } from "#frontend/ui/notice.tsx";
import { fewestWords } from "./chart-table.tsx";
import { Euro, Months, Producers } from "./transparency-charts.tsx";
import { hasFigures, type TransparencyFacts } from "./transparency-facts.ts";

interface TransparencyProps {
  readonly t: Texts;
  readonly facts: TransparencyFacts;
}

/** What the network came to in the last twelve months, for anyone. */
export function Transparency({ t, facts }: TransparencyProps): VNode {
  const say = t.transparency;
  return (
    <div class="sheet stack loose">
      <div class="head">
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
      </div>
      {hasFigures(facts) ? (
        <>
          <Year t={t} facts={facts} />
          <Euro t={t} facts={facts} />
          <div class="columns halves">
            <Months t={t} facts={facts} chart="turnover" />
            <Months t={t} facts={facts} chart="network-income" />
            <Months t={t} facts={facts} chart="buyers" />
            <Months t={t} facts={facts} chart="deliveries" />
          </div>
          <Producers t={t} facts={facts} />
        </>
      ) : (
        <Notice kind="note">
          <p>
            <strong>{say.nothing}.</strong> {say.nothingWhy}
          </p>
        </Notice>
      )}
      <Today t={t} facts={facts} />
      <How t={t} facts={facts} />
    </div>
  );
}

function Year({ t, facts: { months } }: TransparencyProps) {
  const say = t.transparency;
  const { money, month: write, percent, count } = t.format;
  const { goodsCents, toProducersCents, networkFeeCents } = added(months);
  const share = (part: Cents) => percent(shareOf(part, goodsCents));
  const orders = months.reduce((sum, one) => sum + one.orders, 0);
  const { vatCents, deliveryCents } = euroParts(months);
  const figures = [
    [say.goods, money(goodsCents)],
    [say.toProducers(share(toProducersCents)), money(toProducersCents)],
    [say.fees(share(networkFeeCents)), money(networkFeeCents)],
    [say.vat, money(vatCents)],
    [say.delivery, money(deliveryCents)],
    [say.orders(orders), count(orders)],
  ] as const;
  const [first, last] = [months[0], months.at(-1)];
  return (
    <section data-side="accounts" aria-labelledby="year">
      <div class="head">
        <h2 id="year">{say.year}</h2>
        {first === undefined || last === undefined ? null : (
          <p>{say.period(write(firstDayOf(first.month)), write(firstDayOf(last.month)))}</p>
        )}
      </div>
      <Numbers figures={figures} />
    </section>
  );
}

function Numbers({ figures }: { readonly figures: readonly (readonly [string, string])[] }) {
  return (
    <dl class="numbers">
      {figures.map(([what, figure]) => (
        <div>
          <dt>{what}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

function Today({ t, facts: { today } }: TransparencyProps) {
  const say = t.transparency;
  const told: readonly (readonly [number | null, (count: number) => string])[] = [
    [today.members, say.members],
    [today.households, say.households],
    [today.producers, say.producers],
    [today.groups, say.groups],
    [today.pickupPoints, say.pickupPoints],
  ];
  const figures = told.flatMap(([count, words]) =>
    count === null || count === 0 ? [] : [[words(count), t.format.count(count)] as const],
  );
  if (figures.length === 0) return null;
  return (
    <section data-side="vote" aria-labelledby="today">
      <div class="head">
        <h2 id="today">{say.today}</h2>
      </div>
      <Numbers figures={figures} />
    </section>
  );
}

function How({ t, facts }: TransparencyProps) {
  const say = t.transparency;
  const withheld = facts.months.reduce((sum, one) => sum + one.withheld, 0);
  return (
    <section class="reading stack" aria-labelledby="how">
      <h2 id="how">{say.how}</h2>
      <ul class="ruled">
        {say.rules(fewestWords(t)).map((rule) => (
          <li>{rule}</li>
        ))}
        {withheld === 0 ? null : <li>{say.withheld(withheld)}</li>}
      </ul>
      <p>
        {say.licence}{" "}
        <a href={OPEN_LICENCE} rel="license" data-act="licence">
          {say.licenceLink}
        </a>
        . {say.api}: <a href="/api/v1/transparency">/api/v1/transparency</a>.
      </p>
    </section>
  );
}

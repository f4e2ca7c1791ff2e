import type { ComponentChildren } from "preact";
import { cents, sumCents } from "#domain/kernel/money.ts";
import { euroParts, type MonthFigures, shareOf } from "#domain/network/figures.ts";
import { firstDayOf } from "#domain/network/month.ts";
import { type Chart, EURO_PARTS } from "#domain/network/public-charts.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { Bars } from "#frontend/ui/bars.tsx";
import { EuroBar } from "#frontend/ui/euro-bar.tsx";
import { ChartTable } from "./chart-table.tsx";
import type { TransparencyFacts } from "./transparency-facts.ts";

interface TransparencyProps {
  readonly t: Texts;
  readonly facts: TransparencyFacts;
}

interface ChartProps extends TransparencyProps {
  readonly chart: Chart;
  readonly title?: { readonly title: string; readonly what: string };
  readonly children: ComponentChildren;
}

/** A chart with its name, its table and its files. */
function ChartOf({ t, facts, chart, title, children }: ChartProps) {
  const say = t.transparency;
  const words = title ?? say.charts[chart];
  const file = facts.files.find((one) => one.chart === chart);
  return (
    <section data-side="accounts" aria-labelledby={chart}>
      <div class="head">
        <h2 id={chart}>{words.title}</h2>
        <p>{words.what}</p>
      </div>
      {children}
      <details class="fold">
        <summary data-act={`table-${chart}`}>{say.inTable}</summary>
        <div class="scroll">
          <ChartTable t={t} chart={chart} figures={facts} />
        </div>
      </details>
      {file === undefined ? null : (
        <p class="row small">
          <a href={file.csv} data-act={`csv-${chart}`} download>
            <span class="hidden">{say.download(words.title, say.csv)}</span>
            <span aria-hidden="true">{say.csv}</span>
          </a>
          <a href={file.json} data-act={`json-${chart}`}>
            <span class="hidden">{say.download(words.title, say.json)}</span>
            <span aria-hidden="true">{say.json}</span>
          </a>
        </p>
      )}
    </section>
  );
}

type MonthChart = Exclude<Chart, "euro" | "producers">;

/** What stands on each month, and in which paints. */
const SERIES: Readonly<
  Record<MonthChart, readonly { readonly fill: number; of(m: MonthFigures): number | null }[]>
> = {
  turnover: [{ fill: 1, of: (one) => one.goodsCents }],
  "network-income": [
    { fill: 2, of: (one) => one.networkFeeCents },
    { fill: 3, of: (one) => (one.isHomeCut ? null : one.deliveryCents) },
  ],
  buyers: [{ fill: 5, of: (one) => one.buyers }],
  deliveries: [
    { fill: 1, of: (one) => (one.isHomeCut ? one.orders : one.orders - one.homeOrders) },
    { fill: 6, of: (one) => (one.isHomeCut ? null : one.homeOrders) },
  ],
};

const LEGENDS: Readonly<
  Partial<Record<MonthChart, readonly (keyof Texts["transparency"]["columns"])[]>>
> = {
  "network-income": ["networkFeeCents", "deliveryCents"],
  deliveries: ["pickupOrders", "homeOrders"],
};

/** A chart of bars, a month beside the other. */
export function Months({ t, facts, chart }: TransparencyProps & { readonly chart: MonthChart }) {
  const say = t.transparency;
  const series = SERIES[chart];
  const isMoney = chart === "turnover" || chart === "network-income";
  const write = (value: number) => (isMoney ? t.format.money(cents(value)) : t.format.count(value));
  const steps = facts.months.map((one) => ({
    label: t.format.shortMonth(firstDayOf(one.month)),
    values: series.map((each) => each.of(one)),
  }));
  const totals = steps.map(({ values }) => values.reduce<number>((sum, v) => sum + (v ?? 0), 0));
  const most = Math.max(...totals);
  const highest = facts.months[totals.indexOf(most)];
  const { title } = say.charts[chart];
  const label =
    highest === undefined || most === 0
      ? say.silent(title)
      : say.highest(title, t.format.month(firstDayOf(highest.month)), write(most));
  return (
    <ChartOf t={t} facts={facts} chart={chart}>
      <Bars label={label} steps={steps} fills={series.map(({ fill }) => fill)} write={write} />
      <Legend t={t} chart={chart} />
    </ChartOf>
  );
}

function Legend({ t, chart }: { readonly t: Texts; readonly chart: MonthChart }) {
  const columns = LEGENDS[chart];
  if (columns === undefined) return null;
  return (
    <p class="row small">
      {columns.map((column, at) => (
        <span>
          <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
            <rect class={`f${SERIES[chart][at]?.fill ?? 1}`} width="10" height="10" />
          </svg>
          {t.transparency.columns[column]}
        </span>
      ))}
    </p>
  );
}

/** All that was paid, divided. */
export function Euro({ t, facts }: TransparencyProps) {
  const say = t.transparency;
  const parts = euroParts(facts.months);
  const amounts = {
    producers: parts.producersCents,
    vat: parts.vatCents,
    network: parts.networkCents,
    delivery: parts.deliveryCents,
  };
  const shown = EURO_PARTS.map((part) => ({ label: say.parts[part], amount: amounts[part] }));
  return (
    <ChartOf t={t} facts={facts} chart="euro">
      <EuroBar
        t={t}
        caption={say.charts.euro.title}
        parts={shown.filter(({ amount }) => amount > 0)}
      />
    </ChartOf>
  );
}

/** A bar a producer, by its share; where they are not told apart, the one sum of all. */
export function Producers({ t, facts }: TransparencyProps) {
  const say = t.transparency;
  const whole = sumCents(facts.producers.map(({ goodsCents }) => goodsCents));
  const words = facts.hasNames ? {} : { title: say.producersTogether };
  return (
    <ChartOf t={t} facts={facts} chart="producers" {...words}>
      <ul class="ranking">
        {facts.producers.map(({ name, goodsCents }) => {
          const share = shareOf(goodsCents, whole);
          return (
            <li>
              <span>{name ?? say.together}</span>
              <span class="n">
                {t.format.money(goodsCents)} <span class="small">{t.format.percent(share)}</span>
              </span>
              <svg aria-hidden="true">
                <rect class={name === null ? "f4" : "f1"} width={`${share / 100}%`} height="100%" />
              </svg>
            </li>
          );
        })}
      </ul>
    </ChartOf>
  );
}

import type { VNode } from "preact";
import { cents } from "#domain/kernel/money.ts";
import { FEWEST_BUYERS } from "#domain/network/figures.ts";
import { firstDayOf, month } from "#domain/network/month.ts";
import {
  type Cell,
  type Chart,
  CHART_COLUMNS,
  type ChartColumn,
  chartRows,
  EURO_PARTS,
  type PublicFigures,
} from "#domain/network/public-charts.ts";
import type { Texts } from "#frontend/texts/texts.ts";

interface ChartTableProps {
  readonly t: Texts;
  readonly chart: Chart;
  readonly figures: PublicFigures;
}

/** The figures of a chart as a table: the very rows of its files. */
export function ChartTable({ t, chart, figures }: ChartTableProps): VNode {
  const say = t.transparency;
  const [first, ...others]: readonly ChartColumn[] = CHART_COLUMNS[chart];
  return (
    <table class="table">
      <caption class="hidden">{say.charts[chart].title}</caption>
      <thead>
        <tr>
          {[first, ...others].map((column, at) => (
            <th scope="col" class={at === 0 ? undefined : "n"}>
              {column === undefined ? null : say.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {chartRows(chart, figures).map((row) => (
          <tr>
            <th scope="row">
              {first === undefined ? null : written(t, first, row[first] ?? null)}
            </th>
            {others.map((column) => (
              <td class="n">{written(t, column, row[column] ?? null)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function written(t: Texts, column: ChartColumn, value: Cell): string {
  const say = t.transparency;
  if (column === "producer") return value === null ? say.together : String(value);
  if (value === null) return say.few;
  if (column === "month") return monthWords(t, String(value));
  if (column === "part") return say.parts[EURO_PARTS.find((part) => part === value) ?? "network"];
  const amount = Number(value);
  return /cents$/i.test(column) ? t.format.money(cents(amount)) : t.format.count(amount);
}

/** Short, so that the table stands on a phone: `giu 2026`. */
function monthWords(t: Texts, text: string): string {
  return `${t.format.shortMonth(firstDayOf(month(text)))} ${text.slice(0, 4)}`;
}

/** What «few» means in a table. */
export function fewestWords(t: Texts): string {
  return t.format.count(FEWEST_BUYERS);
}

import type { VNode } from "preact";
import type { Cents } from "#domain/kernel/money.ts";
import { sumCents } from "#domain/kernel/money.ts";
import { basisPoints } from "#domain/kernel/quantity.ts";
import type { Texts } from "#frontend/texts/texts.ts";

/** One part of a sum and who gets it. */
export interface SplitPart {
  readonly label: string;
  /** Why, or when: one short line. */
  readonly note?: string;
  readonly amount: Cents;
}

interface EuroBarProps {
  readonly t: Texts;
  /** What is divided, for those who hear the page: «Dove vanno 9,90 €». */
  readonly caption: string;
  /** At most six, none negative. */
  readonly parts: readonly SplitPart[];
}

/** A sum divided: one bar, and the table of the same figures with a swatch at each row. */
export function EuroBar({ t, caption, parts }: EuroBarProps): VNode {
  const total = sumCents(parts.map(({ amount }) => amount));
  return (
    <div class="split">
      <svg aria-hidden="true">
        {spansOf(parts).map(({ x, width }, index) => (
          <rect class={`f${index + 1}`} x={`${x}%`} width={`${width}%`} height="100%" />
        ))}
      </svg>
      <table class="table">
        <caption class="hidden">{caption}</caption>
        <thead class="hidden">
          <tr>
            <th scope="col">{t.shop.split.part}</th>
            <th scope="col">{t.shop.split.share}</th>
            <th scope="col">{t.shop.split.amount}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part, index) => (
            <Row t={t} part={part} total={total} fill={index + 1} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t.shop.split.total}
            </th>
            <td class="n">{t.format.money(total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface RowProps {
  readonly t: Texts;
  readonly part: SplitPart;
  readonly total: Cents;
  readonly fill: number;
}

function Row({ t, part, total, fill }: RowProps) {
  const tenths = total === 0 ? 0 : Math.round((part.amount / total) * 1000);
  return (
    <tr>
      <th scope="row">
        <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
          <rect class={`f${fill}`} width="10" height="10" />
        </svg>
        {part.label}
        {part.note === undefined ? null : <span class="small">{part.note}</span>}
      </th>
      <td class="n small">{t.format.percent(basisPoints(tenths * 10))}</td>
      <td class="n figure">{t.format.money(part.amount)}</td>
    </tr>
  );
}

/** Where each part begins and how wide it is, in hundredths of a percent: no gap, no overlap. */
function spansOf(parts: readonly SplitPart[]) {
  const total = sumCents(parts.map(({ amount }) => amount));
  const mark = (upTo: number): number =>
    total === 0 ? 0 : Math.round((sumCents(parts.slice(0, upTo).map(amountOf)) / total) * 10_000);
  return parts.map((_, index) => {
    const start = mark(index);
    return { x: start / 100, width: (mark(index + 1) - start) / 100 };
  });
}

function amountOf({ amount }: SplitPart): Cents {
  return amount;
}

import type { ComponentChildren, VNode } from "preact";
import type { Cents } from "#domain/kernel/money.ts";
import type { Texts } from "#frontend/texts/texts.ts";

/** One line of a sum. */
export interface SumLine {
  readonly label: string;
  readonly amount: Cents;
  /** The total is large; what only explains it is small. */
  readonly weight?: "total" | "minor";
  /** Where the amount follows what a script changes: what it goes by, unique in the page. */
  readonly live?: string;
}

interface SumsProps {
  readonly t: Texts;
  readonly lines: readonly SumLine[];
}

interface ReceiptProps extends SumsProps {
  /** Names the region; unique in the page. */
  readonly id: string;
  readonly title: string;
  /** The one act that follows from the sum. */
  readonly children?: ComponentChildren;
}

/** A weigh-house receipt: a title, a sum, and what to do next. */
export function Receipt({ t, id, title, lines, children }: ReceiptProps): VNode {
  return (
    <section class="receipt" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Sums t={t} lines={lines} />
      {children}
    </section>
  );
}

/** A list of amounts, each with what it is for. */
export function Sums({ t, lines }: SumsProps): VNode {
  return (
    <dl class="sums">
      {lines.map(({ label, amount, weight, live }) => (
        <div {...(weight === undefined ? {} : { class: weight })}>
          <dt>{label}</dt>
          <dd {...(live === undefined ? {} : { "data-live": live })}>{t.format.money(amount)}</dd>
        </div>
      ))}
    </dl>
  );
}

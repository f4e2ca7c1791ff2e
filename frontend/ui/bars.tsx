import type { VNode } from "preact";

/** One step along the foot of a chart: a month, with what stands on it, in the series' order. */
export interface BarStep {
  readonly label: string;
  /** Not negative; null where nothing is told. */
  readonly values: readonly (number | null)[];
}

interface BarsProps {
  /** The chart in a sentence, for who cannot see it. A table of the same figures stands beside. */
  readonly label: string;
  readonly steps: readonly BarStep[];
  /** Which paints the series have, first to last: `f1` to `f6`. */
  readonly fills: readonly number[];
  readonly write: (value: number) => string;
}

/** Where the bars end and where they stand, in percent of the chart's height. */
const TOP = 12;
const FOOT = 84;

/**
 * Bars over steps that follow each other, one series upon the other. Everything is in percent, so
 * that it is as wide as its page and its words keep their size.
 */
export function Bars({ label, steps, fills, write }: BarsProps): VNode {
  const scale = scaleFor(Math.max(0, ...steps.map(({ values }) => total(values))));
  const wide = 100 / steps.length;
  return (
    <figure>
      <figcaption class="hidden">{label}</figcaption>
      <svg class="bars" aria-hidden="true">
        {[scale / 2, scale].map((mark) => (
          <line class="grid" x2="100%" {...rule(height(mark, scale))} />
        ))}
        {steps.map(({ label: name, values }, at) => (
          <>
            {piled(values, scale).map(({ from, to }, series) => (
              <rect
                class={`f${fills[series] ?? 1}`}
                x={percent(wide * (at + 0.18))}
                width={percent(wide * 0.64)}
                y={percent(to)}
                height={percent(from - to)}
              />
            ))}
            <text class="step" x={percent(wide * (at + 0.5))} y="97%">
              {name}
            </text>
          </>
        ))}
        <line class="foot" x2="100%" {...rule(FOOT)} />
        {[scale / 2, scale].map((mark) => (
          <text class="mark" x="0" y={percent(height(mark, scale))} dy="-4">
            {write(mark)}
          </text>
        ))}
      </svg>
    </figure>
  );
}

/** The smallest of 2, 4, 10, 20, 40, 100 … that is not below: its half is round as well. */
export function scaleFor(most: number): number {
  let ten = 1;
  for (;;) {
    const fit = [2, 4, 10].map((one) => one * ten).find((one) => one >= most);
    if (fit !== undefined) return fit;
    ten *= 10;
  }
}

function total(values: BarStep["values"]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** Where a value's height is, from above. */
function height(value: number, scale: number): number {
  return FOOT - ((FOOT - TOP) * value) / scale;
}

function piled(values: BarStep["values"], scale: number) {
  return values.map((_, at) => ({
    from: height(total(values.slice(0, at)), scale),
    to: height(total(values.slice(0, at + 1)), scale),
  }));
}

function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}

function rule(at: number) {
  return { y1: percent(at), y2: percent(at) };
}

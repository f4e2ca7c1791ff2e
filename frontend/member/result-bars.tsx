import type { VNode } from "preact";

/** A line of figures with its bar. */
export interface BarRow {
  readonly label: string;
  /** For the bar: in proportion to the longest. */
  readonly size: number;
  readonly figure: string;
  readonly fill: string;
  readonly note?: string;
}

interface BarTableProps {
  readonly caption: string;
  readonly head: readonly [what: string, figure: string];
  readonly rows: readonly BarRow[];
  readonly foot?: readonly [label: string, figure: string];
}

/** Figures with a bar each; the bar says nothing that the figure does not. */
export function BarTable({ caption, head, rows, foot }: BarTableProps): VNode {
  const longest = Math.max(1, ...rows.map(({ size }) => size));
  const bar = (size: number) => `${Math.round((size / longest) * 10_000) / 100}%`;
  return (
    <table class="table tally">
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head[0]}</th>
          <th scope="col" class="n">
            {head[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, size, figure, fill, note }) => (
          <tr>
            <th scope="row">
              <span>
                {label}
                {note === undefined ? null : <span class="tag">{note}</span>}
              </span>
              <svg aria-hidden="true">
                <rect
                  class={fill === "hatch" ? "" : fill}
                  fill={fill === "hatch" ? "url(#hatch)" : undefined}
                  width={bar(size)}
                  height="20"
                />
              </svg>
            </th>
            <td class="n">{figure}</td>
          </tr>
        ))}
      </tbody>
      {foot === undefined ? null : (
        <tfoot>
          <tr>
            <th scope="row">{foot[0]}</th>
            <td class="n">{foot[1]}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

import { encode } from "uqr";
import type { VNode } from "preact";

/** Light around the code, in modules, as ISO/IEC 18004 asks of it. */
const QUIET = 4;

interface DrawnCodeProps {
  readonly text: string;
  /** What it is, for who does not see it. */
  readonly label: string;
}

/**
 * A text as a QR code for a camera. It is dark on white whatever the page's colours: cameras do
 * not all read it the other way round. The text itself belongs beside it.
 */
export function DrawnCode({ text, label }: DrawnCodeProps): VNode {
  const { size, data } = encode(text, { ecc: "M", border: QUIET });
  return (
    <svg
      aria-labelledby="drawn-code"
      viewBox={`0 0 ${size} ${size}`}
      width="264"
      height="264"
      shape-rendering="crispEdges"
    >
      <title id="drawn-code">{label}</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={strokesOf(data)} fill="#000" />
    </svg>
  );
}

/** Each run of dark modules in a row as one rectangle. */
function strokesOf(data: readonly (readonly boolean[])[]): string {
  return data
    .flatMap((row, y) =>
      row.map((isDark, x) => {
        if (!isDark || row[x - 1] === true) return "";
        const end = row.findIndex((next, at) => at > x && !next);
        return `M${x} ${y}h${end - x}v1H${x}z`;
      }),
    )
    .join("");
}

import type { VariantId } from "#domain/kernel/ids.ts";
import { type Milli, milli } from "#domain/kernel/quantity.ts";

/**
 * A basket as a link: which products and how much of each, and not a word of whose it is. Nothing
 * is stored, so nothing expires; what is sold in another week is found again by its size.
 */
export interface SharedLine {
  /** The end of the variant's id: forty random bits tell ten thousand sizes apart. */
  readonly tail: string;
  readonly wanted: Milli;
  readonly tolerance: Milli;
}

const TAIL = 8;
/** What a browser's address, and a message, still carry well. */
const MOST_LINES = 60;
const LONGEST = 1200;
const PART = /^([0-9a-hjkmnp-tv-z]{8})\.([0-9a-z]{1,6})(?:\.([0-9a-z]{1,6}))?$/;

/** Lines as the end of an address: `k3f9p2xa.rs-7m4wq0zt.15o.rs`, quantities in base 36. */
export function sharedCode(
  lines: readonly {
    readonly variantId: VariantId;
    readonly wanted: Milli;
    readonly tolerance: Milli;
  }[],
): string {
  return lines
    .slice(0, MOST_LINES)
    .map(({ variantId, wanted, tolerance }) => {
      const more = tolerance === 0 ? "" : `.${tolerance.toString(36)}`;
      return `${tailOf(variantId)}.${wanted.toString(36)}${more}`;
    })
    .join("-");
}

/** By which end a variant is called in a link. */
export function tailOf(variantId: VariantId): string {
  return variantId.slice(-TAIL);
}

/** Reads a code; null when it is none. A product that comes twice is wanted as it came last. */
export function linesOfCode(code: string): readonly SharedLine[] | null {
  if (code.length > LONGEST) return null;
  const parts = code.split("-");
  if (parts.length > MOST_LINES) return null;
  const lines = new Map<string, SharedLine>();
  for (const part of parts) {
    const read = PART.exec(part);
    if (read === null) return null;
    const [, tail = "", wanted = "", tolerance = "0"] = read;
    const line = { tail, wanted: quantity(wanted), tolerance: quantity(tolerance) };
    if (line.wanted < 1 || line.wanted > MOST_MILLI || line.tolerance > MOST_MILLI) return null;
    lines.set(tail, line);
  }
  return [...lines.values()];
}

/** As much as a form may ask for. */
const MOST_MILLI = 1e8;

function quantity(text: string): Milli {
  return milli(Number.parseInt(text, 36));
}

import type { FrameFacts, ShopPage } from "#frontend/shop/frame.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import { sentence } from "#frontend/ui/week-bar.tsx";

/**
 * The tag of a page by what it is drawn from: the same facts, words and build draw the same page,
 * so that who has it already hears so before anything is drawn. All that was read is in it, stock
 * and meters too: a version beside the page could forget one of them. Null where something among
 * the facts cannot be written down: then the page itself is its tag.
 */
export function tagOfFacts(
  t: Texts,
  frame: FrameFacts,
  page: ShopPage,
  version: string,
): string | null {
  const { now, ...around } = frame;
  const { cycle } = frame;
  const week =
    cycle === null
      ? null
      : [sentence(t, cycle, now), t.format.left(now, cycle.closesAt), t.format.date(now)];
  const text = written([version, t.lang, around, week, page]);
  return text === null ? null : `"${fingerprint(text)}"`;
}

/** Facts as text; null where some are no plain data. */
function written(facts: unknown): string | null {
  let isPlain = true;
  const text = JSON.stringify(facts, (key, value: unknown) => {
    // What a node is drawn by goes by its name; what Preact notes on a node is no fact.
    if (key === "type" && typeof value === "function") return value.name;
    if (key.startsWith("__") || isTexts(key, value)) return undefined;
    if (typeof value === "bigint") return String(value);
    if (typeof value === "function" || value instanceof Map || value instanceof Set) {
      isPlain = false;
    }
    return value;
  });
  return isPlain ? text : null;
}

/** The words of a language are all in the build: the language says which. */
function isTexts(key: string, value: unknown): boolean {
  return key === "t" && typeof value === "object" && value !== null && "format" in value;
}

/** 64 bits that tell one text from another (two FNV-1a sums). */
export function fingerprint(text: string): string {
  let one = 0x811c9dc5;
  let other = 0x01000193;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b) ^ (other >>> 13);
  }
  return ((one >>> 0).toString(36) + (other >>> 0).toString(36)).padStart(14, "0");
}

/**
 * oxlint's patterns know no look-ahead (one that has it is silently never matched), so "anything
 * but these" is spelled out: a trie of what is allowed, turned into the regex of its complement.
 */
interface Branch {
  readonly next: Map<string, Branch>;
  /** A specifier may end here. */
  ends: boolean;
  /** Whatever follows is allowed too. */
  opens: boolean;
}

/**
 * The regex that matches every import specifier which `allowed` does not cover.
 * "#domain/" covers all below, "hono" also "hono/client", "#market/app.ts" itself only,
 * "node:" every built-in module.
 */
export function notAmong(allowed: readonly string[]): string {
  const root = branch();
  for (const entry of allowed) {
    if (/[/:]$/.test(entry)) grow(root, entry).opens = true;
    else {
      const end = grow(root, entry);
      end.ends = true;
      if (isPackage(entry)) grow(end, "/").opens = true;
    }
  }
  return `^(${complement(root)})`;
}

function branch(): Branch {
  return { next: new Map(), ends: false, opens: false };
}

function grow(from: Branch, text: string): Branch {
  let at = from;
  for (const letter of text) {
    const next = at.next.get(letter) ?? branch();
    at.next.set(letter, next);
    at = next;
  }
  return at;
}

function isPackage(entry: string): boolean {
  return !/^[#.]/.test(entry);
}

function complement(at: Branch): string {
  const letters = [...at.next.keys()].toSorted();
  const ways = at.ends ? [] : ["$"];
  ways.push(letters.length > 0 ? `[^${letters.map(inClass).join("")}]` : ".");
  for (const letter of letters) {
    const next = at.next.get(letter);
    if (next !== undefined && !next.opens) ways.push(`${literal(letter)}(${complement(next)})`);
  }
  return ways.join("|");
}

const inClass = (letter: string): string => letter.replace(/[\]\\^-]/, "\\$&");
const literal = (letter: string): string => letter.replace(/[$()*+.?[\\\]^{|}]/, "\\$&");

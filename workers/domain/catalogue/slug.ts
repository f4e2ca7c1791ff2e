import type { Id } from "#domain/kernel/ids.ts";
import { fold } from "./fold.ts";

/** The longest part that a name gives to an address. */
const LONGEST = 60;

/** A name as it stands in an address: "Frutteto dell'Adige" is "frutteto-dell-adige". */
export function slugOf(name: string): string {
  const words = fold(name)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  return shortened(words) || "senza-nome";
}

/**
 * What a thing may be called in an address, best first: its name; its name and what tells it from
 * others of that name (its producer's address, its town's); its name and the random end of its id.
 */
export function slugCandidates(thing: {
  readonly name: string;
  readonly distinctSlug: string;
  readonly id: Id<string>;
}): readonly string[] {
  const base = slugOf(thing.name);
  return [base, `${base}-${thing.distinctSlug}`, `${base}-${thing.id.slice(-10)}`];
}

/** The first candidate that nobody has; the last one when all are taken. */
export function freeSlug(candidates: readonly string[], taken: readonly string[]): string {
  return candidates.find((candidate) => !taken.includes(candidate)) ?? candidates.at(-1) ?? "";
}

function shortened(words: string): string {
  if (words.length <= LONGEST) return words;
  const cut = words.slice(0, LONGEST + 1);
  const end = cut.lastIndexOf("-");
  return end > 0 ? cut.slice(0, end) : words.slice(0, LONGEST);
}

import type { Canonical } from "#domain/kernel/digest.ts";

/**
 * Where two values differ first, as a path: "count.stages.2.votes.0". Keys are looked at in their
 * order, lists from the front; null where the two are the same.
 */
export function firstDifference(one: Canonical, other: Canonical, path = ""): string | null {
  if (!isNested(one) || !isNested(other) || Array.isArray(one) !== Array.isArray(other)) {
    return one === other ? null : path;
  }
  const [left, right] = [partsOf(one), partsOf(other)];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const inside = path === "" ? key : `${path}.${key}`;
    const [mine, yours] = [left.get(key), right.get(key)];
    if (mine === undefined || yours === undefined) return inside;
    const found = firstDifference(mine, yours, inside);
    if (found !== null) return found;
  }
  return null;
}

type Nested = readonly Canonical[] | { readonly [key: string]: Canonical };

function isNested(value: Canonical): value is Nested {
  return typeof value === "object" && value !== null;
}

function partsOf(value: Nested): ReadonlyMap<string, Canonical> {
  return new Map(Object.entries(value));
}

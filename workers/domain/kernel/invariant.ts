/** A broken invariant is a bug, never an answer: it must reach the log, not a person. */
export class BrokenInvariant extends Error {
  override readonly name = "BrokenInvariant";
}

/**
 * States what always holds; a function says it only where it does not, for checks of every cell.
 * @throws BrokenInvariant when it does not.
 */
export function invariant(
  condition: boolean,
  statement: string | (() => string),
): asserts condition {
  if (condition) return;
  const said = typeof statement === "string" ? statement : statement();
  throw new BrokenInvariant(`does not hold: ${said}`);
}

/** Marks a branch that the types already exclude, so that a new case fails to compile. */
export function unreachable(value: never): never {
  throw new BrokenInvariant(`unreachable: ${JSON.stringify(value)}`);
}

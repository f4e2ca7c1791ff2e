/** A broken invariant is a bug, never an answer: it must reach the log, not a person. */
export class BrokenInvariant extends Error {
  override readonly name = "BrokenInvariant";
}

/**
 * States what always holds.
 * @throws BrokenInvariant when it does not.
 */
export function invariant(condition: boolean, statement: string): asserts condition {
  if (!condition) throw new BrokenInvariant(`does not hold: ${statement}`);
}

/** Marks a branch that the types already exclude, so that a new case fails to compile. */
export function unreachable(value: never): never {
  throw new BrokenInvariant(`unreachable: ${JSON.stringify(value)}`);
}

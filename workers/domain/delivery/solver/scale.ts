/** Later than any instant of a plan. A departure and the longest arc still add up in 32 bits. */
export const NEVER = 1_000_000_000;

/** What a forbidden arc takes: it arrives after NEVER from wherever it begins. */
export const FORBIDDEN = NEVER + 1;

/** A departure that cannot be: nothing may be added to it. */
export const IMPOSSIBLE = 2_000_000_000;

/** An instant as the solver counts it, from the origin of its problem. */
export function relative(instant: number, origin: number): number {
  return Math.max(-NEVER, Math.min(NEVER, instant - origin));
}

/** A limit of travel or distance that does not bind. */
export const UNLIMITED: number = Number.MAX_SAFE_INTEGER;

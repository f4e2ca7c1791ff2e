/** An entry by its name ("ballot 17"), and what is wrong with it. */
export interface Fault {
  readonly entry: string;
  readonly fault: string;
}

/** The first fault that a check finds among entries, which are counted from 1. */
export function firstFault<T>(
  entries: readonly T[],
  name: string,
  check: (entry: T, index: number) => string | null,
): Fault | null {
  for (const [index, entry] of entries.entries()) {
    const fault = check(entry, index);
    if (fault !== null) return { entry: `${name} ${index + 1}`, fault };
  }
  return null;
}

export const OTHER_DIGEST = "does not say what its digest says";

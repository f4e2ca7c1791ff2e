/** What can be told of a round on the day. */
export type RoundEventKind = "done" | "failed" | "loaded" | "late" | "out";

/**
 * Why a stop was tried in vain: nobody opened, nobody lives there by that name, the place was
 * closed, a crate was missing, something was spoilt, or what no word here says.
 */
export const FAILURES = ["nobody", "address", "closed", "missing", "damaged", "other"] as const;
export type Failure = (typeof FAILURES)[number];

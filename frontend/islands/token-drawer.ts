import type { Box } from "#domain/governance/ballots/ballot.ts";
import type { BlindToken } from "#domain/governance/ballots/token.ts";
import type { BlindedTracker } from "./blind-token.ts";

/** What this browser keeps of somebody's blind vote, from the asking to the receipt. */
export type Kept =
  /** Asked for, under a key that makes the same request of a second one. */
  | ({ readonly state: "asked"; readonly key: string } & BlindedTracker)
  | { readonly state: "held"; readonly tracker: string; readonly token: BlindToken }
  | { readonly state: "cast"; readonly tracker: string };

function nameOf({ proposalId, callNumber }: Box, memberId: string): string {
  return `blind-vote:${proposalId}:${callNumber}:${memberId}`;
}

/** What is kept of a member's vote; null where nothing is, or it is none of ours. */
export function keptOf(box: Box, memberId: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(nameOf(box, memberId)) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}

/**
 * Keeps it, so that a page that is loaded again does not lose a vote.
 * @throws where the browser keeps nothing: then no token is asked for
 */
export function keep(box: Box, memberId: string, kept: Kept): void {
  localStorage.setItem(nameOf(box, memberId), JSON.stringify(kept));
}

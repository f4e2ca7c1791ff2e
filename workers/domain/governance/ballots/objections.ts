import { countingBallots } from "#domain/governance/electorate/proxies.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { OpenBallot } from "./ballot.ts";

/** A reasoned objection in a vote by consent, as its ballot raised it. */
export interface Objection {
  readonly tracker: string;
  readonly member: string;
  readonly by: string;
  readonly reason: string;
  readonly raisedAt: Instant;
  /** It stands in the way, until another ballot of the member takes it back. */
  readonly state: "standing" | "taken-back";
}

/**
 * The objections among open ballots, in the order in which they were raised. An objection is never
 * deleted: who has no more of one casts another ballot.
 * @param ballots all of the members who objected
 */
export function objectionsAmong(
  ballots: readonly (OpenBallot & { readonly castAt: Instant })[],
  ownBeatsProxy: boolean,
): readonly Objection[] {
  const inOrder = ballots.toSorted((one, other) => one.number - other.number);
  const counting = new Set(countingBallots(inOrder, ownBeatsProxy).map(({ tracker }) => tracker));
  return inOrder.flatMap(({ tracker, member, by, choice, castAt: raisedAt }) => {
    if (!("reason" in choice)) return [];
    const state = counting.has(tracker) ? "standing" : "taken-back";
    return [{ tracker, member, by, reason: choice.reason, raisedAt, state }];
  });
}

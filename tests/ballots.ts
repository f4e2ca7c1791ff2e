import { fraction } from "#domain/governance/counting/fraction.ts";
import type { Ballot, OpenBallot } from "#domain/governance/ballots/ballot.ts";
import type { CallToCount, VoteOption } from "#domain/governance/ballots/count-call.ts";
import type { Choice } from "#domain/governance/ballots/choice.ts";
import type { Elector } from "#domain/governance/ballots/counting-box.ts";
import type { Policy } from "#domain/governance/policy/policy.ts";
import { aPolicy, aRule } from "./policies.ts";

/** Members of the cast of counts, by name. */
export const NAMES = [
  "ada",
  "bruno",
  "carla",
  "dino",
  "elsa",
  "franca",
  "gino",
  "ida",
  "livio",
  "mara",
] as const;

/** Somebody who may vote, with one vote. */
export function anElector(memberId: string, change: Partial<Elector> = {}): Elector {
  const one = { class: "consumer", basis: "head", weight: fraction(1), reason: "" } as const;
  return { memberId, ...one, ...change };
}

/** What somebody cast for themselves; the number is the place in the box. */
export function cast(
  member: string,
  choice: Choice,
  change: Partial<OpenBallot> = {},
): Omit<OpenBallot, "number"> & { readonly number?: number } {
  return { tracker: `of-${member}`, member, by: member, nth: 1, choice, ...change };
}

/** A call among the ten, with the ballots in the order in which they were cast. */
export function aCall({
  policy = {},
  ballots,
  options = [],
  ...change
}: {
  readonly policy?: Partial<Policy>;
  readonly ballots: readonly (Ballot | ReturnType<typeof cast>)[];
  readonly options?: readonly (VoteOption | string)[];
} & Partial<Omit<CallToCount, "policy" | "ballots" | "options">>): CallToCount {
  return {
    policy: aPolicy({ calls: [aRule(), aRule({ quorum: fraction(0) })], ...policy }),
    round: 1,
    electorate: NAMES.map((name) => anElector(name)),
    proxies: [],
    seed: "0".repeat(64),
    options: options.map((one) => (typeof one === "string" ? { code: one } : one)),
    ballots: ballots.map((one, at) => ("member" in one ? { number: at + 1, ...one } : one)),
    ...change,
  };
}

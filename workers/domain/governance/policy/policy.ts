import type { MajorityRule } from "#domain/governance/counting/majority.ts";
import type { College, EmptyCollege } from "#domain/governance/weights/colleges.ts";

/** How ballots are filled in and counted. */
export const METHODS = [
  "majority",
  "consent",
  "approval",
  "score",
  "irv",
  "scottish",
  "wigm",
  "meek",
  "schulze",
  "debian",
  "equal-shares",
] as const;
export type Method = (typeof METHODS)[number];

/** Who can find out what somebody voted, from everybody to nobody who keeps no logs. */
export type Secrecy = "open" | "detached" | "blind";

/** How many votes a member has. */
export type Votes =
  /** One each, whatever the capital (art. 2538 c.2 c.c.). */
  | { readonly kind: "heads" }
  /** Legal persons up to `most`, by capital or by number of their members (art. 2538 c.3). */
  | { readonly kind: "legal-persons"; readonly most: number }
  /** Businesses by the exchange they had, within the caps of art. 2538 c.4. */
  | { readonly kind: "exchange" }
  /** Classes that weigh together (SCIC). */
  | {
      readonly kind: "colleges";
      readonly colleges: readonly College[];
      readonly empty: EmptyCollege;
    };

/**
 * How something is decided. A policy is data: it has versions like any rule, and a proposal keeps
 * the version that it was noticed under.
 */
export interface Policy {
  readonly code: string;
  /** Whose vote it is: of all members, or of those of them who are directors. */
  readonly electors: "members" | "board";
  readonly method: Method;
  /** Places that the vote fills; 1 where it decides one thing. */
  readonly seats: number;
  /** What passes at each call; a second call has its own quorum, usually a lower one. */
  readonly calls: readonly [MajorityRule] | readonly [MajorityRule, MajorityRule];
  readonly votes: Votes;
  /** Days in the members' book before the vote opens. */
  readonly daysEnrolled: number;
  /** How many members one may stand for; 0 where there are no proxies. */
  readonly mostProxies: number;
  readonly secrecy: Secrecy;
  /** Until the close somebody may vote again, and the last ballot counts. */
  readonly mayRevote: boolean;
  /** Who gave a proxy may vote after all, and that ballot counts instead. */
  readonly ownBeatsProxy: boolean;
  /** Members that must put their name to an idea before it is discussed. */
  readonly endorsements: number;
  readonly times: PolicyTimes;
}

/** Lengths of the parts of a proposal's life, in whole days, the extension in hours. */
export interface PolicyTimes {
  readonly discussion: number;
  /** From the notice, with text and electorate frozen, to the opening. */
  readonly notice: number;
  readonly open: number;
  /** A quorum that is reached in the last so many hours extends the vote by as many, once. */
  readonly extensionHours: number;
  readonly beforeSecondCall: number;
  readonly challenge: number;
  /** From passing to taking effect. */
  readonly timelock: number;
  /** What is not executed so long after it could be expires. */
  readonly grace: number;
}

/** The parts of a proposal's life, in their order. */
export const POLICY_TIMES = [
  "discussion",
  "notice",
  "open",
  "extensionHours",
  "beforeSecondCall",
  "challenge",
  "timelock",
  "grace",
] as const satisfies readonly (keyof PolicyTimes)[];

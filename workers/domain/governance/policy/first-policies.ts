import { fraction } from "#domain/governance/counting/fraction.ts";
import type { MajorityRule } from "#domain/governance/counting/majority.ts";
import type { Policy, PolicyTimes } from "./policy.ts";

/** More than half of those who are present or represented (art. 2368 c.1 c.c.). */
const MORE_THAN_HALF = { share: fraction(1, 2), base: "present", isStrict: true } as const;
/** Two thirds of them. */
const TWO_THIRDS = { share: fraction(2, 3), base: "present", isStrict: false } as const;

function of(num: number, den: number): NonNullable<MajorityRule["quorum"]> {
  return { share: fraction(num, den), of: "present", isStrict: false };
}

const TIMES: PolicyTimes = {
  discussion: 7,
  notice: 8,
  open: 5,
  extensionHours: 24,
  beforeSecondCall: 1,
  challenge: 5,
  timelock: 0,
  grace: 60,
};

const ORDINARY: Policy = {
  code: "ordinary",
  electors: "members",
  method: "majority",
  seats: 1,
  calls: [
    { quorum: of(1, 2), threshold: MORE_THAN_HALF },
    { quorum: null, threshold: MORE_THAN_HALF },
  ],
  votes: { kind: "heads" },
  daysEnrolled: 90,
  mostProxies: 3,
  secrecy: "open",
  mayRevote: true,
  ownBeatsProxy: true,
  endorsements: 3,
  times: TIMES,
};

/** Secret, so that the first ballot is final and nobody's own beats that of who stands for them. */
const ELECTION: Policy = {
  ...ORDINARY,
  code: "board-election",
  method: "scottish",
  seats: 5,
  secrecy: "detached",
  mayRevote: false,
  ownBeatsProxy: false,
};

/**
 * The policies that a network begins with, as Italian statutes have them: they may be changed by a
 * proposal under "statute", within the law.
 *
 * - ordinary: the ordinary assembly; half of the members at the first call, any number at the
 *   second (art. 2368 and 2369 c.c.);
 * - statute: the extraordinary one, for the statute and for these policies; two thirds;
 * - rules: what binds those who sell here, who hear of it fifteen days before;
 * - board-election, contested-election: by transferable vote, in secret; the second with tokens
 *   that not even who keeps the machine can join to a member;
 * - board-consent: what the directors decide among themselves, while nobody objects with a reason;
 * - budget: projects for a sum, by Equal Shares.
 */
export const FIRST_POLICIES: readonly Policy[] = [
  ORDINARY,
  {
    ...ORDINARY,
    code: "statute",
    calls: [
      { quorum: of(1, 2), threshold: TWO_THIRDS },
      { quorum: of(1, 3), threshold: TWO_THIRDS },
    ],
    endorsements: 5,
    times: { ...TIMES, discussion: 14, notice: 15, open: 7, timelock: 15 },
  },
  {
    ...ORDINARY,
    code: "rules",
    calls: [
      { quorum: of(1, 3), threshold: MORE_THAN_HALF },
      { quorum: of(1, 10), threshold: MORE_THAN_HALF },
    ],
    times: { ...TIMES, timelock: 15 },
  },
  ELECTION,
  { ...ELECTION, code: "contested-election", secrecy: "blind" },
  {
    ...ORDINARY,
    code: "board-consent",
    electors: "board",
    method: "consent",
    calls: [{ quorum: of(1, 2), threshold: MORE_THAN_HALF }],
    mostProxies: 0,
    endorsements: 0,
    times: { ...TIMES, discussion: 0, notice: 3, open: 2, extensionHours: 0, challenge: 3 },
  },
  {
    ...ORDINARY,
    code: "budget",
    method: "equal-shares",
    calls: [{ quorum: of(1, 10), threshold: MORE_THAN_HALF }],
    endorsements: 1,
  },
];

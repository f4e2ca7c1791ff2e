import { type Fraction, fraction } from "#domain/governance/counting/fraction.ts";
import type { MajorityRule } from "#domain/governance/counting/majority.ts";
import type { Policy } from "#domain/governance/policy/policy.ts";

/** More than half of those present, with a third of the electorate there. */
export function aRule({
  quorum = fraction(1, 3),
  share = fraction(1, 2),
  isStrict = true,
}: { quorum?: Fraction; share?: Fraction; isStrict?: boolean } = {}): MajorityRule {
  return {
    quorum: { share: quorum, of: "present", isStrict: false },
    threshold: { share, base: "present", isStrict },
  };
}

/** One head one vote, openly, for rules that touch producers. */
export function aPolicy(change: Partial<Policy> = {}): Policy {
  return {
    code: "rules",
    electors: "members",
    method: "majority",
    seats: 1,
    calls: [aRule(), aRule({ quorum: fraction(0) })],
    votes: { kind: "heads" },
    daysEnrolled: 90,
    mostProxies: 3,
    secrecy: "open",
    mayRevote: true,
    ownBeatsProxy: true,
    endorsements: 3,
    times: {
      discussion: 7,
      notice: 8,
      open: 5,
      extensionHours: 24,
      beforeSecondCall: 1,
      challenge: 3,
      timelock: 15,
      grace: 30,
    },
    ...change,
  };
}

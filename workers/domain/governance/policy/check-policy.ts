import { compare, type Fraction, fraction, NOTHING } from "#domain/governance/counting/fraction.ts";
import type { MajorityRule } from "#domain/governance/counting/majority.ts";
import type { PolicyRefusal } from "#domain/governance/refusals.ts";
import { faultOfColleges } from "#domain/governance/weights/colleges.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { isLawful, LEGAL_FLOORS, type LegalFloor } from "./legal-floors.ts";
import type { Method, Policy } from "./policy.ts";

/** What a policy may be used for: it decides which floors bind it. */
export interface PolicyUse {
  /** Its proposals change rules for those who sell here. */
  readonly touchesProducers: boolean;
}

/** Ways of counting that have no weights but heads, or none with fractions. */
const BY_HEADS: ReadonlySet<Method> = new Set([
  "consent",
  "scottish",
  "meek",
  "irv",
  "wigm",
  "schulze",
  "debian",
  "equal-shares",
]);

/**
 * A policy as it may be written: within the law, and possible at all. What cannot be is refused
 * here, when it is written, and never at the count.
 */
export function checkPolicy(policy: Policy, use: PolicyUse): Outcome<Policy, PolicyRefusal> {
  const impossible = impossibleIn(policy);
  if (impossible !== undefined) return refuse({ code: "policy-impossible", why: impossible });
  const broken = floorsOf(policy, use).find(([floor, value]) => !isLawful(floor, value));
  if (broken !== undefined) {
    const [{ key, article, ...bounds }] = broken;
    return refuse({ code: "below-legal-floor", key, article, ...bounds });
  }
  return accept(policy);
}

function floorsOf(policy: Policy, use: PolicyUse): readonly (readonly [LegalFloor, number])[] {
  const { votes, times } = policy;
  return [
    [LEGAL_FLOORS.daysEnrolled, policy.daysEnrolled],
    [LEGAL_FLOORS.proxies, policy.mostProxies],
    ...(votes.kind === "legal-persons"
      ? [[LEGAL_FLOORS.legalPersonVotes, votes.most] as const]
      : []),
    ...(use.touchesProducers ? [[LEGAL_FLOORS.producersTimelock, times.timelock] as const] : []),
  ];
}

/** Why no vote under this policy could be held, or believed. */
export type Impossible =
  | "revote-is-for-open-ballots"
  | "own-ballot-over-proxy-is-for-open-ballots"
  | "method-counts-heads"
  | "secret-weights-of-their-own"
  /** Tokens are all alike, and so is what they weigh (decision 017). */
  | "tokens-weigh-alike"
  | "seats"
  | "share"
  | "times"
  | "proxies"
  | "colleges";

function impossibleIn(policy: Policy): Impossible | undefined {
  const { votes, secrecy, method } = policy;
  if (secrecy !== "open" && policy.mayRevote) return "revote-is-for-open-ballots";
  if (secrecy !== "open" && policy.mostProxies > 0 && policy.ownBeatsProxy) {
    return "own-ballot-over-proxy-is-for-open-ballots";
  }
  // What somebody exchanged is theirs alone: their ballot would say whose it is.
  if (secrecy !== "open" && votes.kind === "exchange") return "secret-weights-of-their-own";
  if (secrecy === "blind" && votes.kind !== "heads") return "tokens-weigh-alike";
  if (votes.kind !== "heads" && BY_HEADS.has(method)) return "method-counts-heads";
  if (votes.kind === "colleges" && (method !== "majority" || hasFault(policy))) return "colleges";
  const isOne = method === "majority" || method === "consent";
  if (!isCount(policy.seats, 1) || (isOne && policy.seats !== 1)) return "seats";
  if (!isCount(policy.mostProxies, 0)) return "proxies";
  if (!policy.calls.every(isPossible)) return "share";
  const { times, endorsements, daysEnrolled } = policy;
  const lengths: readonly number[] = [
    ...Object.values<number>({ ...times }),
    endorsements,
    daysEnrolled,
  ];
  const isOpen = times.open > 0 && times.notice > 0;
  return isOpen && lengths.every((length) => isCount(length, 0)) ? undefined : "times";
}

function hasFault({ votes }: Policy): boolean {
  return votes.kind === "colleges" && faultOfColleges(votes.colleges) !== undefined;
}

function isCount(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}

/** A share of nothing passes always, one above all never; more than all is never passed. */
function isPossible({ quorum, threshold }: MajorityRule): boolean {
  const hasQuorum = quorum === null || isShare(quorum.share, quorum.isStrict);
  return hasQuorum && isShare(threshold.share, threshold.isStrict);
}

function isShare(share: Fraction, isStrict: boolean): boolean {
  const order = compare(share, fraction(1));
  return compare(share, NOTHING) >= 0 && (isStrict ? order < 0 : order <= 0);
}

import { DAY, type Instant, later } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { RuleRefusal } from "./refusals.ts";
import { lastForGood, type RuleDescriptor, type RuleVersion } from "./rule.ts";
import { STATUTE } from "./statute.ts";

/** How long an urgent deed counts that no vote has confirmed: a proposal fits into it. */
const URGENT_LIVES_MS = 60 * DAY;

/** What officers may do to the rules, as the rule `rules-by-officers` says it. */
export interface Standing {
  /** "until-first-vote", "urgently" or "never". */
  readonly byOfficers: string;
  /** Whether a vote of the members was ever counted. */
  readonly hasVoted: boolean;
}

/** How a decision of officers counts: for good, or for a while. */
export interface OfficersDeed {
  /** When it ends by itself; null for good. */
  readonly expiresAt: Instant | null;
}

/**
 * Whether officers may decide a rule without a vote, and for how long.
 *
 * While a network is founded they decide for its first members; from the first vote that was
 * counted on, rules are the members'. Then officers decide what cannot wait, for sixty days: unless
 * a vote confirms it the rule is again what it was, and they cannot decide it anew. The statute,
 * their own powers and the shares of the surplus they never touch; what an enterprise decides
 * for itself is not voted on.
 */
export function officersDeed(
  rule: RuleDescriptor,
  versions: readonly RuleVersion[],
  { byOfficers, hasVoted }: Standing,
  now: Instant,
): Outcome<OfficersDeed, RuleRefusal> {
  const { key, policy } = rule;
  if (policy === null) return accept({ expiresAt: null });
  const needsVote = refuse({ code: "rule-needs-vote", key, policy } as const);
  if (byOfficers === "until-first-vote" && !hasVoted) {
    const isWritten = key === STATUTE && versions.length > 0;
    return isWritten ? needsVote : accept({ expiresAt: null });
  }
  if (byOfficers === "never" || policy !== "rules") return needsVote;
  const urgent = versions.at(-1);
  if (urgent === undefined || lastForGood(versions) === urgent || urgent.expiresAt === null) {
    return accept({ expiresAt: later(now, URGENT_LIVES_MS) });
  }
  if (urgent.expiresAt <= now) {
    return refuse({ code: "rule-urgency-over", key, since: urgent.expiresAt });
  }
  return accept({ expiresAt: urgent.expiresAt });
}

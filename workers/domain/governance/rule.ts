import { type Canonical, digestOf, type Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { isLawful, LEGAL_FLOORS, type LegalFloor } from "./policy/legal-floors.ts";
import type { RuleRefusal } from "./refusals.ts";

/** What rules are about, as a reader looks for them. */
export type RuleArea =
  | "prices"
  | "payments"
  | "orders"
  | "problems"
  | "privacy"
  | "surplus"
  | "government"
  | "statute";

/** Whom a change of a rule concerns. Who sells here has to hear of it fifteen days before. */
export type Affected = "producers" | "buyers" | "members";

/** A rule that the network can change: what it measures, its bounds, and when it binds. */
export interface RuleDescriptor {
  readonly key: string;
  readonly area: RuleArea;
  readonly unit: "cents" | "basis-points" | "minutes" | "days" | "choice" | "text";
  readonly default: string;
  /** Bounds of a number, both included; of a text, in characters. */
  readonly least?: number;
  readonly most?: number;
  readonly choices?: readonly string[];
  /** What the law leaves open, by its name among `LEGAL_FLOORS`: no vote goes beyond it. */
  readonly legalFloor?: keyof typeof LEGAL_FLOORS;
  /** One value for the network, one for each enterprise, or one for each article. */
  readonly subject: "network" | "enterprise" | "article";
  /** The moment whose rule counts: what an order, a cycle or a financial year was promised. */
  readonly baseInstant: "placing" | "close" | "now" | "year";
  /** The policy by which members decide it; null where it is an enterprise's own. */
  readonly policy: "rules" | "statute" | null;
  /** Days between a vote that passed and its taking effect, at least. */
  readonly timelockDays: number;
  readonly affects: readonly Affected[];
}

/** A value a rule has had since an instant. Versions are only added, never changed. */
export interface RuleVersion {
  readonly key: string;
  readonly subject: string;
  readonly version: number;
  readonly value: string;
  readonly effectiveAt: Instant;
  /** From when it counts no more, and the one before does again; null for good. */
  readonly expiresAt: Instant | null;
}

/** Who decided a version, when, why, and by which vote. */
export interface RuleDecision {
  readonly decidedAt: Instant;
  readonly decidedBy: string;
  readonly reason: string;
  /** The proposal that members passed; null where officers or the set-up decided. */
  readonly proposalId: string | null;
}

/**
 * The version in force at an instant: the last one that had begun and was not over; null before
 * the first.
 */
export function ruleAt(
  versions: readonly RuleVersion[],
  key: string,
  at: Instant,
  subject = "",
): RuleVersion | null {
  let found: RuleVersion | null = null;
  for (const candidate of versions) {
    if (candidate.key !== key || candidate.subject !== subject) continue;
    if (candidate.effectiveAt > at || isOver(candidate, at)) continue;
    if (found === null || candidate.version > found.version) found = candidate;
  }
  return found;
}

function isOver({ expiresAt }: RuleVersion, at: Instant): boolean {
  return expiresAt !== null && expiresAt <= at;
}

/**
 * The last version that was decided for good: what a later decision follows. An urgent deed of
 * officers is none, so that it cannot stand in the way of what members voted on.
 */
export function lastForGood(versions: readonly RuleVersion[]): RuleVersion | null {
  return versions.findLast(({ expiresAt }) => expiresAt === null) ?? null;
}

/**
 * Reads a value against its descriptor: whole numbers in bounds and within the law, one of the
 * choices, or a text that is not too long.
 */
export function checkRuleValue(rule: RuleDescriptor, value: string): Outcome<string, RuleRefusal> {
  if (rule.unit === "choice") {
    if (rule.choices?.includes(value) === true) return accept(value);
    return refuse({ code: "rule-not-a-choice", key: rule.key, choices: rule.choices ?? [] });
  }
  const number = rule.unit === "text" ? value.length : wholeNumber(value);
  if (number !== null && rule.legalFloor !== undefined) {
    const floor: LegalFloor = LEGAL_FLOORS[rule.legalFloor];
    if (!isLawful(floor, number)) {
      return refuse({ code: "below-legal-floor", ...floor, key: rule.key });
    }
  }
  const least = rule.least ?? Number.MIN_SAFE_INTEGER;
  const most = rule.most ?? Number.MAX_SAFE_INTEGER;
  if (number === null || number < least || number > most) {
    return refuse({ code: "rule-out-of-bounds", key: rule.key, least, most });
  }
  return accept(value);
}

/** The number a version says. @throws BrokenInvariant when it says none (it was checked). */
export function ruleNumber(version: RuleVersion): number {
  const number = wholeNumber(version.value);
  invariant(number !== null, `rule ${version.key} is a whole number`);
  return number;
}

/** What is sealed of a version: everything that it says, in canonical form. */
export function ruleDigest(version: RuleVersion, decision: RuleDecision): Digest {
  const content: Canonical = {
    key: version.key,
    subject: version.subject,
    version: version.version,
    value: version.value,
    effectiveAt: version.effectiveAt,
    expiresAt: version.expiresAt,
    decidedAt: decision.decidedAt,
    decidedBy: decision.decidedBy,
    reason: decision.reason,
    proposalId: decision.proposalId,
  };
  return digestOf(content);
}

function wholeNumber(text: string): number | null {
  if (!/^-?(0|[1-9]\d{0,14})$/.test(text)) return null;
  return Number(text);
}

import { type Canonical, digestOf, type Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { RuleRefusal } from "./refusals.ts";

/** A rule that the network can change: what it measures, its bounds, and when it binds. */
export interface RuleDescriptor {
  readonly key: string;
  readonly unit: "cents" | "basis-points" | "minutes" | "days" | "choice";
  readonly default: string;
  /** Bounds of a number, both included. */
  readonly least?: number;
  readonly most?: number;
  readonly choices?: readonly string[];
  /** One value for the network, or one for each enterprise. */
  readonly subject: "network" | "enterprise";
  /** The moment whose rule counts: what an order or a cycle was promised. */
  readonly baseInstant: "placing" | "close" | "now";
}

/** A value a rule has had since an instant. Versions are only added, never changed. */
export interface RuleVersion {
  readonly key: string;
  readonly subject: string;
  readonly version: number;
  readonly value: string;
  readonly effectiveAt: Instant;
}

/** The version in force at an instant: the last one that had begun; null before the first. */
export function ruleAt(
  versions: readonly RuleVersion[],
  key: string,
  at: Instant,
  subject = "",
): RuleVersion | null {
  let found: RuleVersion | null = null;
  for (const candidate of versions) {
    if (candidate.key !== key || candidate.subject !== subject) continue;
    if (candidate.effectiveAt > at) continue;
    if (found === null || candidate.version > found.version) found = candidate;
  }
  return found;
}

/** Reads a value against its descriptor: whole numbers in bounds, or one of the choices. */
export function checkRuleValue(rule: RuleDescriptor, value: string): Outcome<string, RuleRefusal> {
  if (rule.unit === "choice") {
    if (rule.choices?.includes(value) === true) return accept(value);
    return refuse({ code: "rule-not-a-choice", key: rule.key, choices: rule.choices ?? [] });
  }
  const number = wholeNumber(value);
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
export function ruleDigest(
  version: RuleVersion,
  decision: { decidedAt: Instant; decidedBy: string; reason: string },
): Digest {
  const content: Canonical = {
    key: version.key,
    subject: version.subject,
    version: version.version,
    value: version.value,
    effectiveAt: version.effectiveAt,
    decidedAt: decision.decidedAt,
    decidedBy: decision.decidedBy,
    reason: decision.reason,
  };
  return digestOf(content);
}

function wholeNumber(text: string): number | null {
  if (!/^-?(0|[1-9]\d{0,14})$/.test(text)) return null;
  return Number(text);
}

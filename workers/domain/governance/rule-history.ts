import type { Instant } from "#domain/kernel/instant.ts";
import { ruleAt, type RuleVersion } from "./rule.ts";

/** When a version counted, as far as its register tells. */
export interface Span {
  /** "skipped": another version was decided and took effect before it could. */
  readonly state: "in-force" | "over" | "to-come" | "skipped";
  /** When it ended; null while it counts, or has not begun. */
  readonly until: Instant | null;
}

/**
 * When a version of one rule counts, seen from an instant. `versions` are all of that rule and
 * subject. A version ends when the next takes effect or, if it was for a while, when that is over;
 * then the one before counts again, and is in force as if it had never ended.
 */
export function spanOf(version: RuleVersion, versions: readonly RuleVersion[], now: Instant): Span {
  const { key, subject, effectiveAt, expiresAt } = version;
  const later = versions.filter((one) => one.version > version.version);
  if (later.some((one) => one.effectiveAt <= effectiveAt)) return { state: "skipped", until: null };
  if (effectiveAt > now) return { state: "to-come", until: null };
  const isInForce = ruleAt(versions, key, now, subject)?.version === version.version;
  if (isInForce) return { state: "in-force", until: null };
  const ends = later.map((one) => one.effectiveAt).filter((at) => at <= now);
  if (expiresAt !== null) ends.push(expiresAt);
  return { state: "over", until: ends.reduce((one, other) => (other < one ? other : one)) };
}

/** The versions of a rule that are decided and not in force yet, in the order they will be. */
export function comingVersions<V extends RuleVersion>(
  versions: readonly V[],
  now: Instant,
): readonly V[] {
  return versions.filter((version) => spanOf(version, versions, now).state === "to-come");
}

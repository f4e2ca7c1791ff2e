import { ruleAt, ruleNumber, type RuleVersion } from "#domain/governance/rule.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { DEFAULT_NOMINAL_CENTS } from "#domain/membership/rules.ts";

/** What one share is worth now, and the version of the rule that says so. */
export interface Nominal {
  readonly nominal: Cents;
  readonly rules: Readonly<Record<string, number>>;
}

/** Reads what a share is worth from the rules in force. */
export function nominalIn(rules: readonly RuleVersion[], now: Instant): Nominal {
  const version = ruleAt(rules, "share-nominal", now);
  if (version === null) return { nominal: cents(DEFAULT_NOMINAL_CENTS), rules: {} };
  return {
    nominal: cents(ruleNumber(version)),
    rules: { "share-nominal": version.version },
  };
}

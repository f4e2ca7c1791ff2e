import { ruleAt, ruleNumber, type RuleVersion } from "#domain/governance/rule.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import { type TermsOfTrade, termsOfTrade } from "#domain/orders/rules.ts";

/** The terms of trade in force at an instant. A network has them all from its first day. */
export function termsInForce(versions: readonly RuleVersion[], at: Instant): TermsOfTrade {
  return termsOfTrade((key) => {
    const version = ruleAt(versions, key, at);
    invariant(version !== null, `the network has a rule ${key}`);
    return { number: ruleNumber(version), version: version.version };
  });
}

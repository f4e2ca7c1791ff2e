import type { RuleDescriptor } from "#domain/governance/rule.ts";
import { DELIVERY_RULES } from "#domain/delivery/rules.ts";
import { GOVERNANCE_RULES } from "#domain/governance/rules.ts";
import { MEMBERSHIP_RULES } from "#domain/membership/rules.ts";
import { TRADE_RULES } from "#domain/orders/rules.ts";
import { SURPLUS_RULES } from "#domain/surplus/rules.ts";

/**
 * Every rule that members can change, collected here from the areas that declare them: this floor
 * is the first that knows all areas (DESIGN §6 law 5).
 */
export const RULES: readonly RuleDescriptor[] = [
  ...TRADE_RULES,
  ...DELIVERY_RULES,
  ...SURPLUS_RULES,
  ...MEMBERSHIP_RULES,
  ...GOVERNANCE_RULES,
];

/** The descriptor of a rule; undefined where there is no such rule. */
export function ruleNamed(key: string): RuleDescriptor | undefined {
  return RULES.find((rule) => rule.key === key);
}

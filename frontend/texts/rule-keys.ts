import type { LEGAL_FLOORS } from "#domain/governance/policy/legal-floors.ts";
import type { GOVERNANCE_RULES } from "#domain/governance/rules.ts";
import type { DELIVERY_RULES } from "#domain/delivery/rules.ts";
import type { TRADE_RULES } from "#domain/orders/rules.ts";
import type { MEMBERSHIP_RULES } from "#domain/membership/rules.ts";
import type { SURPLUS_RULES } from "#domain/surplus/rules.ts";

type AnyRule =
  | (typeof TRADE_RULES)[number]
  | (typeof DELIVERY_RULES)[number]
  | (typeof SURPLUS_RULES)[number]
  | (typeof MEMBERSHIP_RULES)[number]
  | (typeof GOVERNANCE_RULES)[number];

/** Every rule there is words for: one without them does not compile. */
export type RuleKey = AnyRule["key"];

/** Every value that a rule of choices may have. */
export type RuleChoice = Extract<AnyRule, { readonly unit: "choice" }>["choices"][number];

/** Every bound that the law sets. */
export type LegalFloorName = keyof typeof LEGAL_FLOORS;

import { ruleAt, ruleNumber, type RuleVersion } from "#domain/governance/rule.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { RefundBearer } from "#domain/orders/problems.ts";
import { TRADE_RULES, type TradeRuleKey } from "#domain/orders/rules.ts";

/** What the network decided about problems, as an order placed at that moment was promised it. */
export interface ProblemTerms {
  readonly reportDays: number;
  readonly borneBy: RefundBearer;
  /** The version that says who bears a refund; 0 where the rule is younger than the network. */
  readonly version: number;
}

export function problemTerms(rules: readonly RuleVersion[], placedAt: Instant): ProblemTerms {
  const days = ruleAt(rules, "problem-days", placedAt);
  const bearer = ruleAt(rules, "refund-borne-by", placedAt);
  return {
    reportDays: days === null ? Number(defaultOf("problem-days")) : ruleNumber(days),
    borneBy: (bearer?.value ?? defaultOf("refund-borne-by")) as RefundBearer,
    version: bearer?.version ?? 0,
  };
}

function defaultOf(key: TradeRuleKey): string | undefined {
  return TRADE_RULES.find((rule) => rule.key === key)?.default;
}

import { ruleAt, type RuleDescriptor, type RuleVersion } from "#domain/governance/rule.ts";
import type { OrderRow } from "#store/order-reads.ts";
import { RULES } from "#store/rule-register.ts";

/** A rule that an order was placed under, with what it said then. */
export interface RuleUsed {
  readonly rule: RuleDescriptor;
  readonly value: string;
  readonly version: number;
}

/**
 * What the rules of an order said, in the order of the register: the versions it names, and of the
 * other rules by which its placing counts those that were in force at that instant.
 */
export function rulesUsed(
  { rules: used, placedAt }: Pick<OrderRow, "rules" | "placedAt">,
  versions: readonly RuleVersion[],
): readonly RuleUsed[] {
  return RULES.flatMap((rule) => {
    const version = used[rule.key];
    const isBound = rule.baseInstant === "placing" && rule.subject === "network";
    const said =
      version === undefined && isBound
        ? ruleAt(versions, rule.key, placedAt)
        : versions.find((one) => one.key === rule.key && one.version === version);
    return said === null || said === undefined
      ? []
      : [{ rule, value: said.value, version: said.version }];
  });
}

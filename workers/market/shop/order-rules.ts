import type { RuleDescriptor, RuleVersion } from "#domain/governance/rule.ts";
import { RULES } from "#store/rule-register.ts";

/** A rule that an order was placed under, with what it said then. */
export interface RuleUsed {
  readonly rule: RuleDescriptor;
  readonly value: string;
  readonly version: number;
}

/** What the versions that an order names said; in the order of the register. */
export function rulesUsed(
  used: Readonly<Record<string, number>>,
  versions: readonly RuleVersion[],
): readonly RuleUsed[] {
  return RULES.flatMap((rule) => {
    const version = used[rule.key];
    const said = versions.find((one) => one.key === rule.key && one.version === version);
    return said === undefined ? [] : [{ rule, value: said.value, version: said.version }];
  });
}

import type { RuleDescriptor, RuleVersion } from "#domain/governance/rule.ts";
import { instant } from "#domain/kernel/instant.ts";

/** The network's fee, as it is declared, with these changes. */
export function aRuleDescriptor(change: Partial<RuleDescriptor> = {}): RuleDescriptor {
  return {
    key: "network-fee",
    area: "prices",
    unit: "basis-points",
    default: "600",
    least: 0,
    most: 5000,
    subject: "network",
    baseInstant: "placing",
    policy: "rules",
    timelockDays: 30,
    affects: ["producers", "buyers"],
    ...change,
  };
}

/** A version of the network's fee, for good; each begins a hundred milliseconds after another. */
export function aVersion(version: number, value: string): RuleVersion {
  const effectiveAt = instant(version * 100);
  return { key: "network-fee", subject: "", version, value, effectiveAt, expiresAt: null };
}

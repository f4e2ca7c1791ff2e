import type { RuleDescriptor, RuleVersion } from "#domain/governance/rule.ts";
import { instant } from "#domain/kernel/instant.ts";
import type { Market } from "./market.ts";
import { enrolFirst, type FirstSecrets } from "./signing.ts";

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

/** Sets a network up with a statute; gives the first officer's token. */
export async function foundMarket(
  market: Market,
  statute: Readonly<Record<string, string>>,
): Promise<string> {
  const token = market.env.SETUP_TOKEN ?? "";
  const body = { name: "Rete di Veronetta", rules: {}, statute };
  const made = await market.call<FirstSecrets>("PUT", "/api/v1/network", { token, body });
  if (made.status !== 201) throw new Error(`not set up: ${JSON.stringify(made.body)}`);
  await enrolFirst(market, token, made.body.invitation);
  return made.body.token;
}

import type { RuleArea, RuleDescriptor } from "#domain/governance/rule.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { RuleKey } from "#frontend/texts/rule-keys.ts";

/** A rule as its page describes it. */
export interface DescribedRule extends RuleDescriptor {
  readonly key: RuleKey;
}

/** A change that will take effect. */
export interface ComingFacts {
  readonly value: string;
  readonly from: Instant;
  /** The proposal that members passed; null where officers or the set-up decided. */
  readonly proposal: number | null;
  /** Another vote changed the rule since: this change never takes effect. */
  readonly isOvertaken: boolean;
}

/** A rule with what is in force of it now. */
export interface RuleFacts {
  readonly rule: DescribedRule;
  /** Null for a rule that each enterprise has for itself. */
  readonly inForce: {
    readonly value: string;
    readonly version: number;
    readonly since: Instant;
    readonly expiresAt: Instant | null;
  } | null;
  readonly coming: readonly ComingFacts[];
}

export interface RulesFacts {
  readonly areas: readonly { readonly area: RuleArea; readonly rules: readonly RuleFacts[] }[];
}

/** A version as its history tells it. */
export interface VersionFacts {
  readonly version: number;
  readonly value: string;
  /** The value of the version before; null for the first. */
  readonly before: string | null;
  readonly from: Instant;
  /** When it ended; null while it counts, or where that is not known yet. */
  readonly until: Instant | null;
  /** Whether it counts now, did, will, or never did. */
  readonly state: "in-force" | "over" | "to-come" | "skipped";
  readonly decidedBy: "setup" | "officers" | "urgent" | "members";
  readonly expiresAt: Instant | null;
  readonly decidedAt: Instant;
  readonly reason: string;
  readonly proposal: number | null;
}

/** A rule, or an article of the statute, with all that it ever was; the newest first. */
export interface RuleHistoryFacts {
  readonly rule: DescribedRule;
  /** "" for a rule of the network, the number of an article. */
  readonly subject: string;
  readonly versions: readonly VersionFacts[];
  readonly coming: readonly ComingFacts[];
}

/** An article of the statute as it is in force. */
export interface ArticleFacts {
  readonly number: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly version: number;
  readonly since: Instant;
  readonly coming: readonly ComingFacts[];
}

/** A rule that an order was placed under. */
export interface OrderRuleFacts {
  readonly rule: DescribedRule;
  readonly value: string;
  readonly version: number;
}

/** Why a rule may not take a value. */
export type RuleRefusal =
  | { readonly code: "rule-unknown"; readonly key: string }
  | {
      readonly code: "rule-out-of-bounds";
      readonly key: string;
      readonly least: number;
      readonly most: number;
    }
  | {
      readonly code: "rule-not-a-choice";
      readonly key: string;
      readonly choices: readonly string[];
    }
  | { readonly code: "rule-changed"; readonly key: string }
  | { readonly code: "rule-backdated"; readonly key: string };

/** Why a policy may not be written. */
export type PolicyRefusal =
  /** No vote could be held under it, or nobody could believe it. */
  | { readonly code: "policy-impossible"; readonly why: string }
  /** The law leaves less open; `article` says where. */
  | {
      readonly code: "below-legal-floor";
      readonly key: string;
      readonly article: string;
      readonly least?: number;
      readonly most?: number;
    };

/** Why somebody cannot stand for somebody else in a vote. */
export type ProxyRefusal =
  | { readonly code: "proxy-not-foreseen" }
  /** Either of the two is not in the electorate, or may not vote. */
  | { readonly code: "proxy-not-eligible"; readonly who: "giver" | "holder" }
  /** Directors, auditors and employees stand for nobody (art. 2372 c.5 c.c.). */
  | { readonly code: "proxy-excluded" }
  | { readonly code: "proxy-too-many"; readonly most: number }
  /** Who stands for others stands for themselves: a proxy is not passed on. */
  | { readonly code: "proxy-chained" }
  | { readonly code: "proxy-given-already" };

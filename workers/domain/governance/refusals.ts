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

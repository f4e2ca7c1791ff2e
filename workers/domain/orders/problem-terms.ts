import type { RefundBearer } from "./problems.ts";
import { TRADE_RULES } from "./rules.ts";

/** What the network decided about problems, as an order placed at some moment was promised it. */
export interface ProblemTerms {
  readonly reportDays: number;
  readonly borneBy: RefundBearer;
  /** The version that says who bears a refund; 0 where the rule is younger than the network. */
  readonly version: number;
}

type Key = "problem-days" | "refund-borne-by";

/** Reads the terms from what was decided; a rule that nobody has decided yet is as it comes. */
export function problemTerms(
  decided: (key: Key) => { readonly value: string; readonly version: number } | null,
): ProblemTerms {
  const bearer = decided("refund-borne-by");
  return {
    reportDays: Number(decided("problem-days")?.value ?? defaultOf("problem-days")),
    borneBy: (bearer?.value ?? defaultOf("refund-borne-by")) as RefundBearer,
    version: bearer?.version ?? 0,
  };
}

function defaultOf(key: Key): string | undefined {
  return TRADE_RULES.find((rule) => rule.key === key)?.default;
}

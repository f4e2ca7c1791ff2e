import { unreachable } from "#domain/kernel/invariant.ts";
import type { CallResult } from "./call-result.ts";
import type { Counting } from "./count-call.ts";
import { countBudget } from "./count-budget.ts";
import { countColleges, countConsent, countMotion } from "./count-motion.ts";
import { countPairs } from "./count-pairs.ts";
import { countTotals } from "./count-totals.ts";
import { countSeats } from "./count-seats.ts";

/** What the method adds to what holds for every count. */
export type Counted = Pick<
  CallResult,
  "passes" | "winners" | "count" | "lot" | "draws" | "decidedByLot"
>;

export function countByMethod(counting: Counting): Counted {
  const { method, votes } = counting.call.policy;
  switch (method) {
    case "majority":
      return votes.kind === "colleges" ? countColleges(counting, votes) : countMotion(counting);
    case "consent":
      return countConsent(counting);
    case "approval":
    case "score":
      return countTotals(counting);
    case "schulze":
    case "debian":
      return countPairs(counting);
    case "equal-shares":
      return countBudget(counting);
    case "irv":
    case "scottish":
    case "wigm":
    case "meek":
      return countSeats(counting, method);
  }
  return unreachable(method);
}

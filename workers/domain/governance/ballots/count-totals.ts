import { countApproval, type TotalsResult } from "#domain/governance/counting/approval.ts";
import { type Fraction, fractionText, multiply } from "#domain/governance/counting/fraction.ts";
import type { Lot } from "#domain/governance/counting/lot.ts";
import { countScore } from "#domain/governance/counting/score.ts";
import { SCORE_SCALE } from "./choice.ts";
import type { Counted } from "./count-by-method.ts";
import type { Counting } from "./count-call.ts";
import { passesThreshold } from "./count-motion.ts";
import { countByLot, type DrawnCount } from "./drawn-count.ts";

type Totals = TotalsResult & DrawnCount;

/**
 * Approval and score: the highest totals take the places. An approved option also needs the share
 * of votes that the policy's threshold asks for; for scores a threshold means nothing.
 */
export function countTotals(counting: Counting): Counted {
  const needed = neededOf(counting);
  const { result, names, told } = countByLot(counting, (lot) => total(counting, needed, lot));
  return {
    ...told,
    passes: counting.hasQuorum && result.winners.length > 0,
    count: {
      kind: "totals",
      cast: fractionText(result.cast),
      needed: needed === null ? null : fractionText(needed),
      totals: result.totals.map((votes, at) => ({
        option: names[at] ?? "",
        votes: fractionText(votes),
      })),
    },
  };
}

function neededOf({ call, rule, votes }: Counting): Fraction | null {
  if (call.policy.method === "score") return null;
  return multiply(rule.threshold.share, votes[rule.threshold.base]);
}

function total({ call, rule, ballots }: Counting, needed: Fraction | null, lot: Lot): Totals {
  const codes = call.options.map(({ code }) => code);
  const shape = { options: codes.length, seats: call.policy.seats };
  const counted =
    call.policy.method === "score"
      ? countScore(
          ballots.map(({ votes: weight, choice }) => ({
            weight,
            scores: codes.map((code) =>
              "scores" in choice ? (choice.scores[code] ?? null) : null,
            ),
          })),
          { ...shape, scale: SCORE_SCALE },
          lot,
        )
      : countApproval(
          ballots.map(({ votes: weight, choice }) => ({
            weight,
            approved:
              "approved" in choice ? choice.approved.map((code) => codes.indexOf(code)) : [],
          })),
          shape,
          lot,
        );
  return { ...counted, winners: counted.elected.filter((option) => isEnough(option)) };

  function isEnough(option: number): boolean {
    const votes = counted.totals[option];
    return (
      votes !== undefined &&
      votes.num > 0n &&
      (needed === null || passesThreshold(votes, needed, rule.threshold))
    );
  }
}

import { countEqualShares } from "#domain/governance/counting/equal-shares.ts";
import { fractionText } from "#domain/governance/counting/fraction.ts";
import type { Counted } from "./count-by-method.ts";
import type { Counting } from "./count-call.ts";
import { countByLot } from "./drawn-count.ts";
import { bundled } from "./whole-ballots.ts";

/** Cents of a euro. */
const EURO = 100;

/**
 * A budget by Equal Shares. It is counted in whole euros where all sums are such, else in cents:
 * the unit by which every voter's share grows from run to run is published with the result.
 */
export function countBudget(counting: Counting): Counted {
  const { options, budgetCents } = counting.call;
  const codes = options.map(({ code }) => code);
  const sums = [budgetCents ?? 0, ...options.map(({ costCents }) => costCents ?? 0)];
  const unit = sums.every((one) => one % EURO === 0) ? EURO : 1;
  const [budget = 0, ...costs] = sums.map((one) => one / unit);
  const ballots = bundled(counting.ballots).bundles.map(({ count, choice }) => ({
    count,
    approved: "approved" in choice ? choice.approved.map((code) => codes.indexOf(code)) : [],
  }));
  const projects = costs.map((cost) => ({ cost }));
  const { result, names, told } = countByLot(counting, (lot) => {
    const counted = countEqualShares({ budget, projects, ballots }, lot);
    return { ...counted, winners: counted.funded.map(({ project }) => project) };
  });
  return {
    ...told,
    passes: counting.hasQuorum && result.winners.length > 0,
    count: {
      kind: "budget",
      unitCents: unit,
      budget,
      spent: result.spent,
      share: fractionText(result.share),
      runs: result.runs,
      funded: result.funded.map(({ project, rate }) => ({
        option: names[project] ?? "",
        rate: fractionText(rate),
      })),
    },
  };
}

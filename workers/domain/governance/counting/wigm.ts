import { compare, divide, fraction, multiply } from "./fraction.ts";
import type { Lot } from "./lot.ts";
import type { Election, TransferResult } from "./stage.ts";
import { countTransfers, type TransferRule } from "./transfer-count.ts";

const rule: TransferRule = {
  one: fraction(1),
  quota: (valid, seats) => fraction(valid, seats + 1),
  isElected: (votes, quota) => compare(votes, quota) > 0,
  passOn: (value, surplus, votes) => multiply(value, divide(surplus, votes)),
};

/**
 * The single transferable vote by the weighted inclusive Gregory method, in exact fractions:
 * quota V / (s + 1), elected is who has more than it, and nothing is ever rounded, so votes and
 * non-transferable ballots add up to the valid ones at every stage. For offices that no law gives
 * a form to.
 */
export function countWigm(election: Election, lot: Lot): TransferResult {
  return countTransfers(election, rule, lot);
}

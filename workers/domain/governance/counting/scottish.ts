import { compare, fraction } from "./fraction.ts";
import type { Lot } from "./lot.ts";
import type { Election, TransferResult } from "./stage.ts";
import { countTransfers, type TransferRule } from "./transfer-count.ts";

/** Votes have five decimals (SSI 2007/42, art. 48). */
const UNIT = 100_000n;

const rule: TransferRule = {
  one: fraction(UNIT, UNIT),
  quota: (valid, seats) => fraction((BigInt(Math.floor(valid / (seats + 1))) + 1n) * UNIT, UNIT),
  isElected: (votes, quota) => compare(votes, quota) >= 0,
  // Everything is in units of 1/100,000, so one whole division truncates as the order says.
  passOn: (value, surplus, votes) => fraction((value.num * surplus.num) / votes.num, UNIT),
};

/**
 * The single transferable vote as Scottish councils count it (SSI 2007/42, art. 45-52): quota
 * floor(V / (s + 1)) + 1; every paper of an elected candidate passes on, worth its value times
 * surplus over votes, cut to five decimals; one surplus or one exclusion per stage; a tie looks at
 * the latest stage that differs, then at the lot.
 */
export function countScottish(election: Election, lot: Lot): TransferResult {
  return countTransfers(election, rule, lot);
}

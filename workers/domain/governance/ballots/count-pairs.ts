import { countDebian, type DebianRule } from "#domain/governance/counting/debian.ts";
import {
  compare,
  divide,
  type Fraction,
  fraction,
  multiply,
  NOTHING,
  subtract,
} from "#domain/governance/counting/fraction.ts";
import { type RankTable, tabulate } from "#domain/governance/counting/rank-table.ts";
import { countSchulze } from "#domain/governance/counting/schulze.ts";
import { candidatesOf } from "./choice.ts";
import type { Counted } from "./count-by-method.ts";
import type { Counting } from "./count-call.ts";
import { countByLot } from "./drawn-count.ts";
import { bundled, type Bundles } from "./whole-ballots.ts";

/** Schulze and Debian: options two by two. */
export function countPairs(counting: Counting): Counted {
  const bundles = bundled(counting.ballots);
  const table = tableOf(counting, bundles);
  return counting.call.policy.method === "debian"
    ? byDebian(counting, table, bundles)
    : bySchulze(counting, table);
}

function bySchulze(counting: Counting, table: RankTable): Counted {
  const { seats } = counting.call.policy;
  const { result, names, told } = countByLot(counting, (lot) => {
    const counted = countSchulze(table, lot);
    return { ...counted, tied: counted.winners, winners: counted.order.slice(0, seats) };
  });
  return {
    ...told,
    passes: counting.hasQuorum && table.counts.length > 0 && result.winners.length > 0,
    count: {
      kind: "pairs",
      candidates: names,
      matrix: result.matrix,
      order: result.order.map((option) => names[option] ?? ""),
      dropped: [],
    },
  };
}

/**
 * By Debian's rule an option wins against leaving things as they are, or nothing does. The policy's
 * threshold is the majority that an option needs over that: 1/2 is one to one, 3/4 three to one. A
 * quorum of votes cast is asked of every option; one of those present, of the whole vote only.
 */
function byDebian(counting: Counting, table: RankTable, bundles: Bundles): Counted {
  const asItIs = table.options - 1;
  const rule = debianRule(counting, table.options, bundles);
  const { result, names, told } = countByLot(counting, (lot) => {
    const { winner, ...counted } = countDebian(table, rule, lot);
    return { ...counted, winners: winner === asItIs ? [] : [winner] };
  });
  return {
    ...told,
    passes: counting.hasQuorum && result.winners.length > 0,
    count: {
      kind: "pairs",
      candidates: names,
      matrix: result.matrix,
      order: [],
      dropped: result.dropped.map(({ option, reason }) => ({
        option: names[option] ?? "",
        why: reason,
      })),
    },
  };
}

function debianRule({ rule, votes }: Counting, options: number, bundles: Bundles): DebianRule {
  const { quorum, threshold } = rule;
  const ballots = bundles.bundles.reduce((total, { count }) => total + count, 0);
  const ratio = ratioOf(threshold.share, ballots);
  const electorate = multiply(votes.electorate, fraction(bundles.perVote));
  return {
    defaultOption: options - 1,
    quorum: quorum?.of === "cast" ? multiply(quorum.share, electorate) : NOTHING,
    ratios: Array.from({ length: options }, () => ratio),
    isStrict: threshold.isStrict,
  };
}

/** For how many above one below is as many as the share asks: 3/4 is three to one. */
function ratioOf(share: Fraction, ballots: number): Fraction {
  const rest = subtract(fraction(1), share);
  // All of them: one below is too many, however many are above.
  return compare(rest, NOTHING) > 0 ? divide(share, rest) : fraction(ballots + 1);
}

function tableOf({ call }: Counting, bundles: Bundles): RankTable {
  const codes = candidatesOf(
    call.policy.method,
    call.options.map(({ code }) => code),
  );
  return tabulate(
    codes.length,
    bundles.bundles.map(({ count, choice }) => ({
      count,
      ranks: codes.map((code) => ("ranks" in choice ? (choice.ranks[code] ?? null) : null)),
    })),
  );
}

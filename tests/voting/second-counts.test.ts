import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countDebian } from "#domain/governance/counting/debian.ts";
import { countEqualShares } from "#domain/governance/counting/equal-shares.ts";
import { fraction } from "#domain/governance/counting/fraction.ts";
import { countIrv } from "#domain/governance/counting/irv.ts";
import type { Lot } from "#domain/governance/counting/lot.ts";
import { countMeek } from "#domain/governance/counting/meek.ts";
import { tabulate } from "#domain/governance/counting/rank-table.ts";
import { countSchulze } from "#domain/governance/counting/schulze.ts";
import { countScottish } from "#domain/governance/counting/scottish.ts";
import type { Election } from "#domain/governance/counting/stage.ts";
import { countWigm } from "#domain/governance/counting/wigm.ts";
import { trialSeed } from "#tests/seed.ts";
import {
  type DrawnElection,
  electionOf,
  elections,
  letters,
  type DrawnPoll,
  polls,
} from "./elections.ts";
import { countInPython, hasPython, type PlainElection } from "./python.ts";

const TRIALS = 300;
const some = <T>(from: fc.Arbitrary<T>): T[] =>
  fc.sample(from, { numRuns: TRIALS, seed: trialSeed });

const codes = (count: number): string[] => Array.from({ length: count }, (_, i) => letters([i]));
const named = (indexes: readonly number[]): string[] => indexes.map((index) => letters([index]));

function plainElection({ candidates, seats, ballots, lot }: DrawnElection): PlainElection {
  const ranked = ballots.map(({ count, ranking }) => [count, named(ranking)] as const);
  return { codes: codes(candidates), lot: named(lot), seats, ballots: ranked };
}

function plainPoll({ options, ballots, lot }: DrawnPoll): PlainElection {
  const ranked = ballots.map(({ count, ranks }) => {
    const given = ranks.flatMap((rank, option) =>
      rank === null ? [] : [[letters([option]), rank] as const],
    );
    return [count, Object.fromEntries(given)] as const;
  });
  return { codes: codes(options), lot: named(lot), seats: options, ballots: ranked };
}

describe.skipIf(!hasPython)("what Python counts apart elects the same", () => {
  test.each<
    [
      string,
      string,
      number | null,
      (election: Election, lot: Lot) => { readonly elected: readonly number[] },
    ]
  >([
    ["scottish", "recount_stv", null, countScottish],
    ["irv", "recount_stv", 1, countIrv],
    ["wigm", "recount_wigm", null, countWigm],
    ["meek", "recount_meek", null, countMeek],
  ])("%s, in the same order", (_, script, seats, count) => {
    const drawn = some(elections).map((one) => ({ ...one, seats: seats ?? one.seats }));
    const expected = drawn.map((one) =>
      named(count(electionOf(one, one.ballots), one.lot).elected),
    );
    expect(countInPython(script, "count", drawn.map(plainElection))).toEqual(expected);
  });

  test("schulze, all options in order", () => {
    const drawn = some(polls);
    const expected = drawn.map(({ options, ballots, lot }) =>
      named(countSchulze(tabulate(options, ballots), lot).order),
    );
    expect(countInPython("recount_condorcet", "schulze", drawn.map(plainPoll))).toEqual(expected);
  });

  test("debian, with quorum and majorities", () => {
    const drawn = some(fc.tuple(polls, fc.nat(8), fc.constantFrom(1, 2, 3), fc.boolean()));
    const expected = drawn.map(([{ options, ballots, lot }, quorum, ratio, isStrict]) => {
      const ratios = codes(options).map(() => fraction(ratio));
      const rule = { defaultOption: options - 1, quorum: fraction(quorum), ratios, isStrict };
      return named([countDebian(tabulate(options, ballots), rule, lot).winner]);
    });
    const plain = drawn.map(([poll, quorum, ratio, isStrict]) => ({
      ...plainPoll(poll),
      default: letters([poll.options - 1]),
      quorum,
      ratios: Object.fromEntries(codes(poll.options).map((code) => [code, String(ratio)])),
      is_strict: isStrict,
    }));
    expect(countInPython("recount_condorcet", "debian", plain)).toEqual(expected);
  });

  test("equal shares, in the order of buying", () => {
    const drawn = some(
      fc.tuple(elections, fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 6 }), fc.nat(60)),
    );
    const expected = drawn.map(([{ candidates, ballots, lot }, costs, budget]) => {
      const projects = codes(candidates).map((__, i) => ({ cost: costs[i] ?? 1 }));
      const approvals = ballots.map(({ count, ranking }) => ({ count, approved: ranking }));
      const result = countEqualShares({ budget, projects, ballots: approvals }, lot);
      return named(result.funded.map(({ project }) => project));
    });
    const plain = drawn.map(([drawing, costs, budget]) => ({
      ...plainElection(drawing),
      budget,
      costs: Object.fromEntries(codes(6).map((code, i) => [code, costs[i] ?? 1])),
    }));
    expect(countInPython("recount_shares", "count", plain)).toEqual(expected);
  });
});

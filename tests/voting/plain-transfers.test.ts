import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { syntheticBallots } from "#bench/synthetic-ballots.ts";
import { fractionText } from "#domain/governance/counting/fraction.ts";
import type { RankedBallot } from "#domain/governance/counting/papers.ts";
import { countScottish } from "#domain/governance/counting/scottish.ts";
import { countWigm } from "#domain/governance/counting/wigm.ts";
import { electionOf, elections, inOrder } from "./elections.ts";
import {
  countPlainly,
  type PlainCount,
  type PlainRule,
  type PlainSetting,
} from "./plain-transfers.ts";

const rules = [
  ["scottish", countScottish],
  ["wigm", countWigm],
] as const;

/** What our count says, in the words of the plain one. */
function counted(
  rule: PlainRule,
  setting: PlainSetting,
  cast: readonly RankedBallot[],
): PlainCount {
  const count = rule === "wigm" ? countWigm : countScottish;
  const { elected, stages } = count(electionOf(setting, cast), setting.lot);
  return {
    elected,
    stages: stages.map(({ action, votes }) => ({
      did: action.kind === "first preferences" ? "first" : `${action.kind} ${action.candidate}`,
      votes: votes.map(fractionText),
    })),
  };
}

describe.each(rules)("%s, counted twice by two hands", (rule) => {
  test("small elections full of ties agree at every stage", () => {
    fc.assert(
      fc.property(elections, (drawn) => {
        expect(counted(rule, drawn, drawn.ballots)).toEqual(
          countPlainly(drawn.ballots, drawn, rule),
        );
      }),
      { numRuns: 400 },
    );
  });

  test.each([1, 2, 3])("a larger election with several surpluses agrees (seed %d)", (seed) => {
    const setting = { candidates: 9, seats: 4, lot: inOrder(9) };
    const cast = syntheticBallots({ ballots: 300, candidates: 9, seed });
    const ours = counted(rule, setting, cast);
    expect(ours).toEqual(countPlainly(cast, setting, rule));
    expect(ours.stages.some(({ did }) => did.startsWith("surplus"))).toBe(true);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fraction, fractionText } from "./fraction.ts";
import { type Base, countMajority, type MajorityRule, type MotionBallot } from "./majority.ts";

const half: MajorityRule = {
  quorum: null,
  threshold: { share: fraction(1, 2), base: "cast", isStrict: true },
};

function ballots(yes: number, no: number, abstain = 0): MotionBallot[] {
  const all = { yes, no, abstain };
  return (["yes", "no", "abstain"] as const).map((choice) => ({
    choice,
    weight: fraction(all[choice]),
  }));
}

const everyone = { electorate: fraction(100), silent: fraction(0) };

function passes(given: MotionBallot[], rule: MajorityRule): boolean {
  return countMajority(given, rule, everyone).passes;
}

function against(base: Base, share = fraction(1, 2), isStrict = true): MajorityRule {
  return { quorum: null, threshold: { share, base, isStrict } };
}

describe("a majority", () => {
  test("more than half passes, half does not, and half is told as a tie", () => {
    expect(passes(ballots(6, 5), half)).toBe(true);
    expect(passes(ballots(5, 5), half)).toBe(false);
    expect(countMajority(ballots(5, 5), half, everyone).isTied).toBe(true);
    expect(countMajority(ballots(4, 5), half, everyone).isTied).toBe(false);
  });

  test("where a share has to be reached only, reaching it passes", () => {
    const twoThirds = against("cast", fraction(2, 3), false);
    expect(passes(ballots(6, 3), twoThirds)).toBe(true);
    expect(passes(ballots(5, 3), twoThirds)).toBe(false);
    expect(countMajority(ballots(6, 3), twoThirds, everyone).isTied).toBe(false);
  });

  test("an abstention is present but not cast: it weighs only where present counts", () => {
    expect(passes(ballots(5, 4, 2), against("cast"))).toBe(true);
    expect(passes(ballots(5, 4, 2), against("present"))).toBe(false);
    expect(passes(ballots(51, 0), against("electorate"))).toBe(true);
    expect(passes(ballots(50, 0), against("electorate"))).toBe(false);
  });

  test("6 yes, 4 no, 2 abstain: passed by those cast, a tie by those present", () => {
    expect(passes(ballots(6, 4, 2), half)).toBe(true);
    const result = countMajority(ballots(6, 4, 2), against("present"), everyone);
    expect(result).toMatchObject({ passes: false, isTied: true });
  });

  test("who came and gave no ballot is present", () => {
    const attendance = { electorate: fraction(100), silent: fraction(3) };
    const result = countMajority(ballots(5, 4), against("present"), attendance);
    expect(fractionText(result.present)).toBe("12");
    expect(result.passes).toBe(false);
  });

  test("adding an abstention changes nothing where only votes cast count", () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(50), (yes, no, abstain) => {
        expect(passes(ballots(yes, no, abstain), half)).toBe(passes(ballots(yes, no), half));
      }),
    );
  });

  test("without one vote cast nothing passes", () => {
    expect(passes(ballots(0, 0, 9), against("cast", fraction(0), false))).toBe(false);
  });

  test("weights that are no whole numbers decide to the last third", () => {
    const third = { weight: fraction(1, 3), choice: "yes" } as const;
    const result = countMajority([third, third, third, ...ballots(0, 1)], half, everyone);
    expect(fractionText(result.yes)).toBe("1");
    expect(result.isTied).toBe(true);
  });

  test("the order of the ballots changes nothing", () => {
    const given = [...ballots(3, 2, 1), { weight: fraction(1, 7), choice: "no" } as const];
    const one = countMajority(given, half, everyone);
    const other = countMajority(given.toReversed(), half, everyone);
    expect([other.no, other.needed].map(fractionText)).toEqual(
      [one.no, one.needed].map(fractionText),
    );
  });
});

describe("a quorum", () => {
  const quorum = (of: "present" | "cast", isStrict: boolean): MajorityRule => ({
    ...half,
    quorum: { share: fraction(1, 3), of, isStrict },
  });
  const thirty = { electorate: fraction(30), silent: fraction(0) };
  const hasQuorum = (given: MotionBallot[], rule: MajorityRule): boolean =>
    countMajority(given, rule, thirty).hasQuorum;

  test("is reached at its share, or only beyond it, as the policy says", () => {
    expect(hasQuorum(ballots(10, 0), quorum("present", false))).toBe(true);
    expect(hasQuorum(ballots(9, 0), quorum("present", false))).toBe(false);
    expect(hasQuorum(ballots(10, 0), quorum("present", true))).toBe(false);
    expect(hasQuorum(ballots(11, 0), quorum("present", true))).toBe(true);
  });

  test("counts abstentions among those present and not among those cast", () => {
    expect(hasQuorum(ballots(5, 4, 1), quorum("present", false))).toBe(true);
    expect(hasQuorum(ballots(5, 4, 1), quorum("cast", false))).toBe(false);
  });

  test("that is missed stops the proposal, whatever the majority", () => {
    const result = countMajority(ballots(9, 0), quorum("present", false), thirty);
    expect(result).toMatchObject({ hasQuorum: false, passes: false, isTied: false });
  });
});

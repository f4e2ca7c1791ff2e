import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Budgeting, countEqualShares } from "./equal-shares.ts";
import { add, compare, fraction, fractionText, multiply } from "./fraction.ts";

/** 2 to 5 projects, up to 8 kinds of ballots. */
const budgetings = fc.integer({ min: 2, max: 5 }).chain((count) =>
  fc.record({
    budget: fc.integer({ min: 0, max: 60 }),
    projects: fc.array(fc.record({ cost: fc.integer({ min: 1, max: 30 }) }), {
      minLength: count,
      maxLength: count,
    }),
    ballots: fc.array(
      fc.record({
        count: fc.integer({ min: 1, max: 3 }),
        approved: fc.shuffledSubarray(Array.from({ length: count }, (_, one) => one)),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  }),
);

function lotFor({ projects }: Budgeting): number[] {
  return [...projects.keys()];
}

describe("Equal Shares", () => {
  test("by hand: each group gets what its own shares can pay for", () => {
    // 30 for 3 voters, 10 each. Two want the oven (16) and the tent (8), one wants the bikes (10).
    const result = countEqualShares(
      {
        budget: 30,
        projects: [{ cost: 16 }, { cost: 8 }, { cost: 10 }],
        ballots: [
          { count: 2, approved: [0, 1] },
          { count: 1, approved: [2] },
        ],
      },
      [0, 1, 2],
    );
    // Oven and tent cost either supporter half of their price: the tent is cheaper and comes first.
    // Of 10, or 11 after Add1, too little is left for the oven; with 12 each all three cost 34.
    expect(result.funded.map(({ project }) => project)).toEqual([1, 2]);
    expect(result.funded.map(({ rate }) => fractionText(rate))).toEqual(["1/2", "1"]);
    expect(result).toMatchObject({ spent: 18, runs: 3 });
    expect(fractionText(result.share)).toBe("11");
  });

  test("Add1 gives everybody one more unit as long as the budget holds", () => {
    // With 10 each nobody can pay 12; with 12 each both projects together would cost 24 of 20.
    const apart = countEqualShares(
      {
        budget: 20,
        projects: [{ cost: 12 }, { cost: 8 }],
        ballots: [
          { count: 1, approved: [0] },
          { count: 1, approved: [1] },
        ],
      },
      [0, 1],
    );
    expect(apart.spent).toBe(20);
    expect(fractionText(apart.share)).toBe("12");
    expect(apart.runs).toBe(3);
  });

  test("the last outcome within the budget counts, not the first beyond it", () => {
    const result = countEqualShares(
      {
        budget: 20,
        projects: [{ cost: 12 }, { cost: 12 }],
        ballots: [
          { count: 1, approved: [0] },
          { count: 1, approved: [1] },
        ],
      },
      [0, 1],
    );
    expect(result).toMatchObject({ funded: [], spent: 0, runs: 3 });
    expect(fractionText(result.share)).toBe("11");
  });

  test("a tie goes to more supporters, then to the lower cost, then to the lot", () => {
    const tie = (costs: readonly [number, number], ballots: Budgeting["ballots"]) =>
      countEqualShares({ budget: 40, projects: costs.map((cost) => ({ cost })), ballots }, [1, 0]);
    const together = [{ count: 2, approved: [0, 1] }];
    expect(tie([6, 4], together).funded[0]?.project).toBe(1);
    const even = tie([5, 5], together);
    expect(even.funded[0]?.project).toBe(1);
    expect(even.draws).toEqual([{ purpose: "fund", among: [0, 1], taken: 1 }]);
  });

  test("a tie counts too when neither price has changed since the last purchase", () => {
    const { funded } = countEqualShares(
      {
        budget: 50,
        projects: [{ cost: 1 }, { cost: 8 }, { cost: 6 }],
        ballots: [
          { count: 3, approved: [0] },
          { count: 2, approved: [1, 2] },
        ],
      },
      [0, 1, 2],
    );
    expect(funded.map(({ project }) => project)).toEqual([0, 2, 1]);
  });

  test("never spends more than the budget, and pays each project to the last unit", () => {
    fc.assert(
      fc.property(budgetings, (budgeting) => {
        const { funded, spent, share } = countEqualShares(budgeting, lotFor(budgeting));
        expect(spent).toBeLessThanOrEqual(budgeting.budget);
        expect(spent).toBe(
          funded.reduce((sum, { project }) => sum + (budgeting.projects[project]?.cost ?? 0), 0),
        );
        // Played again voter by voter: who supports a project pays its rate or all they have.
        const purses = budgeting.ballots.flatMap(({ count, approved }) =>
          Array.from({ length: count }, () => ({ approved, left: share })),
        );
        for (const { project, rate } of funded) {
          const cost = fraction(budgeting.projects[project]?.cost ?? 0);
          let paid = fraction(0);
          for (const purse of purses.filter(({ approved }) => approved.includes(project))) {
            const asked = multiply(rate, cost);
            const gives = compare(purse.left, asked) < 0 ? purse.left : asked;
            paid = add(paid, gives);
            purse.left = add(purse.left, { num: -gives.num, den: gives.den });
          }
          expect(compare(paid, cost)).toBe(0);
        }
      }),
    );
  });

  test("the order of voters, and how their ballots are bundled, change nothing", () => {
    fc.assert(
      fc.property(budgetings, (budgeting) => {
        const single = budgeting.ballots
          .toReversed()
          .flatMap(({ count, approved }) =>
            Array.from({ length: count }, () => ({ count: 1, approved: approved.toReversed() })),
          );
        expect(countEqualShares({ ...budgeting, ballots: single }, lotFor(budgeting))).toEqual(
          countEqualShares(budgeting, lotFor(budgeting)),
        );
      }),
    );
  });

  test("nobody voted, or nobody approved: nothing is funded", () => {
    const projects = [{ cost: 5 }];
    expect(countEqualShares({ budget: 9, projects, ballots: [] }, [0]).funded).toEqual([]);
    const blank = [{ count: 3, approved: [] }];
    expect(countEqualShares({ budget: 9, projects, ballots: blank }, [0]).funded).toEqual([]);
  });

  test("money and ballots are whole numbers", () => {
    const projects = [{ cost: 5 }];
    const count = (changes: Partial<Budgeting>) => () =>
      countEqualShares({ budget: 9, projects, ballots: [], ...changes }, [0]);
    expect(count({ budget: 9.5 })).toThrow("is a budget");
    expect(count({ projects: [{ cost: 0 }] })).toThrow("is a cost");
    expect(count({ ballots: [{ count: 0, approved: [] }] })).toThrow("whole number");
  });
});

import { describe, expect, test } from "vitest";
import { ballots, electionOf, inOrder, letters } from "#tests/voting/elections.ts";
import { decimalText } from "./fraction.ts";
import { countScottish } from "./scottish.ts";

/** Votes of the last stage, to five decimals. */
function lastVotes(result: ReturnType<typeof countScottish>): (string | undefined)[] {
  return result.stages.at(-1)?.votes.map((votes) => decimalText(votes, 5)) ?? [];
}

describe("Scottish STV", () => {
  test("a surplus passes on cut to five decimals, and the loss is non-transferable", () => {
    // 20 valid, 2 seats: quota 7. A has 10, surplus 3: each paper passes on 3/10 = 0.30000.
    // C and D share 6 and 4 of A's papers: 6 × 0.3 = 1.8 and 4 × 0.3 = 1.2.
    const election = electionOf(
      { candidates: 4, seats: 2 },
      ballots("6 AC", "4 AD", "5 B", "3 C", "2 D"),
    );
    const result = countScottish(election, inOrder(4));
    expect(decimalText(result.quota, 5)).toBe("7.00000");
    const surplus = result.stages[1];
    expect(surplus?.action).toEqual({ kind: "surplus", candidate: 0 });
    expect(surplus?.votes.map((votes) => decimalText(votes, 5))).toEqual([
      "7.00000",
      "5.00000",
      "4.80000",
      "3.20000",
    ]);
    expect(letters(result.elected)).toBe("AB");
    const lost = result.stages.map((stage) => decimalText(stage.nonTransferable, 5));
    expect(lost).toEqual(["0.00000", "0.00000", "3.20000", "8.00000"]);
  });

  test("a third is passed on as 0.33333, and what is cut off is lost to everybody", () => {
    // 11 valid, 2 seats: quota 4. A has 6, surplus 2: each paper passes on 0.33333.
    const election = electionOf({ candidates: 4, seats: 2 }, ballots("6 AB", "3 C", "2 D"));
    const result = countScottish(election, inOrder(4));
    expect(decimalText(result.stages[1]?.votes[1] ?? result.quota, 5)).toBe("1.99998");
    expect(decimalText(result.stages[1]?.nonTransferable ?? result.quota, 5)).toBe("0.00002");
  });

  test("the larger of two surpluses goes first", () => {
    const election = electionOf(
      { candidates: 4, seats: 3 },
      ballots("9 AD", "12 BD", "2 C", "1 D"),
    );
    const { stages } = countScottish(election, inOrder(4));
    expect(stages[1]?.action).toEqual({ kind: "surplus", candidate: 1 });
  });

  test("of two who are last, the one who had fewer votes a stage before goes out", () => {
    // E goes first and lifts C to D's 3 votes; at the first stage C had 2, so C goes out.
    const election = electionOf(
      { candidates: 5, seats: 1 },
      ballots("6 A", "5 B", "2 C", "3 D", "1 EC"),
    );
    const { stages, draws } = countScottish(election, [3, 2, 1, 0, 4]);
    expect(stages.map(({ action }) => action).slice(1, 3)).toEqual([
      { kind: "exclude", candidate: 4 },
      { kind: "exclude", candidate: 2 },
    ]);
    expect(draws).toEqual([]);
  });

  test("the latest stage that differs counts, not the first", () => {
    // C leads D at first, 4 to 3; D leads C once F is out, 5 to 4; without E both have 5.
    const election = electionOf(
      { candidates: 6, seats: 1 },
      ballots("9 A", "4 C", "3 D", "1 EC", "2 E", "2 FD"),
    );
    const withdrawn = [1];
    const { stages, draws } = countScottish({ ...election, withdrawn }, [3, 2, 0, 1, 4, 5]);
    const excluded = stages.flatMap(({ action }) =>
      action.kind === "exclude" ? [action.candidate] : [],
    );
    expect(letters(excluded)).toBe("FECD");
    expect(draws).toEqual([]);
  });

  test("two who were always equal: the lot decides, and the draw is published", () => {
    const election = electionOf({ candidates: 3, seats: 1 }, ballots("3 A", "2 B", "2 C"));
    const { draws, stages } = countScottish(election, [2, 1, 0]);
    expect(stages[1]?.action).toEqual({ kind: "exclude", candidate: 2 });
    expect(draws).toEqual([{ purpose: "exclude", among: [2, 1], taken: 2 }]);
  });

  test("it stops as soon as as many are left as vacancies, with the quota or without", () => {
    const election = electionOf({ candidates: 3, seats: 2 }, ballots("5 A", "1 B", "2 C"));
    const result = countScottish(election, inOrder(3));
    expect(letters(result.elected)).toBe("AC");
    expect(lastVotes(result)).toEqual(["3.00000", "0.00000", "2.00000"]);
  });

  test("one vote more than a third is a quota for two seats", () => {
    const quotaFor = (valid: number): string => {
      const election = electionOf({ candidates: 3, seats: 2 }, ballots(`${valid} A`));
      return decimalText(countScottish(election, inOrder(3)).quota, 0);
    };
    expect([8, 9, 10, 11, 12].map(quotaFor)).toEqual(["3", "4", "4", "4", "5"]);
  });
});

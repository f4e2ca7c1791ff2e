import { describe, expect, test } from "vitest";
import { compare, fraction, fractionText, sum } from "#domain/governance/counting/fraction.ts";
import { anElector } from "#tests/ballots.ts";
import { votesAtClose } from "./votes-at-close.ts";

const heads = (count: number) => Array.from({ length: count }, (_, at) => anElector(`h${at}`));
const others = (basis: "exchange" | "financing", weights: readonly number[]) =>
  weights.map((weight, at) => anElector(`${basis}${at}`, { basis, weight: fraction(weight) }));
const texts = (electors: Parameters<typeof votesAtClose>[0]) =>
  votesAtClose(electors).map(fractionText);

describe("votes at the close", () => {
  test("are what the electorate gives, where no cap is needed", () => {
    const legal = anElector("coop", { basis: "legal-person", weight: fraction(5) });
    expect(texts([...heads(2), legal])).toEqual(["1", "1", "5"]);
  });

  test("by exchange are at most a tenth each and a third together, in any order", () => {
    const present = [...others("exchange", [9, 9, 9, 9, 9]), ...heads(8)];
    const votes = votesAtClose(present);
    const total = sum(votes);
    expect(fractionText(sum(votes.slice(0, 5)))).toBe("4");
    expect(fractionText(total)).toBe("12");
    expect(votes.every((one) => compare(one, fraction(12, 10)) <= 0)).toBe(true);
    expect(texts(present.toReversed())).toEqual(votes.map(fractionText).toReversed());
  });

  test("of who finances are at most a third of all that are present", () => {
    expect(texts([...heads(4), ...others("financing", [3, 3])])).toEqual([
      "1",
      "1",
      "1",
      "1",
      "1",
      "1",
    ]);
    expect(texts(others("financing", [3]))).toEqual(["0"]);
  });

  test("hold both caps where both kinds are present", () => {
    const votes = votesAtClose([
      ...heads(6),
      ...others("exchange", [5, 5, 5, 5]),
      ...others("financing", [50]),
    ]);
    const third = sum(votes).num / (3n * sum(votes).den);
    expect(fractionText(sum(votes.slice(6, 10)))).toBe("3");
    expect(fractionText(votes[10] ?? fraction(0))).toBe("9/2");
    expect(third).toBe(4n);
  });
});

import { describe, expect, test } from "vitest";
import { fractionText } from "#domain/governance/counting/fraction.ts";
import type { Votes } from "#domain/governance/policy/policy.ts";
import { cents } from "#domain/kernel/money.ts";
import { rawWeights, type Weighable } from "./raw-weights.ts";

function member(change: Partial<Weighable> = {}): Weighable {
  return {
    memberId: "rosa",
    class: "consumer",
    kind: "natural",
    ownMembers: null,
    exchangeCents: null,
    ...change,
  };
}

function weigh(votes: Votes, ...members: readonly Weighable[]): readonly string[] {
  return rawWeights(votes, members).map(({ basis, weight }) => `${basis} ${fractionText(weight)}`);
}

describe("votes before the caps", () => {
  test("are one each, whatever somebody is", () => {
    const dairy = member({ kind: "legal", ownMembers: 12, exchangeCents: cents(90_000) });
    expect(weigh({ kind: "heads" }, member(), dairy)).toEqual(["head 1", "head 1"]);
  });

  test("of who finances are told apart, for their cap", () => {
    expect(weigh({ kind: "heads" }, member({ class: "financing" }))).toEqual(["financing 1"]);
  });

  test("of legal persons are as many as their members, up to the statute's most", () => {
    const votes: Votes = { kind: "legal-persons", most: 5 };
    const legal = (ownMembers: number | null) => member({ kind: "legal", ownMembers });
    expect(weigh(votes, legal(3), legal(5), legal(6), legal(null), member())).toEqual([
      "legal-person 3",
      "legal-person 5",
      "legal-person 5",
      "legal-person 1",
      "head 1",
    ]);
  });

  test("by exchange are its part of the mean, and never less than a head", () => {
    const sold = (euros: number) =>
      member({ class: "producer", exchangeCents: cents(euros * 100) });
    const weights = weigh({ kind: "exchange" }, sold(100), sold(500), sold(0), member());
    expect(weights).toEqual(["exchange 1", "exchange 5/2", "exchange 1", "head 1"]);
  });

  test("by exchange are one each while nobody has sold anything", () => {
    const nothing = member({ class: "producer", exchangeCents: cents(0) });
    expect(weigh({ kind: "exchange" }, nothing, nothing)).toEqual(["exchange 1", "exchange 1"]);
  });
});

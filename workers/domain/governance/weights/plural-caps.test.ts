import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  fractionText,
  multiply,
  sum,
} from "#domain/governance/counting/fraction.ts";
import { capExchangeVotes, capFinancingVotes } from "./plural-caps.ts";

const whole = (...votes: readonly number[]) => votes.map((vote) => fraction(vote));
const texts = (votes: readonly Fraction[]) => votes.map(fractionText);

describe("votes by exchange", () => {
  test("stand as they are where nobody has a tenth and all have no third", () => {
    expect(texts(capExchangeVotes(fraction(90), whole(3, 2, 4)))).toEqual(["3", "2", "4"]);
  });

  test("of one member end at a tenth of all, its own votes counted in", () => {
    // 45 heads and the capped member: T = 45 + T/10, so T = 50.
    expect(texts(capExchangeVotes(fraction(45), whole(40)))).toEqual(["5"]);
  });

  test("of many end at a third together, in proportion below the tenth", () => {
    // 20 heads: at most 10 for all, 3 for one.
    const votes = capExchangeVotes(fraction(20), whole(30, 30, 30, 6, 4));
    expect(texts(votes)).toEqual(["3", "3", "3", "3/5", "2/5"]);
  });

  test("are one each where ten or fewer are alone: no cap could hold", () => {
    expect(texts(capExchangeVotes(fraction(0), whole(7, 1, 2)))).toEqual(["1", "1", "1"]);
  });

  test("of more than ten who are alone keep to the tenth; a third of nobody is not asked", () => {
    const votes = capExchangeVotes(fraction(0), whole(100, ...Array.from({ length: 18 }, () => 1)));
    expect(texts(votes)[0]).toBe("2");
    expect(fractionText(sum(votes))).toBe("20");
  });

  test("never pass a tenth nor a third, and are never more than the statute gives (I4)", () => {
    const raws = fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), raws, (heads, raw) => {
        const votes = capExchangeVotes(fraction(heads), whole(...raw));
        const group = sum(votes);
        const total = add(fraction(heads), group);
        expect(compare(group, divide(total, fraction(3)))).toBeLessThanOrEqual(0);
        for (const [i, vote] of votes.entries()) {
          expect(compare(vote, divide(total, fraction(10)))).toBeLessThanOrEqual(0);
          expect(compare(vote, fraction(raw[i] ?? 0))).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test("give nobody less than the caps take: whoever is below a cap has what they wanted", () => {
    const raws = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), raws, (heads, raw) => {
        const votes = capExchangeVotes(fraction(heads), whole(...raw));
        const total = add(fraction(heads), sum(votes));
        const isFull = compare(multiply(sum(votes), fraction(3)), total) === 0;
        for (const [i, vote] of votes.entries()) {
          const isAtTenth = compare(multiply(vote, fraction(10)), total) === 0;
          const isWhole = compare(vote, fraction(raw[i] ?? 0)) === 0;
          expect(isFull || isAtTenth || isWhole).toBe(true);
        }
      }),
    );
  });

  test("do not depend on the order of the members (I2)", () => {
    const raws = fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.nat({ max: 80 }), raws, (heads, raw) => {
        const there = capExchangeVotes(fraction(heads), whole(...raw));
        const back = capExchangeVotes(fraction(heads), whole(...raw.toReversed()));
        expect(texts(back.toReversed())).toEqual(texts(there));
      }),
    );
  });
});

describe("votes of those who finance", () => {
  test("stand where they are a third or less", () => {
    expect(texts(capFinancingVotes(fraction(20), whole(6, 4)))).toEqual(["6", "4"]);
  });

  test("are shared out in proportion where they would be more", () => {
    expect(texts(capFinancingVotes(fraction(20), whole(30, 10)))).toEqual(["15/2", "5/2"]);
  });

  test("are none where nobody else is there", () => {
    expect(texts(capFinancingVotes(fraction(0), whole(5)))).toEqual(["0"]);
  });
});

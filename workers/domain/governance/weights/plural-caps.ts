import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  multiply,
  NOTHING,
  subtract,
  sum,
} from "#domain/governance/counting/fraction.ts";

/** No member with votes by exchange has more than this part of all votes (art. 2538 c.4 c.c.). */
const ONE_MEMBER = fraction(1, 10);
/** All of them together have no more than this part. */
const ALL_OF_THEM = fraction(1, 3);
/** Of so many that are alone in a meeting one always has more than a tenth. */
const TOO_FEW = 10;

/**
 * The votes of members who vote by the exchange they had with the cooperative (art. 2538 c.4 c.c.):
 * each at most a tenth of all votes present or represented, together at most a third. Exact: the
 * total that both caps refer to contains the capped votes themselves, so it is solved for, piece by
 * piece, and not iterated.
 *
 * Where nobody else is present the third cannot hold and is not asked; where, besides, there are
 * ten of them or fewer, the tenth cannot hold either, and each has one vote.
 * @param heads votes of the members who have one each
 * @param raw what the statute gives each by exchange, above zero, before the caps
 * @returns votes in the order of `raw`
 */
export function capExchangeVotes(heads: Fraction, raw: readonly Fraction[]): readonly Fraction[] {
  const isAlone = compare(heads, NOTHING) === 0;
  if (isAlone && raw.length <= TOO_FEW) return raw.map(() => fraction(1));
  const total = totalWithTenths(heads, raw);
  const tenths = raw.map((votes) => lesser(votes, multiply(total, ONE_MEMBER)));
  const most = divide(heads, fraction(2));
  if (isAlone || compare(sum(tenths), most) <= 0) return tenths;
  return fillTo(most, multiply(multiply(most, fraction(3)), ONE_MEMBER), raw);
}

/**
 * The votes of those who finance the cooperative: together at most a third of all votes present or
 * represented (art. 2526 c.c.), shared out in proportion where they had more.
 * @param others votes of everybody else who is present
 */
export function capFinancingVotes(others: Fraction, raw: readonly Fraction[]): readonly Fraction[] {
  const wanted = sum(raw);
  const most = multiply(others, divide(ALL_OF_THEM, subtract(fraction(1), ALL_OF_THEM)));
  if (compare(wanted, most) <= 0) return raw;
  return raw.map((votes) => divide(multiply(votes, most), wanted));
}

/** The total T with T = heads + the sum of min(raw, T/10): the largest few are at the cap. */
function totalWithTenths(heads: Fraction, raw: readonly Fraction[]): Fraction {
  const falling = raw.toSorted((one, other) => compare(other, one));
  let free = add(heads, sum(raw));
  for (let capped = 0; ; capped += 1) {
    const total = divide(free, subtract(fraction(1), fraction(capped, 10)));
    const largest = falling[capped];
    if (largest === undefined) return total;
    if (compare(largest, multiply(total, ONE_MEMBER)) <= 0) return total;
    free = subtract(free, largest);
  }
}

/** Votes in proportion, none above `cap`, that make `most` together (the level of the water). */
function fillTo(most: Fraction, cap: Fraction, raw: readonly Fraction[]): readonly Fraction[] {
  const falling = raw.toSorted((one, other) => compare(other, one));
  let left = most;
  let rest = sum(raw);
  for (const largest of falling) {
    const level = divide(left, rest);
    if (compare(multiply(largest, level), cap) <= 0) {
      return raw.map((votes) => lesser(multiply(votes, level), cap));
    }
    left = subtract(left, cap);
    rest = subtract(rest, largest);
  }
  return raw.map((votes) => lesser(votes, cap));
}

function lesser(one: Fraction, other: Fraction): Fraction {
  return compare(one, other) <= 0 ? one : other;
}

import {
  add,
  compare,
  divide,
  type Fraction,
  multiply,
  NOTHING,
  sum,
} from "#domain/governance/counting/fraction.ts";

/** A college: a class of members whose votes weigh together as the statute says. */
export interface College {
  readonly code: string;
  /** Its part of the whole; those of all colleges make 1. */
  readonly weight: Fraction;
}

/** What the members of a college said, by heads: within it everybody has one vote. */
export interface CollegeVotes {
  readonly yes: number;
  readonly no: number;
}

/** What becomes of the weight of a college of which nobody said yes or no. */
export type EmptyCollege = "lost" | "redistribute";

export interface CollegesResult {
  /** Of the whole: 1 where every college is of one mind. */
  readonly yes: Fraction;
  readonly no: Fraction;
  /** Colleges that nobody spoke for. */
  readonly empty: readonly string[];
}

/**
 * Votes by colleges (loi 47-1775, art. 19 octies, for SCICs): each college's weight is split in
 * proportion to what its members said. A college that is silent loses its weight, or leaves it to
 * the others in proportion to theirs, as the policy says.
 */
export function countColleges(
  colleges: readonly College[],
  votes: ReadonlyMap<string, CollegeVotes>,
  empty: EmptyCollege,
): CollegesResult {
  const spoken = colleges.filter(({ code }) => castIn(votes.get(code)) > 0);
  const base = empty === "lost" ? colleges : spoken;
  const whole = sum(base.map(({ weight }) => weight));
  let [yes, no] = [NOTHING, NOTHING];
  for (const { code, weight } of spoken) {
    const said = votes.get(code) ?? { yes: 0, no: 0 };
    const head = divide(divide(weight, whole), { num: BigInt(castIn(said)), den: 1n });
    yes = add(yes, multiply(head, { num: BigInt(said.yes), den: 1n }));
    no = add(no, multiply(head, { num: BigInt(said.no), den: 1n }));
  }
  const silent = colleges.filter((college) => !spoken.includes(college));
  return { yes, no, empty: silent.map(({ code }) => code) };
}

function castIn(votes: CollegeVotes | undefined): number {
  return votes === undefined ? 0 : votes.yes + votes.no;
}

/** What is wrong with colleges as a statute writes them; undefined where nothing is. */
export type CollegesFault = "too-few" | "out-of-bounds" | "not-one";

/** A SCIC has three colleges at least, each between a tenth and a half of the votes. */
export function faultOfColleges(colleges: readonly College[]): CollegesFault | undefined {
  if (colleges.length < 3) return "too-few";
  const isBetween = ({ weight }: College) =>
    compare(weight, { num: 1n, den: 10n }) >= 0 && compare(weight, { num: 1n, den: 2n }) <= 0;
  if (!colleges.every(isBetween)) return "out-of-bounds";
  return compare(sum(colleges.map(({ weight }) => weight)), { num: 1n, den: 1n }) === 0
    ? undefined
    : "not-one";
}

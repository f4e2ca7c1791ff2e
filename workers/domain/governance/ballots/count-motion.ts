import {
  compare,
  type Fraction,
  fraction,
  fractionText,
  multiply,
  NOTHING,
  add,
} from "#domain/governance/counting/fraction.ts";
import { countMajority, type MotionBallot } from "#domain/governance/counting/majority.ts";
import type { Votes } from "#domain/governance/policy/policy.ts";
import { countColleges as splitByColleges } from "#domain/governance/weights/colleges.ts";
import type { Counted } from "./count-by-method.ts";
import type { Counting, VotingBallot } from "./count-call.ts";

type Said = "yes" | "no" | "abstain";

/** Nothing of a question of yes or no is ever drawn by lot. */
const UNDRAWN = { winners: [], lot: [], draws: [], decidedByLot: false } as const;

/** Yes or no, by votes. */
export function countMotion({ ballots, rule, votes }: Counting): Counted {
  const cast = ballots.map((one): MotionBallot => ({ weight: one.votes, choice: saidBy(one) }));
  const { electorate, silent } = votes;
  const result = countMajority(cast, rule, { electorate, silent });
  return {
    ...UNDRAWN,
    passes: result.passes,
    count: {
      kind: "motion",
      yes: fractionText(result.yes),
      no: fractionText(result.no),
      abstain: fractionText(result.abstain),
      cast: fractionText(result.cast),
      needed: fractionText(result.needed),
      isTied: result.isTied,
    },
  };
}

/**
 * Yes or no, by colleges (loi 47-1775, art. 19 octies). The threshold is a share of the whole
 * where the policy says "electorate", so that what a silent college loses counts against; else a
 * share of what was said.
 */
export function countColleges(
  { ballots, rule, hasQuorum }: Counting,
  { colleges, empty }: Extract<Votes, { kind: "colleges" }>,
): Counted {
  const heads = colleges.map(({ code, weight }) => {
    const own = ballots.filter((ballot) => ballot.class === code);
    const count = (said: Said) => own.filter((ballot) => saidBy(ballot) === said).length;
    return { code, weight, yes: count("yes"), no: count("no"), abstain: count("abstain") };
  });
  const said = new Map(heads.map(({ code, yes, no }) => [code, { yes, no }]));
  const { yes, no } = splitByColleges(colleges, said, empty);
  const { share, base, isStrict } = rule.threshold;
  const needed = multiply(share, base === "electorate" ? fraction(1) : add(yes, no));
  const isDecided = hasQuorum && compare(add(yes, no), NOTHING) > 0;
  return {
    ...UNDRAWN,
    passes: isDecided && passesThreshold(yes, needed, rule.threshold),
    count: {
      kind: "colleges",
      yes: fractionText(yes),
      no: fractionText(no),
      needed: fractionText(needed),
      isTied: isDecided && isStrict && compare(yes, needed) === 0,
      colleges: heads.map((one) => ({ ...one, weight: fractionText(one.weight) })),
    },
  };
}

/**
 * Consent: it passes where somebody consents, nobody's reasoned objection stands, and there is a
 * quorum. Weights mean nothing: one objection is enough.
 */
export function countConsent({ ballots, hasQuorum }: Counting): Counted {
  const count = (word: string) =>
    ballots.filter(({ choice }) => "vote" in choice && choice.vote === word).length;
  const objections = ballots.flatMap(({ name, choice }) =>
    "vote" in choice && choice.vote === "objection"
      ? [{ ballot: name, reason: choice.reason }]
      : [],
  );
  const [consents, abstentions] = [count("consent"), count("abstain")];
  return {
    ...UNDRAWN,
    passes: hasQuorum && objections.length === 0 && consents > 0,
    count: { kind: "consent", consents, abstentions, objections },
  };
}

function saidBy({ choice }: VotingBallot): Said {
  const said = "vote" in choice ? choice.vote : "abstain";
  return said === "yes" || said === "no" ? said : "abstain";
}

/** Passed where that is asked, or only reached. */
export function passesThreshold(
  votes: Fraction,
  needed: Fraction,
  { isStrict }: { readonly isStrict: boolean },
): boolean {
  const order = compare(votes, needed);
  return isStrict ? order > 0 : order >= 0;
}

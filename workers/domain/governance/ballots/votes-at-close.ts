import { type Fraction, NOTHING, sum } from "#domain/governance/counting/fraction.ts";
import { capExchangeVotes, capFinancingVotes } from "#domain/governance/weights/plural-caps.ts";
import type { Weighed } from "./ballot.ts";

/**
 * The votes of those present or represented, in their order: what the electorate gives each, after
 * the caps of the law. Votes by exchange are capped among themselves and the heads, then those of
 * who finances against everybody else (art. 2538 c.4 and 2526 c.c.): so both caps hold also where
 * both kinds are present.
 */
export function votesAtClose(present: readonly Weighed[]): readonly Fraction[] {
  const votes = present.map(({ weight }) => weight);
  const places = (basis: Weighed["basis"]) =>
    [...present.keys()].filter((at) => present[at]?.basis === basis);
  const of = (at: number) => votes[at] ?? NOTHING;
  const exchange = places("exchange");
  if (exchange.length > 0) {
    const heads = sum([...places("head"), ...places("legal-person")].map(of));
    const capped = capExchangeVotes(heads, exchange.map(of));
    for (const [index, at] of exchange.entries()) votes[at] = capped[index] ?? NOTHING;
  }
  const financing = places("financing");
  if (financing.length > 0) {
    const others = sum(votes.filter((_, at) => present[at]?.basis !== "financing"));
    const capped = capFinancingVotes(others, financing.map(of));
    for (const [index, at] of financing.entries()) votes[at] = capped[index] ?? NOTHING;
  }
  return votes;
}

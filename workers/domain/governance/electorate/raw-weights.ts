import { compare, type Fraction, fraction, reduced } from "#domain/governance/counting/fraction.ts";
import type { Votes } from "#domain/governance/policy/policy.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { MemberClass, MemberKind } from "#domain/membership/member.ts";

/** Where a weight comes from: it says which caps of the law bind it at the count. */
export type Basis = "head" | "legal-person" | "exchange" | "financing";

/** What a member's votes are weighed by. */
export interface Weighable {
  readonly memberId: string;
  readonly class: MemberClass;
  readonly kind: MemberKind;
  /** How many members a legal person has itself; null where it did not say. */
  readonly ownMembers: number | null;
  /** What their enterprise sold or bought in the last year (`exchange.ts`); null without one. */
  readonly exchangeCents: Cents | null;
}

export interface Weight {
  readonly basis: Basis;
  readonly weight: Fraction;
}

const ONE: Fraction = fraction(1);

/**
 * The votes that a policy gives those who may vote, before the caps, in their order:
 *
 * - one each (art. 2538 c.2 c.c.), of financing members under the cap of art. 2526;
 * - legal persons one for each member of their own, up to what the statute says (c.3);
 * - enterprises by their exchange: as many as it is times the mean of all of them, one at least
 *   (c.4), so that nobody has less than a head;
 * - in colleges one each, and the colleges weigh.
 */
export function rawWeights(votes: Votes, entitled: readonly Weighable[]): readonly Weight[] {
  const trading = entitled.filter(trades);
  const whole = trading.reduce(
    (total, { exchangeCents }) => total + BigInt(exchangeCents ?? 0),
    0n,
  );
  return entitled.map((member): Weight => {
    if (member.class === "financing") return { basis: "financing", weight: ONE };
    if (votes.kind === "legal-persons" && member.kind === "legal") {
      const own = Math.min(Math.max(member.ownMembers ?? 1, 1), votes.most);
      return { basis: "legal-person", weight: fraction(own) };
    }
    if (votes.kind === "exchange" && trades(member)) {
      const exchanged = BigInt(member.exchangeCents ?? 0) * BigInt(trading.length);
      const mean = whole === 0n ? ONE : reduced(fraction(exchanged, whole));
      return { basis: "exchange", weight: compare(mean, ONE) < 0 ? ONE : mean };
    }
    return { basis: "head", weight: ONE };
  });
}

/** Who works through an enterprise here, and does not only lend it money. */
function trades({ class: of, exchangeCents }: Weighable): boolean {
  return exchangeCents !== null && of !== "financing";
}

import { allotWhole } from "#domain/kernel/allot.ts";
import type { MemberClass } from "#domain/membership/member.ts";

/** What decides whether separate assemblies are held (art. 2540 c.2 c.c.). */
export interface Extent {
  readonly members: number;
  readonly provinces: number;
  /** Kinds of exchange with members that are run apart (gestioni mutualistiche). */
  readonly managements: number;
}

/** Supporters and financing members trade with nobody. */
const WITHOUT_EXCHANGE: ReadonlySet<MemberClass> = new Set(["supporter", "financing"]);

/**
 * How far a network reaches. Kinds of exchange are those of the classes that have one; of provinces
 * the book keeps nothing, so it is taken for one.
 */
export function extentOf(book: readonly { readonly class: MemberClass }[]): Extent {
  const exchanging = book.filter((member) => !WITHOUT_EXCHANGE.has(member.class));
  const managements = new Set(exchanging.map((member) => member.class)).size;
  return { members: book.length, provinces: 1, managements };
}

/**
 * Whether the law asks for separate assemblies: more than 3,000 members in several provinces, or
 * more than 500 with several kinds of exchange (art. 2540 c.2 c.c.).
 */
export function needsSeparateAssemblies({ members, provinces, managements }: Extent): boolean {
  return (members > 3000 && provinces > 1) || (members > 500 && managements > 1);
}

/**
 * How many delegates each separate assembly sends to the general one: in proportion to its members,
 * by largest remainders, and one at least where it has members at all.
 * @param members of each section
 * @param delegates to be sent by all of them together, as many as there are sections at least
 */
export function delegatesOf(members: readonly number[], delegates: number): readonly number[] {
  const small = new Set<number>();
  for (;;) {
    const weights = members.map((count, section) => (small.has(section) ? 0 : count));
    const left = weights.some((weight) => weight > 0) ? delegates - small.size : 0;
    const seats = allotWhole(left, weights);
    const missed = seats.flatMap((one, section) => (one === 0 && weights[section] ? section : []));
    if (missed.length === 0) return seats.map((one, section) => (small.has(section) ? 1 : one));
    for (const section of missed) small.add(section);
  }
}

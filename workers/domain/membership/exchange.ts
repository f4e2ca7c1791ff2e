import { allot } from "#domain/kernel/allot.ts";
import { addCents, type Cents, ZERO } from "#domain/kernel/money.ts";
import type { MemberClass } from "./member.ts";

/** What a household bought, and the consumer members who take part in it. */
export interface Purchases {
  readonly goodsCents: Cents;
  readonly members: readonly string[];
}

/** What was traded through the network in a period. */
export interface Traded {
  /** By enterprise: what they sold. */
  readonly sold: ReadonlyMap<string, Cents>;
  /** By member: what they bought. */
  readonly bought: ReadonlyMap<string, Cents>;
}

/**
 * What consumer members bought: a household's purchases are split equally among those of them who
 * take part in it, the odd cents to the earlier, so that no purchase counts twice.
 */
export function purchasesByMember(rows: readonly Purchases[]): ReadonlyMap<string, Cents> {
  const bought = new Map<string, Cents>();
  for (const { goodsCents, members } of rows.filter((row) => row.members.length > 0)) {
    const parts = allot(
      goodsCents,
      members.map(() => 1),
    );
    for (const [at, member] of members.entries()) {
      bought.set(member, addCents(bought.get(member) ?? ZERO, parts[at] ?? ZERO));
    }
  }
  return bought;
}

/**
 * The exchange of a member with the network (scambio mutualistico), by what they are a member as
 * (art. 2512 and 2513 c.c.): what the enterprise of a producer sold, what a consumer bought. Null
 * for the others: who works or drives exchanges work, and who supports or finances nothing.
 */
export function exchangeOf(
  { memberId, class: as, enterpriseId }: Exchanging,
  { sold, bought }: Traded,
): Cents | null {
  if (as === "consumer") return bought.get(memberId) ?? ZERO;
  if (as !== "producer" || enterpriseId === null) return null;
  return sold.get(enterpriseId) ?? ZERO;
}

/**
 * The exchange that votes are weighed by: that of enterprises, since only where members join their
 * enterprises votes may follow it (art. 2538 c.4 c.c.). Null for everybody else.
 */
export function votingExchange(member: Exchanging, traded: Traded): Cents | null {
  const isEnterprise = member.kind === "legal" || member.enterpriseId !== null;
  return isEnterprise ? exchangeOf(member, traded) : null;
}

interface Exchanging {
  readonly memberId: string;
  readonly kind: "natural" | "legal";
  readonly class: MemberClass;
  readonly enterpriseId: string | null;
}

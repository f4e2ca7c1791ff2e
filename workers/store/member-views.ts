import type { CivilDate } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { memberStateOf } from "#domain/membership/member.ts";
import { overdueOn, unpaidOf } from "#domain/membership/share-movement.ts";
import type { MemberHistory, RegisterLine } from "./member-lists.ts";
import type { WaitingLine } from "./waiting-members.ts";

/** A line of the whole book: what the law makes it say of a member. */
export type RegisterView = ReturnType<typeof viewLine>;

/** Whoever waits for an answer, with what they said. */
export type WaitingView = ReturnType<typeof viewWaiting>;

export function viewWaiting(line: WaitingLine) {
  return { ...viewLine(line), words: line.words, repliedAt: line.repliedAt };
}

/** A membership of one's own. */
export type OwnView = RegisterView & Omit<MemberHistory, "id"> & { readonly overdueCents: Cents };

/** Memberships with their histories, and what is late of each on a day. */
export function ownViews(
  lines: readonly RegisterLine[],
  histories: readonly MemberHistory[],
  today: CivilDate,
): OwnView[] {
  return lines.map((line) => {
    const history = histories.find(({ id }) => id === line.membership.id);
    const { entries = [], movements = [], dues = [] } = history ?? {};
    const overdueCents = overdueOn(line.holding, dues, today);
    return { ...viewLine(line), entries, movements, dues, overdueCents };
  });
}

/** A membership as the API and its pages tell it. */
export function viewLine({ membership, holding, isInArrears, identity }: RegisterLine) {
  const { id, personId, kind, enterpriseId, ownMembers, bookNo, enrolledOn } = membership;
  const { appliedAt, decidedAt, endedAt, exitAskedAt, appealedAt, opposedAt } = membership;
  return {
    id,
    personId,
    bookNo,
    enrolledOn,
    state: memberStateOf(membership),
    kind,
    class: membership.class,
    enterpriseId,
    ownMembers,
    askedShares: membership.askedShares,
    askedInstalments: membership.askedInstalments,
    appliedAt,
    decidedAt,
    appealedAt,
    exitAskedAt,
    endedAt,
    opposedAt,
    name: identity?.name ?? null,
    taxCode: identity?.taxCode ?? null,
    bornOn: identity?.bornOn ?? null,
    bornIn: identity?.bornIn ?? null,
    representedBy: identity?.representedBy ?? null,
    street: identity?.street ?? null,
    postcode: identity?.postcode ?? null,
    town: identity?.town ?? null,
    shares: holding.shares,
    subscribedCents: holding.subscribed,
    paidCents: holding.paid,
    unpaidCents: unpaidOf(holding),
    owedCents: holding.owed,
    isInArrears,
  };
}

import { addDays, type CivilDate, type Instant, toRome } from "#domain/kernel/instant.ts";
import { isTransferFree } from "#domain/membership/share-deeds.ts";
import { openDues } from "#domain/membership/share-movement.ts";
import type { Call } from "#frontend/member/call-facts.ts";
import { againstOf } from "./http-own-share-facts.ts";
import type { HomeView } from "./read-home.ts";
import { isOpenTo } from "./reads.ts";

/** An instalment is told of so many days before it is due. */
const DUE_SOON_DAYS = 14;

type Own = HomeView["memberships"][number];
type Transfer = HomeView["transfers"][number];

/** What waits in the members' book: for whom it is about, and for those who keep it. */
export function callsOfBook(view: HomeView, now: Instant): readonly Call[] {
  const today = toRome(now).date;
  const ids = new Set<string>(view.memberships.map(({ id }) => id));
  const isKeeper = view.bookWaiting > 0 && isOpenTo(view.principal, "members.decide");
  return [
    ...view.memberships.flatMap((one) => [...callsOfDues(one, today), ...callsAgainst(one, now)]),
    ...view.transfers.flatMap((transfer) => callsOfTransfer(transfer, ids, now)),
    ...(isKeeper ? [{ kind: "members-waiting", waiting: view.bookWaiting } as const] : []),
  ];
}

function callsOfDues(one: Own, today: CivilDate): readonly Call[] {
  const { id: memberId, overdueCents, subscribedCents: subscribed, paidCents: paid } = one;
  if (overdueCents > 0) return [{ kind: "share-late", memberId, amount: overdueCents }];
  const [next] = openDues({ subscribed, paid }, one.dues);
  if (next === undefined || next.dueOn > addDays(today, DUE_SOON_DAYS)) return [];
  return [{ kind: "share-due", memberId, amount: next.amount, day: next.dueOn }];
}

/** A decision against somebody, while they can still say something to it and have not. */
function callsAgainst(one: Own, now: Instant): readonly Call[] {
  const against = againstOf(one, now);
  if (against === null || against.answeredAt !== null) return [];
  const { id: memberId } = one;
  const { kind, until, isOver } = against;
  if (kind === "suspended") return [{ kind: "member-suspended", memberId }];
  if (until === null || isOver) return [];
  return [{ kind: `member-${kind}`, memberId, until }];
}

function callsOfTransfer(
  { id: transferId, fromId, toId, toName, fromName, shares, askedAt, acceptedAt }: Transfer,
  own: ReadonlySet<string>,
  now: Instant,
): readonly Call[] {
  if (acceptedAt === null) {
    return own.has(toId) ? [{ kind: "share-offered", transferId, name: fromName, shares }] : [];
  }
  const isFree = own.has(fromId) && isTransferFree(askedAt, now);
  return isFree ? [{ kind: "share-free", transferId, name: toName, shares }] : [];
}

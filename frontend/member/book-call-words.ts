import type { Texts } from "#frontend/texts/texts.ts";
import type { Of, Said } from "./call-card.ts";
import { quotes } from "./member-parts.tsx";

type Kind =
  | "members-waiting"
  | "share-late"
  | "share-due"
  | "share-offered"
  | "share-free"
  | "member-suspended"
  | "member-excluded"
  | "member-refused";

const own = (memberId: string) => `/io/quote#member-${memberId}`;

/** The words of what waits in the members' book. */
export const BOOK_WORDS: { readonly [One in Kind]: (t: Texts, call: Of<One>) => Said } = {
  "members-waiting": ({ members, format }, { waiting }) => ({
    sentence: members.calls.waiting(format.count(waiting), waiting !== 1),
    go: members.calls.waitingGo,
    href: "/soci/libro",
  }),
  "share-late": ({ members, format }, { memberId, amount }) => ({
    sentence: members.calls.late(format.money(amount)),
    go: members.calls.dueGo,
    href: own(memberId),
  }),
  "share-due": ({ members, format }, { memberId, amount, day }) => ({
    sentence: members.calls.due(format.money(amount), format.date(day)),
    go: members.calls.dueGo,
    href: own(memberId),
  }),
  "share-offered": (t, { transferId, name, shares }) => ({
    sentence: t.members.calls.offered(name, quotes(t, shares)),
    go: t.members.calls.offeredGo,
    href: `/io/quote#transfer-${transferId}`,
  }),
  "share-free": (t, { transferId, name, shares }) => ({
    sentence: t.members.calls.free(name, quotes(t, shares)),
    go: t.members.calls.freeGo,
    href: `/io/quote#transfer-${transferId}`,
  }),
  "member-suspended": ({ members }, { memberId }) => ({
    sentence: members.calls.suspended,
    go: members.calls.suspendedGo,
    href: own(memberId),
  }),
  "member-excluded": ({ members, format }, { memberId, until }) => ({
    sentence: members.calls.excluded(format.date(until)),
    go: members.calls.excludedGo,
    href: own(memberId),
  }),
  "member-refused": ({ members, format }, { memberId, until }) => ({
    sentence: members.calls.refused(format.date(until)),
    go: members.calls.refusedGo,
    href: own(memberId),
  }),
};

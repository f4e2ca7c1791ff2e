import { allow, type Act } from "#domain/access/access.ts";
import { actorName, type Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { MemberId } from "#domain/kernel/ids.ts";
import { toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import {
  type BoardDeed,
  decideDeed,
  type Decided,
  type OwnDeed,
} from "#domain/membership/book-deeds.ts";
import { isInBook, type Membership } from "#domain/membership/member.ts";
import type { MembershipRefusal, ShareRefusal } from "#domain/membership/refusals.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import type { Statement } from "#ports/database.ts";
import { BOOK_NO_TAKEN, MEMBER_ALREADY, MEMBER_CHANGED, writeEntry } from "#store/member-events.ts";
import {
  type MemberRecord,
  memberRecord,
  nextBookNo,
  updateMember,
} from "#store/member-records.ts";
import { giveMemberRole, takeMemberRole } from "#store/member-roles.ts";
import { networkRules } from "#store/rules.ts";
import { SHARES_CHANGED } from "#store/shares.ts";
import { lettersAbout } from "./letters.ts";
import { nominalIn } from "#store/share-nominal.ts";
import { type EnteredView, viewEntered } from "./shown.ts";
import { subscription } from "./subscription.ts";

type EnterRefusal = AccessRefusal | MembershipRefusal | ShareRefusal;

/** Deeds that take a member out ask two officers; what is granted asks one. */
const ACTS: Readonly<Partial<Record<BoardDeed["kind"], Act>>> = {
  excluded: "members.exclude",
  "exclusion-annulled": "members.exclude",
};

/** The board, or the assembly's officers, make an entry in the book about a membership. */
export function enterInBook(
  request: Request,
  memberId: MemberId,
  command: { readonly deed: BoardDeed; readonly words: string | null },
) {
  const { deed, words } = command;
  return entering(request, memberId, { deed, words }, (principal, record) => {
    const allowed = allow(principal, ACTS[deed.kind] ?? "members.decide");
    if (!allowed.ok) return allowed;
    return record === null ? refuse({ code: "not-found", what: "member" }) : accept(record);
  });
}

/** Whoever a membership is about asks for something: to leave, or for another's word. */
export function askAsMember(
  request: Request,
  memberId: MemberId,
  command: { readonly deed: OwnDeed; readonly words: string | null },
) {
  return entering(request, memberId, command, ownOf);
}

/** The membership, for whoever acts for it; nobody else hears that it is there. */
export function ownOf(
  principal: Principal,
  record: MemberRecord | null,
): Outcome<MemberRecord, AccessRefusal> {
  const person = record?.membership.personId ?? null;
  const allowed = allow(principal, "members.own", { person });
  if (!allowed.ok) {
    return allowed.refusal.code === "not-allowed"
      ? refuse({ code: "not-found", what: "member" })
      : allowed;
  }
  return record === null ? refuse({ code: "not-found", what: "member" }) : accept(record);
}

const guards = {
  [MEMBER_CHANGED]: "decide-again",
  [BOOK_NO_TAKEN]: "decide-again",
  [SHARES_CHANGED]: "decide-again",
  [MEMBER_ALREADY]: { code: "member-already" },
} as const;

type Reach = (
  principal: Principal,
  record: MemberRecord | null,
) => Outcome<MemberRecord, AccessRefusal>;

function entering(
  request: Request,
  memberId: MemberId,
  { deed, words }: { readonly deed: BoardDeed | OwnDeed; readonly words: string | null },
  reach: Reach,
) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({
      record: memberRecord(memberId, toRome(now).date),
      bookNo: nextBookNo(),
      rules: networkRules(),
    }),
    decide: ({ record, bookNo, rules }, principal): Outcome<Plan<EnteredView>, EnterRefusal> => {
      const reached = reach(principal, record);
      if (!reached.ok) return reached;
      const { membership, isInArrears, demandedAt } = reached.value;
      const facts = { now, nextBookNo: bookNo, isInArrears, demandedAt };
      const decided = decideDeed(membership, deed, facts);
      if (!decided.ok) return decided;
      const after = { ...membership, ...decided.value.changes };
      const actor = actorName(principal);
      const shares = sharesOf(reached.value, decided.value, nominalIn(rules, now), { now, actor });
      if (!shares.ok) return shares;
      const statements = [
        ...written(membership, decided.value, words, { at: now, by: actor }),
        ...rolesOf(request, { before: membership, after }, actor),
        ...shares.value,
        ...lettersAbout(reached.value, decided.value.kind, words, now),
      ];
      return accept({ status: 201, value: viewEntered(after, decided.value), statements });
    },
    guards,
  });
}

function written(
  membership: Membership,
  { changes, kind, ground, detail }: Decided,
  words: string | null,
  { at, by: actor }: { readonly at: Request["ports"]["now"]; readonly by: string },
): Statement[] {
  const entry = { memberId: membership.id, number: membership.version + 1, kind, ground, detail };
  return [updateMember(membership, changes), ...writeEntry({ ...entry, at, actor }, words)];
}

/** Who comes into the book reads what members read; who leaves it reads it no more. */
function rolesOf(
  { ports: { ids, now: at } }: Request,
  { before, after }: { readonly before: Membership; readonly after: Membership },
  by: string,
): Statement[] {
  if (isInBook(before) === isInBook(after)) return [];
  return isInBook(after)
    ? [giveMemberRole(ids.next(), after.personId, { at, by })]
    : [takeMemberRole(after.personId, { at, by })];
}

/** With an admission the shares that were asked for are subscribed. */
function sharesOf(
  record: MemberRecord,
  { kind }: Decided,
  nominal: ReturnType<typeof nominalIn>,
  by: { readonly now: Request["ports"]["now"]; readonly actor: string },
): Outcome<readonly Statement[], ShareRefusal> {
  if (kind !== "admitted") return accept([]);
  const { membership, holding } = record;
  const { askedShares: shares, askedInstalments: instalments } = membership;
  const holder = { kind: membership.kind, class: membership.class, holding };
  const taken = subscription(membership.id, holder, { ...nominal, shares, instalments }, by);
  return taken.ok ? accept(taken.value.statements) : taken;
}

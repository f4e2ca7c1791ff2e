import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { MemberId, PersonId } from "#domain/kernel/ids.ts";
import { type CivilDate, type Instant, toRome } from "#domain/kernel/instant.ts";
import { timesCents } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { payShares } from "#domain/ledger/shares.ts";
import { type Application, checkApplication } from "#domain/membership/application.ts";
import { entryDetail } from "#domain/membership/book-entry.ts";
import type { MembershipRefusal, ShareRefusal } from "#domain/membership/refusals.ts";
import { pay } from "#domain/membership/share-deeds.ts";
import { moved, NO_SHARES } from "#domain/membership/share-movement.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import type { Statement } from "#ports/database.ts";
import { BOOK_NO_TAKEN, MEMBER_ALREADY, TAX_CODE_TAKEN, writeEntry } from "#store/member-events.ts";
import { knownAmong, nextBookNo, updateMember } from "#store/member-records.ts";
import { giveMemberRole } from "#store/member-roles.ts";
import { post } from "#store/postings.ts";
import { networkRules } from "#store/rules.ts";
import { writeMovement } from "#store/shares.ts";
import { type Applying, appliedRows } from "./apply.ts";
import { type Nominal, nominalIn } from "#store/share-nominal.ts";
import { shareRef, subscription } from "./subscription.ts";

/** A member whom the book on paper names, with what they paid; or an application on paper. */
export interface Transcribed {
  readonly personId: PersonId;
  readonly application: Application;
  /** Null for an application that waits for the board. */
  readonly enrolledOn: CivilDate | null;
  readonly paidShares: number;
}

export interface TranscribedView {
  readonly items: readonly { readonly id: MemberId; readonly bookNo: number | null }[];
}

type TranscribeRefusal = AccessRefusal | MembershipRefusal | ShareRefusal;

/**
 * Takes members over from a book on paper, with the day each was entered there. The entry is made
 * today and says so: who reads the book sees which days two officers vouched for.
 */
export function transcribe(request: Request, list: readonly Transcribed[]) {
  const { now } = request.ports;
  const named = list.flatMap(({ personId, application: { enterpriseId } }) =>
    enterpriseId === null ? [personId] : [personId, enterpriseId],
  );
  return perform(request, {
    load: () => ({ first: nextBookNo(), rules: networkRules(), known: knownAmong(named) }),
    decide: (
      { first, rules, known },
      principal,
    ): Outcome<Plan<TranscribedView>, TranscribeRefusal> => {
      const allowed = allow(principal, "members.transcribe");
      if (!allowed.ok) return allowed;
      const nominal = nominalIn(rules, now);
      const items: { id: MemberId; bookNo: number | null }[] = [];
      const statements: Statement[] = [];
      let bookNo = first;
      for (const one of list) {
        const checked = checkTranscribed(one, known, toRome(now).date);
        if (!checked.ok) return checked;
        const id = request.ports.ids.next<MemberId>();
        const by = { id, personId: one.personId, at: now, actor: actorName(principal) };
        const rows = rowsOf(request, one, { by, bookNo, ...nominal });
        if (!rows.ok) return rows;
        items.push({ id, bookNo: one.enrolledOn === null ? null : bookNo++ });
        statements.push(...rows.value);
      }
      return accept({ status: 201, value: { items }, statements });
    },
    guards: {
      [BOOK_NO_TAKEN]: "decide-again",
      [MEMBER_ALREADY]: { code: "member-already" },
      [TAX_CODE_TAKEN]: { code: "tax-code-taken" },
    },
  });
}

function checkTranscribed(
  { personId, application, enrolledOn }: Transcribed,
  known: ReadonlySet<string>,
  today: CivilDate,
): Outcome<Application, TranscribeRefusal> {
  const { enterpriseId } = application;
  if (!known.has(personId)) return refuse({ code: "not-found", what: "person" });
  if ((enrolledOn ?? today) > today) {
    return refuse({ code: "identity-misfit", field: "enrolledOn" });
  }
  const enterprises = enterpriseId !== null && known.has(enterpriseId) ? [enterpriseId] : [];
  return checkApplication(application, { isIn: false, enterprises }, today);
}

type Terms = Nominal & { readonly by: Applying; readonly bookNo: number };

function rowsOf(
  { ports: { ids } }: Request,
  one: Transcribed,
  terms: Terms,
): Outcome<Statement[], ShareRefusal> {
  const { by, bookNo } = terms;
  const { id, personId, at, actor } = by;
  const applied = appliedRows(one.application, by, ids.secret(), null);
  const { enrolledOn } = one;
  if (enrolledOn === null) return accept(applied);
  const shares = sharesOf(one, { ...terms, on: enrolledOn });
  if (!shares.ok) return shares;
  return accept([
    ...applied,
    ...admitted(id, { bookNo, enrolledOn }, { at, actor }),
    giveMemberRole(ids.next(), personId, { at, by: actor }),
    ...shares.value,
  ]);
}

/** The entry is of today, and says that the day in it comes from paper. */
function admitted(
  memberId: MemberId,
  { bookNo, enrolledOn }: { readonly bookNo: number; readonly enrolledOn: CivilDate },
  { at, actor }: { readonly at: Instant; readonly actor: string },
): Statement[] {
  const detail = entryDetail({ bookNo, enrolledOn, by: "paper" });
  const changes = { decision: "admitted", decidedAt: at, bookNo, enrolledOn } as const;
  const entry = { memberId, number: 2, kind: "admitted", ground: "", detail, at, actor } as const;
  return [updateMember({ id: memberId, version: 1 }, changes), ...writeEntry(entry)];
}

function sharesOf(
  one: Transcribed,
  terms: Terms & { readonly on: CivilDate },
): Outcome<Statement[], ShareRefusal> {
  const { kind, class: as, shares, instalments } = one.application;
  const { by, nominal } = terms;
  const occasion = { now: by.at, actor: by.actor };
  const holder = { kind, class: as, holding: NO_SHARES };
  const taken = subscription(by.id, holder, { ...terms, shares, instalments }, occasion);
  if (!taken.ok) return taken;
  if (one.paidShares === 0) return accept(taken.value.statements);
  const amount = timesCents(nominal, one.paidShares);
  const paid = pay(taken.value.holding, amount);
  if (!paid.ok) return paid;
  const { number } = moved(taken.value.holding, paid.value);
  const txRef = shareRef(by.id, number);
  const about = { memberId: by.id, number, txRef, at: by.at, actor: by.actor };
  return accept([
    ...taken.value.statements,
    ...post(payShares(by.id, { amount, into: "bank" }, txRef, { ...occasion, rules: {} })),
    writeMovement({ ...paid.value, ...about }),
  ]);
}

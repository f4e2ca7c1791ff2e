import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { type Instant, toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type OpenDeed, openDeeds } from "#domain/membership/open-deeds.ts";
import { overdueOn } from "#domain/membership/share-movement.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { type BookDocument, bookDocument, wholeRegister } from "#store/book-document.ts";
import {
  type BookLine,
  bookPage,
  memberHistory,
  registerLine,
  type WhichMember,
} from "#store/member-lists.ts";
import { type OwnView, viewLine, viewWaiting, type WaitingView } from "#store/member-views.ts";
import type { Page } from "#store/page.ts";
import { openTransfers, type TransferRow } from "#store/share-transfers.ts";
import { membersWaiting } from "#store/waiting-members.ts";
import { isOpenTo } from "./reads.ts";

/** The book as its reader may read it, and who waits for those who answer. */
export interface BookView {
  readonly around: Around;
  readonly page: Page<BookLine>;
  /** Null for who does not keep the book. */
  readonly waiting: readonly WaitingView[] | null;
  readonly transfers: readonly TransferRow[];
  readonly mayDecide: boolean;
}

/** As many as one page shows. */
const MOST = 100;

export async function readBook(
  request: Request,
  after: string | null,
): Promise<Outcome<BookView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    page: bookPage({ after, limit: MOST }),
    waiting: membersWaiting(toRome(request.ports.now).date),
    transfers: openTransfers(MOST),
  });
  const allowed = allow(principal, "members-book.read");
  if (!allowed.ok) return allowed;
  const keeps = isOpenTo(principal, "members-register.read");
  return accept({
    around: aroundOf(known, request),
    page: known.page,
    waiting: keeps ? known.waiting.map(viewWaiting) : null,
    transfers: keeps ? known.transfers : [],
    mayDecide: isOpenTo(principal, "members.decide"),
  });
}

/** One membership with its history, and what whoever keeps the book can do about it. */
export interface MemberView {
  readonly around: Around;
  readonly member: OwnView;
  readonly waiting: WaitingView | null;
  /** When overdue instalments were last demanded. */
  readonly demandedAt: Instant | null;
  readonly deeds: readonly OpenDeed[];
  readonly mayDecide: boolean;
  readonly mayRecord: boolean;
}

export async function readMember(
  request: Request,
  which: WhichMember,
): Promise<Outcome<MemberView, AccessRefusal>> {
  const { now } = request.ports;
  const today = toRome(now).date;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    line: registerLine(which, today),
    history: memberHistory(which),
    waiting: membersWaiting(today),
  });
  const allowed = allow(principal, "members-register.read");
  if (!allowed.ok) return allowed;
  const { line, history } = known;
  if (line === null || history === null) return refuse({ code: "not-found", what: "member" });
  const { membership, holding, isInArrears } = line;
  const { entries, movements, dues } = history;
  const demandedAt = entries.findLast(({ kind }) => kind === "payment-demanded")?.at ?? null;
  const waiting = known.waiting.find((one) => one.membership.id === membership.id);
  const overdueCents = overdueOn(holding, dues, today);
  return accept({
    around: aroundOf(known, request),
    member: { ...viewLine(line), entries, movements, dues, overdueCents },
    waiting: waiting === undefined ? null : viewWaiting(waiting),
    demandedAt,
    deeds: openDeeds(membership, { now, nextBookNo: 0, isInArrears, demandedAt }),
    mayDecide: isOpenTo(principal, "members.decide"),
    mayRecord: isOpenTo(principal, "shares.record"),
  });
}

/** The whole book with its digest. */
export interface RegisterView {
  readonly around: Around;
  readonly book: BookDocument;
}

/** The whole book, for who keeps it on paper. */
export async function readRegister(
  request: Request,
): Promise<Outcome<RegisterView, AccessRefusal>> {
  const { now } = request.ports;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    lines: wholeRegister(toRome(now).date),
  });
  const allowed = allow(principal, "members-register.read");
  if (!allowed.ok) return allowed;
  return accept({ around: aroundOf(known, request), book: bookDocument(known.lines, now) });
}

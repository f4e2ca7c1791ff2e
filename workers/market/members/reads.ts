import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { MemberId } from "#domain/kernel/ids.ts";
import { toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type BookDocument, bookDocument, wholeRegister } from "#store/book-document.ts";
import {
  type BookLine,
  bookPage,
  memberHistory,
  type MemberHistory,
  ownHistories,
  ownMemberships,
  registerLine,
  registerPage,
} from "#store/member-lists.ts";
import { membersWaiting } from "#store/waiting-members.ts";
import type { Page, PageAsked } from "#store/page.ts";
import {
  type OwnView,
  ownViews,
  type RegisterView,
  viewLine,
  viewWaiting,
  type WaitingView,
} from "#store/member-views.ts";
import { signedInAs } from "./own.ts";

type Read<T> = Promise<Outcome<T, AccessRefusal>>;

/** Who is in the book, as members read it: numbers, names and classes. */
export async function showBook(request: Request, asked: PageAsked): Read<Page<BookLine>> {
  const { known, principal } = await look(request, { page: bookPage(asked) });
  const allowed = allow(principal, "members-book.read");
  return allowed.ok ? accept(known.page) : allowed;
}

/** The whole book, with who left it, for those who keep it and those who look over them. */
export async function showRegister(request: Request, asked: PageAsked): Read<Page<RegisterView>> {
  const today = toRome(request.ports.now).date;
  const { known, principal } = await look(request, { page: registerPage(asked, today) });
  const allowed = allow(principal, "members-register.read");
  if (!allowed.ok) return allowed;
  const { items, next } = known.page;
  return accept({ items: items.map(viewLine), next });
}

/** Who waits for an answer of the board or of the assembly. */
export async function showWaiting(request: Request): Read<{ readonly items: WaitingView[] }> {
  const today = toRome(request.ports.now).date;
  const { known, principal } = await look(request, { waiting: membersWaiting(today) });
  const allowed = allow(principal, "members-register.read");
  return allowed.ok ? accept({ items: known.waiting.map(viewWaiting) }) : allowed;
}

/** One membership with its whole history. */
export async function showMember(
  request: Request,
  memberId: MemberId,
): Read<RegisterView & Omit<MemberHistory, "id">> {
  const today = toRome(request.ports.now).date;
  const { known, principal } = await look(request, {
    line: registerLine(memberId, today),
    history: memberHistory(memberId),
  });
  const allowed = allow(principal, "members-register.read");
  if (!allowed.ok) return allowed;
  const { line, history } = known;
  if (line === null || history === null) return refuse({ code: "not-found", what: "member" });
  const { entries, movements, dues } = history;
  return accept({ ...viewLine(line), entries, movements, dues });
}

/** One's own memberships, each with its history and what of its shares is due. */
export async function showOwn(request: Request): Read<{ readonly items: readonly OwnView[] }> {
  const { credentials, ports } = request;
  const today = toRome(ports.now).date;
  const { known, principal } = await look(request, {
    lines: ownMemberships(credentials.session, today),
    histories: ownHistories(credentials.session),
  });
  const self = signedInAs(principal, "self.read");
  if (!self.ok) return self;
  return accept({ items: ownViews(known.lines, known.histories, today) });
}

/** A line of the book as it is exported. */
export type ExportedLine = BookDocument["members"][number];

/** The book to print, to keep elsewhere, or to compare with another print of it. */
export async function exportBook(request: Request): Read<BookDocument> {
  const { now } = request.ports;
  const { known, principal } = await look(request, { lines: wholeRegister(toRome(now).date) });
  const allowed = allow(principal, "members-register.read");
  return allowed.ok ? accept(bookDocument(known.lines, now)) : allowed;
}

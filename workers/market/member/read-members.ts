import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { type CivilDate, toRome } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { oneself } from "#market/identity/own-sessions.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { applicantBy, type ApplicantRecord } from "#store/member-applicants.ts";
import {
  type BookLine,
  bookPage,
  membersWaiting,
  ownHistories,
  ownMemberships,
} from "#store/member-lists.ts";
import { type OwnView, ownViews, type RegisterView, viewLine } from "#store/member-views.ts";
import { inBookNow } from "#store/members.ts";
import type { Page } from "#store/page.ts";
import { nominalIn } from "#store/share-nominal.ts";
import { isOpenTo } from "./reads.ts";

/** What the page about membership says, and of its reader where somebody is signed in. */
export interface JoinView {
  readonly around: Around;
  readonly nominal: Cents;
  readonly inBook: number;
  readonly applicant: ApplicantRecord | null;
  readonly mayReadBook: boolean;
}

export async function readJoin(request: Request): Promise<JoinView> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    inBook: inBookNow(),
    applicant: applicantBy(request.credentials.session),
  });
  const isSignedIn = principal.who.kind === "person";
  return {
    around: aroundOf(known, request),
    nominal: nominalIn(known.rules, request.ports.now).nominal,
    inBook: known.inBook,
    applicant: isSignedIn ? known.applicant : null,
    mayReadBook: isOpenTo(principal, "members-book.read"),
  };
}

/** One's own memberships with what stands around the page. */
export interface OwnSharesView {
  readonly around: Around;
  readonly today: CivilDate;
  readonly memberships: readonly OwnView[];
}

export async function readOwnShares(
  request: Request,
): Promise<Outcome<OwnSharesView, AccessRefusal>> {
  const today = toRome(request.ports.now).date;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    lines: ownMemberships(request.credentials.session, today),
    histories: ownHistories(request.credentials.session),
  });
  const self = oneself(principal, "self.read");
  if (!self.ok) return self;
  const memberships = ownViews(known.lines, known.histories, today);
  return accept({ around: aroundOf(known, request), today, memberships });
}

/** The book as its reader may read it, and who waits for those who answer. */
export interface BookView {
  readonly around: Around;
  readonly page: Page<BookLine>;
  /** Null for who does not keep the book. */
  readonly waiting: readonly RegisterView[] | null;
  readonly mayDecide: boolean;
}

/** As many as one page shows. */
const MOST = 100;

export async function readBook(
  request: Request,
  after: string | null,
): Promise<Outcome<BookView, AccessRefusal>> {
  const today = toRome(request.ports.now).date;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    page: bookPage({ after, limit: MOST }),
    waiting: membersWaiting(today),
  });
  const allowed = allow(principal, "members-book.read");
  if (!allowed.ok) return allowed;
  const keeps = isOpenTo(principal, "members-register.read");
  return accept({
    around: aroundOf(known, request),
    page: known.page,
    waiting: keeps ? known.waiting.map(viewLine) : null,
    mayDecide: isOpenTo(principal, "members.decide"),
  });
}

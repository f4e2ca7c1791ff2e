import type { AccessRefusal } from "#domain/access/refusals.ts";
import { type CivilDate, DAY, later, toRome } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Traded } from "#domain/membership/exchange.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { oneself } from "#market/identity/own-sessions.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { applicantBy, type ApplicantRecord } from "#store/member-applicants.ts";
import { ownHistories, ownMemberships } from "#store/member-lists.ts";
import { type OwnView, ownViews } from "#store/member-views.ts";
import { inBookNow } from "#store/members.ts";
import { ownBought, soldBefore } from "#store/exchange.ts";
import { ownTransfers, type TransferRow } from "#store/share-transfers.ts";
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
  readonly nominal: Cents;
  readonly today: CivilDate;
  readonly memberships: readonly OwnView[];
  readonly transfers: readonly TransferRow[];
  /** What they exchanged with the network in the twelve months before this one. */
  readonly traded: Traded;
}

/** For so long a transfer that is over is still told of. */
const TOLD = 60 * DAY;

export async function readOwnShares(
  request: Request,
): Promise<Outcome<OwnSharesView, AccessRefusal>> {
  const today = toRome(request.ports.now).date;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    lines: ownMemberships(request.credentials.session, today),
    histories: ownHistories(request.credentials.session),
    sold: soldBefore(today),
    bought: ownBought(request.credentials.session, today),
    transfers: ownTransfers(request.credentials.session, later(request.ports.now, -TOLD)),
  });
  const self = oneself(principal, "self.read");
  if (!self.ok) return self;
  const memberships = ownViews(known.lines, known.histories, today);
  const { nominal } = nominalIn(known.rules, request.ports.now);
  const { transfers, sold, bought } = known;
  const own = { nominal, today, memberships, transfers, traded: { sold, bought } };
  return accept({ around: aroundOf(known, request), ...own });
}

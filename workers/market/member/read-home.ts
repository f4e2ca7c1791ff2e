import type { Principal, SignedIn } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { oneself } from "#market/identity/own-sessions.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { type OwnAnswer, ownAnswers } from "#store/own-answers.ts";
import { ownHistories, ownMemberships } from "#store/member-lists.ts";
import { type OwnView, ownViews } from "#store/member-views.ts";
import { type OwnCalls, ownCalls } from "#store/own-calls.ts";
import { type OwnHousehold, ownHouseholds } from "#store/own-households.ts";
import { type OwnOrderRow, ownOrdersInHand } from "#store/own-order-rows.ts";
import {
  ideasToEndorse,
  type LookingForSupport,
  type RunningVote,
  runningVotes,
} from "#store/own-votes.ts";
import { ownTransfers, type TransferRow } from "#store/share-transfers.ts";
import { waitingForOfficer } from "#store/waiting-members.ts";
import { addressesBeside, type AddressView } from "#store/persons.ts";

/** Nobody has more orders under way than this. */
const MOST_ORDERS = 20;

/** Everything of which something may wait for somebody, in the page's one round trip. */
export interface HomeView {
  readonly around: Around;
  readonly who: SignedIn;
  readonly principal: Principal;
  readonly orders: readonly OwnOrderRow[];
  readonly households: readonly OwnHousehold[];
  readonly addresses: readonly AddressView[];
  readonly calls: OwnCalls;
  readonly answers: readonly OwnAnswer[];
  /** Votes that run now. */
  readonly running: readonly RunningVote[];
  readonly ideas: readonly LookingForSupport[];
  /** Their places in the members' book, and shares that change hands. */
  readonly memberships: readonly OwnView[];
  readonly transfers: readonly TransferRow[];
  /** How many wait for an answer about the book, where that is theirs to give. */
  readonly bookWaiting: number;
}

export async function readHome(request: Request): Promise<Outcome<HomeView, AccessRefusal>> {
  const { session } = request.credentials;
  const { now } = request.ports;
  const today = toRome(now).date;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    orders: ownOrdersInHand(session, MOST_ORDERS),
    households: ownHouseholds(session),
    addresses: addressesBeside(session),
    calls: ownCalls(session, now),
    answers: ownAnswers(session, now),
    running: runningVotes(request.credentials, now),
    ideas: ideasToEndorse(request.credentials),
    lines: ownMemberships(session, today),
    histories: ownHistories(session),
    transfers: ownTransfers(session, now),
    bookWaiting: waitingForOfficer(session),
  });
  const self = oneself(principal, "self.read");
  if (!self.ok) return self;
  const { orders, households, addresses, calls, answers, running, ideas } = known;
  const around = aroundOf(known, request);
  const who = self.value;
  const waiting = { orders, households, addresses, calls, answers, running, ideas };
  const memberships = ownViews(known.lines, known.histories, today);
  const { transfers, bookWaiting } = known;
  return accept({ around, who, principal, ...waiting, memberships, transfers, bookWaiting });
}

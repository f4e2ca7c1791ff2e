import type { Principal, SignedIn } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { oneself } from "#market/identity/own-sessions.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { type OwnAnswer, ownAnswers } from "#store/own-answers.ts";
import { type OwnCalls, ownCalls } from "#store/own-calls.ts";
import { type OwnHousehold, ownHouseholds } from "#store/own-households.ts";
import { type OwnOrderRow, ownOrdersInHand } from "#store/own-order-rows.ts";
import {
  ideasToEndorse,
  type LookingForSupport,
  type RunningVote,
  runningVotes,
} from "#store/own-votes.ts";
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
}

export async function readHome(request: Request): Promise<Outcome<HomeView, AccessRefusal>> {
  const { session } = request.credentials;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    orders: ownOrdersInHand(session, MOST_ORDERS),
    households: ownHouseholds(session),
    addresses: addressesBeside(session),
    calls: ownCalls(session, request.ports.now),
    answers: ownAnswers(session, request.ports.now),
    running: runningVotes(request.credentials, request.ports.now),
    ideas: ideasToEndorse(request.credentials),
  });
  const self = oneself(principal, "self.read");
  if (!self.ok) return self;
  const { orders, households, addresses, calls, answers, running, ideas } = known;
  const around = aroundOf(known, request);
  const who = self.value;
  const waiting = { orders, households, addresses, calls, answers, running, ideas };
  return accept({ around, who, principal, ...waiting });
}

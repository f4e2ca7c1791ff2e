import { ruleAt, ruleNumber, type RuleVersion } from "#domain/governance/rule.ts";
import type { CycleId, EnterpriseId, OfferId, PoolId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { type Milli, milli } from "#domain/kernel/quantity.ts";
import { type ClosedProducer, closeProducer } from "#domain/orders/close.ts";
import { type AllocationStrategy, TRADE_RULES } from "#domain/orders/rules.ts";
import { stockHeld } from "#domain/orders/stock-held.ts";
import type { Statement } from "#ports/database.ts";
import {
  buyOffers,
  holdStock,
  type OfferToBuy,
  stepDone,
  type VersionedLine,
} from "#store/allocations.ts";
import type { CycleRow } from "#store/cycles.ts";
import { appendLineEvents } from "#store/line-events.ts";

/** The rules that decide a close: how a cut is shared, what each producer asks for at least. */
export interface ClosingRules {
  readonly network: readonly RuleVersion[];
  readonly minimums: readonly RuleVersion[];
}

/** The strategy in force at the close (the rule's base instant). */
export function strategyAt({ network }: ClosingRules, closesAt: Instant): AllocationStrategy {
  const version = ruleAt(network, "allocation-strategy", closesAt);
  invariant(version !== null, "the network has a rule allocation-strategy");
  return version.value as AllocationStrategy;
}

/** What a producer asks for at least, in force at the close; nothing unless it said so. */
export function minimumAt(
  { minimums }: ClosingRules,
  enterpriseId: EnterpriseId,
  closesAt: Instant,
): Cents {
  const version = ruleAt(minimums, "producer-minimum", closesAt, enterpriseId);
  return version === null ? cents(0) : cents(ruleNumber(version));
}

/**
 * A number that the network may have decided, in force at an instant. One that it never heard of,
 * because it was set up before the rule existed, is the default.
 */
export function numberAt(
  network: readonly RuleVersion[],
  key: "completion-minutes" | "dispatch-minutes" | "settlement-days" | "standing-minutes",
  at: Instant,
): number {
  const version = ruleAt(network, key, at);
  if (version !== null) return ruleNumber(version);
  return Number(TRADE_RULES.find((rule) => rule.key === key)?.default);
}

/** One producer's lines among what the cycle offers. */
export interface ProducerBooked {
  readonly enterpriseId: EnterpriseId;
  readonly lines: readonly VersionedLine[];
  readonly offers: readonly OfferToBuy[];
  readonly strategy: AllocationStrategy;
  readonly minimumCents: Cents;
}

/** Closes one producer on what was read: in preview, and once for good. */
export function closeBooked(booked: ProducerBooked): ClosedProducer {
  const { enterpriseId, lines, strategy, minimumCents } = booked;
  const offers = booked.offers.filter(({ terms }) => terms.enterpriseId === enterpriseId);
  const freeMilli = new Map<PoolId, Milli>();
  for (const { terms, freeMilli: free } of offers) {
    if (terms.poolId !== null) freeMilli.set(terms.poolId, free ?? milli(0));
  }
  const terms = offers.map((offer) => offer.terms);
  return closeProducer({ offers: terms, lines, minimumCents, strategy, freeMilli });
}

/** The batch that allocates one producer: its lines, its boxes, its stock, and that it is done. */
export function allocateProducer(
  cycle: CycleRow,
  booked: ProducerBooked,
  done: { readonly round: number; readonly at: Instant; readonly actor: string },
): Statement[] {
  const closed = closeBooked(booked);
  const versions = new Map(booked.lines.map((line) => [line.lineId, line.version]));
  const terms = termsByOffer(booked.offers);
  const { at, actor, round } = done;
  const events = closed.lines.map(({ lineId, state, reason }) => ({
    lineId,
    number: (versions.get(lineId) ?? 0) + 1,
    kind: "allocated" as const,
    at,
    actor,
    reason,
    state,
  }));
  const held = closed.lines.map(({ orderId, offerId, state }) => ({
    orderId,
    terms: termsOf(terms, offerId),
    before: state.wantedMilli,
    after: state.allocatedMilli ?? milli(0),
  }));
  return [
    stepFor(cycle.id, booked.enterpriseId, round, at),
    ...appendLineEvents(events),
    buyOffers(closed.offers),
    ...holdStock(cycle.hubId, stockHeld(held), at),
  ];
}

function stepFor(cycleId: CycleId, subject: EnterpriseId, round: number, doneAt: Instant) {
  return stepDone({ cycleId, round, step: "allocate", subject, doneAt });
}

export function termsByOffer(offers: readonly OfferToBuy[]) {
  return new Map(offers.map(({ terms }) => [terms.offerId, terms]));
}

/** The terms of a line's offer. @throws BrokenInvariant when they were not read with it. */
export function termsOf<T>(terms: ReadonlyMap<OfferId, T>, offerId: OfferId): T {
  const found = terms.get(offerId);
  invariant(found !== undefined, "a line's offer is read with it");
  return found;
}

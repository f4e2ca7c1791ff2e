import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import {
  addCents,
  type Cents,
  multiplyDivide,
  subtractCents,
  sumCents,
  ZERO,
} from "#domain/kernel/money.ts";
import type { LineId, OfferId, OrderId, PoolId } from "#domain/kernel/ids.ts";
import { addMilli, type Milli, milli, subtractMilli } from "#domain/kernel/quantity.ts";
import { type Allocation, allocate, type AllocatedLine } from "./allocate.ts";
import { allocatedState } from "./delivery.ts";
import { estimate } from "./estimate.ts";
import type { LineState } from "./line.ts";
import type { AllocationStrategy } from "./rules.ts";

/** A line of one producer, as it is when the cycle closes. */
export interface ClosingLine {
  readonly lineId: LineId;
  readonly orderId: OrderId;
  readonly offerId: OfferId;
  readonly seq: number;
  readonly state: LineState;
}

/** Everything that decides what is bought of one producer. */
export interface ProducerToClose {
  /** In the order in which they are bought. */
  readonly offers: readonly OfferTerms[];
  readonly lines: readonly ClosingLine[];
  readonly minimumCents: Cents;
  readonly strategy: AllocationStrategy;
  /** What nobody holds of each pool: boxes that tolerance completes are taken from it. */
  readonly freeMilli: ReadonlyMap<PoolId, Milli>;
}

export interface ClosedLine extends ClosingLine {
  readonly reason: AllocatedLine["reason"];
}

export interface ClosedOffer extends Omit<Allocation, "lines"> {
  readonly offerId: OfferId;
}

export interface ClosedProducer {
  /** Sum of estimates at nominal weight, before any box. */
  readonly orderedGrossCents: Cents;
  readonly meetsMinimum: boolean;
  /** Only offers with at least one line. */
  readonly offers: readonly ClosedOffer[];
  readonly lines: readonly ClosedLine[];
}

/**
 * Closes one producer: its minimum first, once, on estimates; then offer by offer the boxes and
 * who gets what (RULES §4). Nothing that happens afterwards brings the minimum back into question.
 */
export function closeProducer(producer: ProducerToClose): ClosedProducer {
  const orderedGrossCents = sumCents(producer.lines.map(({ state }) => state.estimatedCents));
  const meetsMinimum = orderedGrossCents >= producer.minimumCents;
  const offers: ClosedOffer[] = [];
  const lines: ClosedLine[] = [];
  const free = new Map(producer.freeMilli);
  const cuts = new Map<OrderId, Cents>();
  const byOffer = Map.groupBy(producer.lines, ({ offerId }) => offerId);
  for (const terms of producer.offers) {
    const asked = byOffer.get(terms.offerId) ?? [];
    if (asked.length === 0) continue;
    const closed = closeOffer(terms, asked, { producer, meetsMinimum, free, cuts });
    offers.push(closed.offer);
    lines.push(...closed.lines);
  }
  return { orderedGrossCents, meetsMinimum, offers, lines };
}

interface Running {
  readonly producer: ProducerToClose;
  readonly meetsMinimum: boolean;
  /** Falls with each offer that takes more than was wanted of a pool. */
  readonly free: Map<PoolId, Milli>;
  /** What each order lost so far in this close, which equal cost makes up for. */
  readonly cuts: Map<OrderId, Cents>;
}

function closeOffer(terms: OfferTerms, asked: readonly ClosingLine[], running: Running) {
  const { strategy } = running.producer;
  const demand = asked.reduce((sum, { state }) => addMilli(sum, state.wantedMilli), milli(0));
  const { lines: shares, ...bought } = allocate(
    asked.map(({ lineId, seq, orderId, state }) => ({
      lineId,
      seq,
      wantedMilli: state.wantedMilli,
      toleranceMilli: state.toleranceMilli,
      cutBefore: running.cuts.get(orderId) ?? ZERO,
    })),
    {
      terms,
      strategy,
      meetsMinimum: running.meetsMinimum,
      stockMilli: inStock(terms, demand, running),
    },
  );
  takeExtra(terms, bought, running);
  const byLine = new Map(shares.map((share) => [share.lineId, share]));
  const lines = asked.map((line) => closedLine(terms, line, byLine.get(line.lineId)));
  for (const line of lines) addCut(terms, line, running.cuts);
  return { offer: { offerId: terms.offerId, ...bought }, lines };
}

/** What is wanted is reserved already; beyond it only what is free can be taken. */
function inStock(terms: OfferTerms, demand: Milli, { free }: Running): Milli | null {
  if (terms.poolId === null) return null;
  const left = free.get(terms.poolId) ?? milli(0);
  return addMilli(demand, milli(Math.floor((left * 1000) / terms.poolMilliPerUnit)));
}

function takeExtra(
  terms: OfferTerms,
  { demandMilli, orderedMilli }: Pick<Allocation, "demandMilli" | "orderedMilli">,
  { free }: Running,
): void {
  if (terms.poolId === null || orderedMilli <= demandMilli) return;
  const extra = subtractMilli(orderedMilli, demandMilli);
  const taken = drawnFrom(terms, extra);
  const left = free.get(terms.poolId) ?? milli(0);
  free.set(terms.poolId, milli(Math.max(0, left - taken)));
}

function closedLine(
  terms: OfferTerms,
  line: ClosingLine,
  share: AllocatedLine | undefined,
): ClosedLine {
  const nothing = { allocatedMilli: milli(0), status: "cut_by_box" } as const;
  const state = allocatedState(terms, line.state, share ?? nothing);
  return { ...line, state, reason: share?.reason ?? "" };
}

function addCut(terms: OfferTerms, line: ClosedLine, cuts: Map<OrderId, Cents>): void {
  const { allocatedMilli, estimatedCents, wantedMilli } = line.state;
  if (allocatedMilli === null || allocatedMilli >= wantedMilli) return;
  const cut = subtractCents(estimatedCents, estimate(terms, allocatedMilli));
  cuts.set(line.orderId, addCents(cuts.get(line.orderId) ?? ZERO, cut));
}

/** What a quantity of an offer draws from its pool. */
export function drawnFrom(terms: OfferTerms, quantity: Milli): Milli {
  return milli(multiplyDivide(quantity, terms.poolMilliPerUnit, 1000));
}

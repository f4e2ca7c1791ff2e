import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId, LineId, OfferId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type Grams, milli } from "#domain/kernel/quantity.ts";
import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import { cycleState, mayBecome } from "#domain/orders/cycle-state.ts";
import { deliveredState, weighedState } from "#domain/orders/delivery.ts";
import type { CycleRefusal } from "#domain/orders/refusals.ts";
import { type CycleChanged, ofHub } from "#market/cycles/cycle-view.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { linesById, linesOfCycle, offersAsked, type VersionedLine } from "#store/allocations.ts";
import { appendCycleEvent, CYCLE_CHANGED, CYCLE_STATE, cycleById } from "#store/cycles.ts";
import { type DeliveryFact, noteFacts } from "#store/delivery-facts.ts";
import { appendLineEvents, LINE_CHANGED } from "#store/line-events.ts";
import { ORDER_SETTLED } from "#store/settlements.ts";
import { termsByOffer, termsOf } from "./allocation.ts";
import { type LineNow, lineNow, nextEvent } from "./receive.ts";

type Refusal = AccessRefusal | CycleRefusal;

export interface Weight {
  readonly lineId: LineId;
  /** Of all pieces of the line that are really delivered. */
  readonly grams: Grams;
}

/**
 * Notes what lines of variable weight weigh. A line can be weighed again until its order is
 * charged: the last weight counts. What delivers nothing keeps costing nothing.
 */
export function noteWeights(
  request: Request,
  command: { readonly cycleId: CycleId; readonly weights: readonly Weight[] },
) {
  const { cycleId, weights } = command;
  const { now: at } = request.ports;
  return perform(request, {
    load: () => ({
      cycle: cycleById(cycleId),
      lines: linesById(
        cycleId,
        weights.map(({ lineId }) => lineId),
      ),
      offers: offersAsked(cycleId, at),
    }),
    decide: ({ cycle, lines, offers }, principal): Outcome<Plan<{ lines: LineNow[] }>, Refusal> => {
      const managed = ofHub(cycle, principal, "delivery.record");
      if (!managed.ok) return managed;
      const state = cycleState(managed.value, at);
      const isWeighing = state === "sent" || state === "receiving" || state === "delivered";
      if (!isWeighing) return refuse({ code: "cycle-state", state, act: "weighed" });
      const weighed = weighAll(weights, lines, termsByOffer(offers));
      if (!weighed.ok) return weighed;
      const by = { at, actor: actorName(principal) };
      return accept({
        value: { lines: weighed.value.map(lineNow) },
        statements: [
          ...noteFacts(cycleId, weights.map(weightFact), by),
          ...appendLineEvents(weighed.value.map((line) => nextEvent(line, "weighed", by))),
        ],
      });
    },
    guards: {
      [LINE_CHANGED]: "decide-again",
      [CYCLE_STATE]: "decide-again",
      [ORDER_SETTLED]: { code: "order-settled", cycleId },
    },
  });
}

function weightFact({ lineId, grams }: Weight): DeliveryFact {
  return { kind: "weighed", subject: lineId, quantity: grams };
}

function weighAll(
  weights: readonly Weight[],
  lines: readonly VersionedLine[],
  terms: ReadonlyMap<OfferId, OfferTerms>,
): Outcome<VersionedLine[], Refusal> {
  const byId = new Map(lines.map((line) => [line.lineId, line]));
  const seen = new Set<LineId>();
  const weighed: VersionedLine[] = [];
  for (const { lineId, grams } of weights) {
    const line = byId.get(lineId);
    if (line === undefined) return refuse({ code: "not-found", what: "line" });
    if (seen.has(lineId)) return refuse({ code: "line-twice", lineId });
    seen.add(lineId);
    const own = termsOf(terms, line.offerId);
    if (own.kind !== "variable") return refuse({ code: "line-not-weighed", lineId });
    const delivers = (line.state.deliveredMilli ?? milli(0)) > 0;
    if (delivers) weighed.push({ ...line, state: weighedState(own, line.state, grams) });
  }
  return accept(weighed);
}

/**
 * Declares a cycle delivered: every line is final. What was not weighed weighs nothing and costs
 * nothing; until it is charged it can still be weighed.
 */
export function declareDelivery(request: Request, cycleId: CycleId) {
  const { now: at } = request.ports;
  return perform(request, {
    load: () => ({
      cycle: cycleById(cycleId),
      lines: linesOfCycle(cycleId),
      offers: offersAsked(cycleId, at),
    }),
    decide: ({ cycle, lines, offers }, principal): Outcome<Plan<CycleChanged>, Refusal> => {
      const managed = ofHub(cycle, principal, "delivery.record");
      if (!managed.ok) return managed;
      const possible = mayBecome(managed.value, "delivered", at);
      if (!possible.ok) return possible;
      const { version } = managed.value;
      const by = { at, actor: actorName(principal) };
      const terms = termsByOffer(offers);
      const finals = lines.flatMap((line) => {
        const state = deliveredState(termsOf(terms, line.offerId), line.state);
        const isSame =
          state.status === line.state.status && state.actualGrams === line.state.actualGrams;
        return isSame ? [] : [{ ...line, state }];
      });
      return accept({
        value: { id: cycleId, state: "delivered", version: version + 1, by: by.actor },
        statements: [
          appendCycleEvent({ cycleId, version, kind: "delivered", ...by }),
          ...appendLineEvents(finals.map((line) => nextEvent(line, "delivered", by))),
        ],
      });
    },
    guards: {
      [CYCLE_CHANGED]: "decide-again",
      [CYCLE_STATE]: "decide-again",
      [LINE_CHANGED]: "decide-again",
    },
  });
}

import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import type { CycleId, EnterpriseId, LineId, OfferId } from "#domain/kernel/ids.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type Grams, isMultipleOf, type Milli, milli } from "#domain/kernel/quantity.ts";
import { type CycleState, mayBecome } from "#domain/orders/cycle-state.ts";
import { shareShortage, shortState } from "#domain/orders/delivery.ts";
import type { LineStatus } from "#domain/orders/line.ts";
import type { CycleRefusal } from "#domain/orders/refusals.ts";
import { ofHub } from "#market/cycles/cycle-view.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { linesOfOffer, type VersionedLine } from "#store/allocations.ts";
import { appendCycleEvent, CYCLE_CHANGED, CYCLE_STATE, cycleById } from "#store/cycles.ts";
import { arrivedProducers, noteFacts } from "#store/delivery-facts.ts";
import { appendLineEvents, LINE_CHANGED } from "#store/line-events.ts";
import { offersNow } from "#store/ordering.ts";
import { sheetProducers } from "#store/sheets.ts";

type Refusal = AccessRefusal | CycleRefusal;

const AGAIN = {
  [CYCLE_CHANGED]: "decide-again",
  [CYCLE_STATE]: "decide-again",
  [LINE_CHANGED]: "decide-again",
} as const;

export interface Arrived {
  readonly state: CycleState;
  /** Everyone whose goods have arrived by now. */
  readonly enterpriseIds: readonly string[];
}

/** Notes whose goods have arrived. The first arrival makes it delivery day. */
export function noteArrivals(
  request: Request,
  command: { readonly cycleId: CycleId; readonly enterpriseIds: readonly EnterpriseId[] },
) {
  const { cycleId } = command;
  const { now: at } = request.ports;
  return perform(request, {
    load: () => ({
      cycle: cycleById(cycleId),
      producers: sheetProducers(cycleId),
      arrived: arrivedProducers(cycleId),
    }),
    decide: ({ cycle, producers, arrived }, principal): Outcome<Plan<Arrived>, Refusal> => {
      const managed = ofHub(cycle, principal, "delivery.record");
      if (!managed.ok) return managed;
      const possible = mayBecome(managed.value, "receiving", at);
      if (!possible.ok) return possible;
      const known = new Set(producers.map(({ enterpriseId }) => enterpriseId));
      const isKnown = command.enterpriseIds.every((enterpriseId) => known.has(enterpriseId));
      if (!isKnown) return refuse({ code: "not-found", what: "producer" });
      const fresh = new Set(command.enterpriseIds.filter((one) => !arrived.includes(one)));
      const facts = [...fresh].map((subject) => ({ kind: "arrived" as const, subject }));
      const { version } = managed.value;
      const by = { at, actor: actorName(principal) };
      const begins = possible.value === "sent";
      return accept({
        value: { state: "receiving", enterpriseIds: [...arrived, ...fresh].toSorted() },
        statements: [
          ...(begins ? [appendCycleEvent({ cycleId, version, kind: "receiving", ...by })] : []),
          ...noteFacts(
            cycleId,
            facts.map((fact) => ({ ...fact, quantity: null })),
            by,
          ),
        ],
      });
    },
    guards: AGAIN,
  });
}

/** What a fact made of a line. */
export interface LineNow {
  readonly id: LineId;
  readonly status: LineStatus;
  readonly deliveredMilli: Milli | null;
  readonly actualGrams: Grams | null;
  readonly finalCents: Cents | null;
}

/**
 * Notes how much of an offer is missing, all in all: told again, it replaces what was told before.
 * Latest orders lose first (RULES §5).
 */
export function noteShortage(
  request: Request,
  command: { readonly cycleId: CycleId; readonly offerId: OfferId; readonly missingMilli: Milli },
) {
  const { cycleId, offerId, missingMilli } = command;
  const { now: at } = request.ports;
  return perform(request, {
    load: () => ({
      cycle: cycleById(cycleId),
      lines: linesOfOffer(cycleId, offerId),
      offers: offersNow(cycleId, [offerId], at),
    }),
    decide: ({ cycle, lines, offers }, principal): Outcome<Plan<{ lines: LineNow[] }>, Refusal> => {
      const managed = ofHub(cycle, principal, "delivery.record");
      if (!managed.ok) return managed;
      const possible = mayBecome(managed.value, "receiving", at);
      if (!possible.ok) return possible;
      const terms = offers.get(offerId)?.terms;
      if (terms === undefined) return refuse({ code: "not-found", what: "offer" });
      const isWhole = terms.kind === "kg" || isMultipleOf(missingMilli, milli(1000));
      if (!isWhole) return refuse({ code: "shortage-not-whole", offerId });
      const short = shortLines(terms, lines, missingMilli);
      const by = { at, actor: actorName(principal) };
      const fact = { kind: "short" as const, subject: offerId, quantity: missingMilli };
      return accept({
        value: { lines: short.map(lineNow) },
        statements: [
          ...noteFacts(cycleId, [fact], by),
          ...appendLineEvents(short.map((line) => nextEvent(line, "short", by))),
        ],
      });
    },
    guards: AGAIN,
  });
}

/** The lines that lose more or less than they did. */
function shortLines(
  terms: OfferTerms,
  lines: readonly VersionedLine[],
  missing: Milli,
): VersionedLine[] {
  const losses = shareShortage(lines, missing);
  return lines.flatMap((line, index) => {
    const lost = losses[index] ?? milli(0);
    if (lost === line.state.lostMilli) return [];
    return [{ ...line, state: shortState(terms, line.state, lost) }];
  });
}

export function lineNow({ lineId, state }: VersionedLine): LineNow {
  const { status, deliveredMilli, actualGrams, finalCents } = state;
  return { id: lineId, status, deliveredMilli, actualGrams, finalCents };
}

/** The event that leaves this state behind. */
export function nextEvent<K extends "short" | "weighed" | "delivered">(
  { lineId, version, state }: VersionedLine,
  kind: K,
  by: { readonly at: Request["ports"]["now"]; readonly actor: string },
) {
  return { lineId, number: version + 1, kind, state, ...by };
}

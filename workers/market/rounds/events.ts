import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { RoundsRefusal } from "#domain/delivery/rounds/refusals.ts";
import type { CycleId, PlanProblemId, ShiftId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import { cycleById } from "#store/cycles.ts";
import { grantsBy } from "#store/enterprise-grants.ts";
import { PLAN_PROBLEM_CHANGED } from "#store/plans.ts";
import {
  ROUND_CHANGED,
  ROUND_TOLD,
  type RoundEvent,
  roundEvents,
  tellRound,
} from "#store/rounds.ts";
import { decideQuestion, type RoundsKnown, roundsLoaders, subjectOf } from "./ask.ts";
import { ofHub } from "./of-hub.ts";

/** What is told of a round. */
export interface EventTold {
  readonly kind: RoundEvent["kind"];
  readonly shiftId: ShiftId;
  /** `order:ID` or `producer:ID`, of what was done or tried in vain. */
  readonly subject: string | null;
  /** How late, for who is late. */
  readonly minutes: number | null;
}

export interface EventNoted extends EventTold {
  readonly number: number;
  /** The problem of the rounds that are left, where the event asks for other ones. */
  readonly problemId: PlanProblemId | null;
}

/** Who is late, or drives no more, asks for other rounds; what is done is only noted. */
const CHANGES_ROUNDS: ReadonlySet<EventTold["kind"]> = new Set(["late", "out"]);

/**
 * Notes what happened on a round, once. Where it upsets the rounds, the same batch asks for new
 * ones: what is done stays done, the next stops stay, and couriers read the new version.
 */
export function noteEvent(request: Request, cycleId: CycleId, told: EventTold) {
  const { subject } = told;
  return perform(request, {
    load: () => ({
      ...roundsLoaders(cycleId),
      row: cycleById(cycleId),
      given: grantsBy({ hubOf: cycleId }),
    }),
    decide: (known, principal): Outcome<Plan<EventNoted>, AccessRefusal | RoundsRefusal> => {
      const mine = ofHub(known.row, principal, "rounds.tell", known.given);
      if (!mine.ok) return mine;
      const fits = checkEvent(known, told);
      if (!fits.ok) return fits;
      const { now, ids } = request.ports;
      const actor = actorName(principal);
      const event = { ...told, number: known.events.length + 1, at: now, actor };
      const statements = [tellRound(cycleId, event)];
      const noted = { ...told, number: event.number, problemId: null };
      if (!CHANGES_ROUNDS.has(told.kind)) {
        return accept({ status: 201, value: noted, statements });
      }
      const problemId = ids.next<PlanProblemId>();
      const asking = { problemId, at: now, actor };
      const question = decideQuestion(known, asking, [...known.events, event]);
      // Nothing is left to plan, or nobody drives any more: the event is told all the same.
      if (!question.ok) return accept({ status: 201, value: noted, statements });
      return accept({
        status: 201,
        value: { ...noted, problemId },
        statements: [...statements, ...question.value.statements],
      });
    },
    guards: {
      [ROUND_CHANGED]: "decide-again",
      [PLAN_PROBLEM_CHANGED]: "decide-again",
      [ROUND_TOLD]: { code: "round-stop-told", subject: subject ?? "" },
    },
  });
}

function checkEvent(
  { shifts, last, events }: RoundsKnown,
  { shiftId, subject }: EventTold,
): Outcome<null, AccessRefusal | RoundsRefusal> {
  if (!shifts.some((shift) => shift.shiftId === shiftId)) {
    return refuse({ code: "not-found", what: "shift" });
  }
  if (subject === null) return accept(null);
  if (events.some((event) => event.subject === subject)) {
    return refuse({ code: "round-stop-told", subject });
  }
  const isKnown = last?.legend.stops.some((stop) => subjectOf(stop) === subject);
  return isKnown === true ? accept(null) : refuse({ code: "round-stop-unknown", subject });
}

/** What was told of a cycle's rounds so far. */
export async function listEvents(
  request: Request,
  cycleId: CycleId,
): Promise<Outcome<{ readonly items: readonly RoundEvent[] }, AccessRefusal>> {
  const { known, principal } = await look(request, {
    cycle: cycleById(cycleId),
    events: roundEvents(cycleId),
    given: grantsBy({ hubOf: cycleId }),
  });
  const seen = ofHub(known.cycle, principal, "rounds.read", known.given);
  return seen.ok ? accept({ items: known.events }) : seen;
}

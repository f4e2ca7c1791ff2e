import { allow } from "#domain/access/access.ts";
import type { EnterpriseGrant } from "#domain/access/enterprise-grants.ts";
import { actorName, type Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { RoundsRefusal } from "#domain/delivery/rounds/refusals.ts";
import type { Failure, RoundEventKind } from "#domain/delivery/rounds/round-event.ts";
import type { CycleId, PlanProblemId, ShiftId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import { cycleById, type CycleRow } from "#store/cycles.ts";
import { grantsBy } from "#store/enterprise-grants.ts";
import { PLAN_PROBLEM_CHANGED } from "#store/plans.ts";
import {
  ROUND_CHANGED,
  ROUND_TOLD,
  type RoundEvent,
  roundEvents,
  tellRound,
} from "#store/rounds.ts";
import type { NamedShift } from "#store/shifts.ts";
import { decideQuestion, type RoundsKnown, roundsLoaders, subjectOf } from "./ask.ts";
import { ofHub } from "./of-hub.ts";

/** What is told of a round. */
export interface EventTold {
  readonly kind: RoundEventKind;
  readonly shiftId: ShiftId;
  /**
   * `order:ID` or `producer:ID`, of what was done or tried in vain: at a pickup point all that was
   * left there at once. None for what is of the whole shift.
   */
  readonly subjects: readonly string[];
  /** How late, for who is late. */
  readonly minutes: number | null;
  /** Why in vain, and for nothing else. */
  readonly reason: Failure | null;
}

export interface EventNoted {
  readonly kind: RoundEventKind;
  readonly shiftId: ShiftId;
  readonly subject: string | null;
  readonly minutes: number | null;
  readonly reason: Failure | null;
  readonly number: number;
  /** The problem of the rounds that are left, where the event asks for other ones. */
  readonly problemId: PlanProblemId | null;
}

type TellRefusal = AccessRefusal | RoundsRefusal;

/** Who is late, found nobody, or drives no more, asks for other rounds; the rest is only noted. */
const CHANGES_ROUNDS: ReadonlySet<EventTold["kind"]> = new Set(["failed", "late", "out"]);

/**
 * Notes what happened on a round, once. Where it upsets the rounds, the same batch asks for new
 * ones: what is done stays done, the next stops stay, and couriers read the new version. Whoever
 * drives the shift may tell, their enterprise, the hub, and who carries for the hub.
 */
export function noteEvent(request: Request, cycleId: CycleId, told: EventTold) {
  const [subject = null] = told.subjects;
  return perform(request, {
    load: () => ({
      ...roundsLoaders(cycleId),
      row: cycleById(cycleId),
      given: grantsBy({ hubOf: cycleId }),
    }),
    decide: (known, principal): Outcome<Plan<EventNoted>, TellRefusal> => {
      const mine = mayTell(known, principal, told.shiftId);
      if (!mine.ok) return mine;
      const fits = checkEvent(known, told);
      if (!fits.ok) return fits;
      const { now: at, ids } = request.ports;
      const by = { at, actor: actorName(principal), problemId: ids.next<PlanProblemId>() };
      return accept(noting({ ...known, cycleId }, told, by));
    },
    guards: {
      [ROUND_CHANGED]: "decide-again",
      [PLAN_PROBLEM_CHANGED]: "decide-again",
      [ROUND_TOLD]: { code: "round-stop-told", subject: subject ?? "" },
    },
  });
}

interface EventKnown extends RoundsKnown {
  readonly cycleId: CycleId;
}

interface Tellable {
  readonly row: CycleRow | null;
  readonly shifts: readonly NamedShift[];
  readonly given: readonly EnterpriseGrant[];
}

function mayTell(
  { row, shifts, given }: Tellable,
  principal: Principal,
  shiftId: ShiftId,
): Outcome<CycleRow, AccessRefusal> {
  const shift = shifts.find((one) => one.shiftId === shiftId);
  const driven =
    shift === undefined ? {} : { courier: shift.vehicle.enterpriseId, person: shift.personId };
  const subjects = row === null ? {} : { hub: row.hubId, ...driven };
  const allowed = allow(principal, "rounds.tell", subjects, given);
  if (!allowed.ok) return allowed;
  return row === null ? refuse({ code: "not-found", what: "cycle" }) : accept(row);
}

interface Noting {
  readonly at: Instant;
  readonly actor: string;
  readonly problemId: PlanProblemId;
}

function noting(known: EventKnown, told: EventTold, by: Noting): Plan<EventNoted> {
  const { subjects, ...event } = told;
  const { at, actor, problemId } = by;
  const first = known.events.length + 1;
  const events = (subjects.length === 0 ? [null] : subjects).map((subject, index) => ({
    ...event,
    subject,
    number: first + index,
    at,
    actor,
  }));
  const statements = events.map((one) => tellRound(known.cycleId, one));
  const noted = { ...event, subject: subjects[0] ?? null, number: first, problemId: null };
  if (!CHANGES_ROUNDS.has(told.kind)) return { status: 201, value: noted, statements };
  const question = decideQuestion(known, by, [...known.events, ...events]);
  // Nothing is left to plan, or nobody drives any more: the event is told all the same.
  if (!question.ok) return { status: 201, value: noted, statements };
  return {
    status: 201,
    value: { ...noted, problemId },
    statements: [...statements, ...question.value.statements],
  };
}

function checkEvent(
  { shifts, last, events }: RoundsKnown,
  { shiftId, subjects }: EventTold,
): Outcome<null, AccessRefusal | RoundsRefusal> {
  if (!shifts.some((shift) => shift.shiftId === shiftId)) {
    return refuse({ code: "not-found", what: "shift" });
  }
  for (const subject of subjects) {
    if (events.some((event) => event.subject === subject)) {
      return refuse({ code: "round-stop-told", subject });
    }
    const isKnown = last?.legend.stops.some((stop) => subjectOf(stop) === subject);
    if (isKnown !== true) return refuse({ code: "round-stop-unknown", subject });
  }
  return accept(null);
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

import type { RoundsRefusal } from "#domain/delivery/rounds/refusals.ts";
import type { Legend } from "#domain/delivery/rounds/legend.ts";
import { draftRounds, type RoundsDraft } from "#domain/delivery/rounds/make-rounds.ts";
import { restOfRounds, type ToldStop } from "#domain/delivery/rounds/replan.ts";
import { secondsAhead } from "#domain/delivery/rounds/paid-hours.ts";
import type { RoundsDay } from "#domain/delivery/rounds/rounds-day.ts";
import { DIMENSIONS } from "#domain/delivery/rounds/parcels.ts";
import { seconds } from "#domain/delivery/rounds/fleet.ts";
import type { ProblemDraft } from "#domain/delivery/write-problem.ts";
import { ruleAt, ruleNumber } from "#domain/governance/rule.ts";
import type { CycleId, OrderId, PlanProblemId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { cycleState } from "#domain/orders/cycle-state.ts";
import type { Statement } from "#ports/database.ts";
import { askForPlan, lastPlanNumber, type PlanVehicle } from "#store/plans.ts";
import {
  dayLines,
  dayOrders,
  dayPoints,
  dayProducers,
  readyFrom,
  type RoundsCycle,
  roundsCycle,
} from "#store/rounds-day.ts";
import {
  keepLegend,
  lastRounds,
  type RoundEvent,
  roundEvents,
  roundsPlans,
} from "#store/rounds.ts";
import { paidShifts } from "#store/paid-shifts.ts";
import { networkRules } from "#store/rules.ts";
import { dayShifts, type NamedShift } from "#store/shifts.ts";
import type { Loaded } from "#store/statement.ts";

/** Everything that the rounds of a cycle are made of. */
export function roundsLoaders(cycleId: CycleId) {
  return {
    cycle: roundsCycle(cycleId),
    orders: dayOrders(cycleId),
    lines: dayLines(cycleId),
    points: dayPoints(),
    producers: dayProducers(cycleId),
    shifts: dayShifts(cycleId),
    number: lastPlanNumber(cycleId),
    last: lastRounds(cycleId),
    plans: roundsPlans(cycleId, 1),
    events: roundEvents(cycleId),
    paid: paidShifts(cycleId),
    ruleVersions: networkRules(),
  };
}

export type RoundsKnown = Loaded<ReturnType<typeof roundsLoaders>>;

/** The day as the domain takes it. */
export function dayOf(known: RoundsKnown, cycle: RoundsCycle): RoundsDay {
  const told = cycle.sentAt ?? cycle.closesAt;
  const rule = ruleAt(known.ruleVersions, "courier-fairness", cycle.closesAt);
  const ahead = secondsAhead(known.paid, known.shifts.map(courierOf));
  return {
    deliveryDay: cycle.deliveryDay,
    hub: cycle.hub,
    terms: cycle.terms,
    orders: known.orders,
    lines: known.lines,
    points: known.points,
    producers: known.producers.map(readyFrom(told)),
    shifts: known.shifts.map((shift) => ({ ...shift, ahead: ahead.get(courierOf(shift)) ?? 0 })),
    fairnessCents: cents(rule === null ? 0 : ruleNumber(rule)),
  };
}

/** Who drives: the person who is named, or else whoever comes with the vehicle. */
function courierOf({ personId, vehicle }: NamedShift): string {
  return personId ?? vehicle.vehicleId;
}

/** What was asked of the planner. */
export interface RoundsAsked {
  readonly problemId: PlanProblemId;
  readonly number: number;
  /** How many stops are to be planned, and how many could not be. */
  readonly stops: number;
  readonly leftOut: number;
}

export interface Asking {
  readonly problemId: PlanProblemId;
  readonly at: Instant;
  readonly actor: string;
}

/**
 * Decides what the planner is asked about a cycle: the whole day before anything happened, what is
 * left of it afterwards. Nothing is asked before the close, or once crates were declared delivered.
 */
export function decideQuestion(
  known: RoundsKnown,
  asking: Asking,
  events: readonly RoundEvent[] = known.events,
): Outcome<{ readonly asked: RoundsAsked; readonly statements: Statement[] }, RoundsRefusal> {
  const { cycle, shifts } = known;
  const no = cycle === null ? "rounds-too-early" : whyNot(cycle, shifts, asking.at);
  if (cycle === null || no !== null) return refuse({ code: no ?? "rounds-too-early" });
  const draft = draftRounds(dayOf(known, cycle), known.last?.legend);
  const { problem, legend, from } = question(known, draft, events, asking.at);
  if (problem.errands.length === 0) return refuse({ code: "rounds-without-stops" });
  const number = known.number + 1;
  const { problemId, at, actor } = asking;
  const statements = [
    ...askForPlan({
      id: problemId,
      cycleId: cycle.cycleId,
      number,
      problem,
      from,
      at,
      actor,
      places: draft.places,
      vehicles: planVehicles(problem, legend, shifts),
      errands: planErrands(problem, legend),
    }),
    keepLegend(problemId, legend),
  ];
  const counts = { stops: problem.errands.length, leftOut: legend.leftOut.length };
  return accept({ asked: { problemId, number, ...counts }, statements });
}

function whyNot(
  cycle: RoundsCycle,
  shifts: readonly NamedShift[],
  now: Instant,
):
  | (RoundsRefusal["code"] &
      ("rounds-too-early" | "rounds-over" | "rounds-without-hub" | "rounds-without-shift"))
  | null {
  const state = cycleState(cycle, now);
  if (["draft", "announced", "open", "completing"].includes(state)) return "rounds-too-early";
  if (["delivered", "settled", "cancelled"].includes(state)) return "rounds-over";
  if (cycle.hub === null) return "rounds-without-hub";
  return shifts.length === 0 ? "rounds-without-shift" : null;
}

interface Question {
  readonly problem: ProblemDraft;
  readonly legend: Legend;
  readonly from: { readonly problemId: PlanProblemId; readonly version: number } | null;
}

function question(
  { plans: [last] }: RoundsKnown,
  draft: RoundsDraft,
  events: readonly RoundEvent[],
  now: Instant,
): Question {
  const { errands, vehicles, places, legend } = draft;
  const sharing = draft.fairness === undefined ? {} : { fairness: draft.fairness };
  const whole = { errands, vehicles, places: places.length, dimensions: DIMENSIONS, ...sharing };
  if (last === undefined) return { problem: whole, legend, from: null };
  const from = { problemId: last.problemId, version: last.version };
  if (events.length === 0) return { problem: whole, legend, from };
  const told = events.flatMap((event) => toldOf(event, legend));
  const { problem, stranded } = restOfRounds(draft, last.plan, told, seconds(now));
  const leftOut = [...legend.leftOut, ...stranded];
  return { problem, legend: { ...legend, leftOut }, from };
}

/** An event by the numbers of a legend; nothing where it speaks of what is not in it. */
function toldOf(event: RoundEvent, { stops, vehicles }: Legend): ToldStop[] {
  const vehicle = vehicles.find(({ shiftId }) => shiftId === event.shiftId);
  if (vehicle === undefined) return [];
  const stop = stops.find((one) => subjectOf(one) === event.subject);
  if (event.subject !== null && stop === undefined) return [];
  const { kind, minutes, at } = event;
  return [{ kind, minutes, at: seconds(at), vehicle: vehicle.id, stop: stop?.id ?? null }];
}

/** How history names a stop: `order:ID`, or `producer:ID`. */
export function subjectOf({ kind, ref }: Legend["stops"][number]): string {
  return `${kind === "collection" ? "producer" : "order"}:${ref}`;
}

function planVehicles(
  { vehicles }: ProblemDraft,
  legend: Legend,
  shifts: readonly NamedShift[],
): PlanVehicle[] {
  return vehicles.flatMap(({ id }) => {
    const shiftId = legend.vehicles.find((one) => one.id === id)?.shiftId;
    const shift = shifts.find((one) => one.shiftId === shiftId);
    if (shift === undefined) return [];
    const { personId } = shift;
    const { name, enterpriseId } = shift.vehicle;
    return [{ vehicle: id, name, enterpriseId, personId }];
  });
}

function planErrands({ errands }: ProblemDraft, { stops }: Legend) {
  const planned = new Set(errands.flatMap((errand) => errand.stops.map(({ id }) => id)));
  return stops
    .filter(({ id, kind }) => kind !== "collection" && planned.has(id))
    .map(({ id, ref }) => ({ stop: `job:${id}` as const, orderId: ref as OrderId }));
}

import type { DayNews } from "#domain/delivery/day-news.ts";
import type { Plan, Step } from "#domain/delivery/plan.ts";
import type { Matrix, StopKey } from "#domain/delivery/problem.ts";
import { restOfDay } from "#domain/delivery/rest-of-day.ts";
import { estimatedTable, FIRST_GUESS } from "#domain/delivery/roads/estimated-table.ts";
import { matrixOf } from "#domain/delivery/roads/road-table.ts";
import type { ProblemDraft } from "#domain/delivery/write-problem.ts";
import { HUB } from "./fleet.ts";
import type { LeftOut, Legend } from "./legend.ts";
import { problemOfDraft, type RoundsDraft } from "./make-rounds.ts";

/** What was told of a round, in the planner's numbers and seconds. */
export interface ToldStop {
  readonly kind: "done" | "failed" | "loaded" | "late" | "out";
  readonly vehicle: number;
  /** The job; null for what is about the whole shift. */
  readonly stop: number | null;
  readonly minutes: number | null;
  readonly at: number;
}

/** What is planned to begin so soon stays as it is. */
const FROZEN_SECONDS = 20 * 60;
/** What it costs, in cents, that a promise is broken: another courier, another hour. */
const STABILITY = { moved: 300, shifted: 100, tolerance: 15 * 60 } as const;

export interface RestOfRounds {
  readonly problem: ProblemDraft;
  /** Orders whose crates are in a vehicle that drives no more. */
  readonly stranded: readonly LeftOut[];
}

/**
 * The rounds that are left of a day: what is done is gone, what is aboard stays with its courier,
 * the next stops are frozen, and what people were told is a promise. The draft is of the day as it
 * is now: orders may have come or gone. Ways are guessed here only to tell how far everybody is.
 */
export function restOfRounds(
  draft: RoundsDraft,
  plan: Plan,
  told: readonly ToldStop[],
  now: number,
): RestOfRounds {
  const whole = { ...problemOfDraft(draft, guessedMatrices(draft)), stability: STABILITY };
  const news = newsOf(told, draft.legend, now);
  const { problem, stranded } = restOfDay(whole, onPlaces(plan, draft.legend), news);
  const { matrices: _matrices, ...rest } = problem;
  return { problem: rest, stranded: stranded.flatMap((key) => leftOutOf(key, draft.legend)) };
}

/** The crow's way between the places of a draft, for each way of travelling. */
export function guessedMatrices({ places, profiles }: RoundsDraft): Record<string, Matrix> {
  return Object.fromEntries(
    profiles.map((profile) => [profile, matrixOf(estimatedTable(places, FIRST_GUESS[profile]))]),
  );
}

function leftOutOf(key: StopKey, { stops }: Legend): LeftOut[] {
  const stop = stops.find(({ id }) => key === `job:${id}`);
  return stop === undefined ? [] : [{ kind: "order", ref: stop.ref, reason: "stranded" }];
}

/** The places of a plan by another legend: the stops are the same, the order of places is not. */
function onPlaces(plan: Plan, { stops }: Legend): Plan {
  const placeOf = new Map(stops.map(({ id, place }) => [id, place]));
  const moved = (step: Step): Step => {
    if (step.place === undefined) return step;
    return { ...step, place: step.type === "job" ? (placeOf.get(step.id ?? 0) ?? HUB) : HUB };
  };
  const known = ({ type, id }: Step) => type !== "job" || placeOf.has(id ?? 0);
  const routes = plan.routes.map((route) => ({
    ...route,
    steps: route.steps.filter(known).map(moved),
  }));
  return { ...plan, routes };
}

function newsOf(told: readonly ToldStop[], legend: Legend, now: number): DayNews {
  const of = (kind: ToldStop["kind"]) => told.filter((event) => event.kind === kind);
  const jobs = (kind: ToldStop["kind"]) =>
    of(kind).map(({ stop, at }) => [`job:${stop ?? 0}` as StopKey, at] as const);
  return {
    now,
    done: new Map(jobs("done")),
    failed: new Set(jobs("failed").map(([key]) => key)),
    out: new Set(of("out").map(({ vehicle }) => vehicle)),
    frozenUntil: now + FROZEN_SECONDS,
    whereabouts: new Map(
      [...new Set(told.map(({ vehicle }) => vehicle))].flatMap((vehicle) =>
        whereIs(
          told.filter((event) => event.vehicle === vehicle),
          legend,
          now,
        ).map((where) => [vehicle, where] as const),
      ),
    ),
  };
}

/** Where a vehicle is whose way the plan does not tell: it is late, or found a door shut. */
function whereIs(told: readonly ToldStop[], { stops }: Legend, now: number) {
  const last = told.at(-1);
  const late = last?.kind === "late" ? (last.minutes ?? 0) * 60 : 0;
  if (last === undefined || (late === 0 && last.kind !== "failed")) return [];
  const seen = told.findLast(({ stop }) => stop !== null);
  const place = stops.find(({ id }) => id === seen?.stop)?.place ?? HUB;
  return [{ place, at: Math.max(now, last.at) + late }];
}

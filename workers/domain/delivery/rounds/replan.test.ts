import { expect, test } from "vitest";
import { check } from "#domain/delivery/check.ts";
import { keyOf } from "#domain/delivery/problem.ts";
import { createSolver } from "#domain/delivery/solver/search.ts";
import { plannedVeronetta } from "#tests/veronetta-rounds.ts";
import { secondsAt } from "./fleet.ts";
import { draftRounds } from "./make-rounds.ts";
import { guessedMatrices, restOfRounds, type ToldStop } from "./replan.ts";

const { day, draft, legend, plan } = plannedVeronetta();
const five = secondsAt(day.deliveryDay, 17 * 60);

/** A courier of the evening, their jobs in order, and when work at each was to end. */
const evening = plan.routes.filter(({ vehicle }) =>
  legend.vehicles.some(({ id, task }) => id === vehicle && task === "deliver"),
);
const [round] = evening;
const vehicle = round?.vehicle ?? 0;
const jobs = (round?.steps ?? []).flatMap((step) =>
  step.type === "job"
    ? [{ id: step.id ?? 0, ends: step.arrival + step.waiting + step.setup + step.service }]
    : [],
);
const told = (kind: ToldStop["kind"], more: Partial<ToldStop> = {}): ToldStop => ({
  kind,
  vehicle,
  stop: null,
  minutes: null,
  at: five,
  ...more,
});
const doneBy = (now: number) =>
  plan.routes.flatMap((route) =>
    route.steps.flatMap((step) => {
      const at = step.arrival + step.waiting + step.setup + step.service;
      const { id = 0, type } = step;
      const isDone = type === "job" && at <= now;
      return isDone ? [{ ...told("done"), vehicle: route.vehicle, stop: id, at }] : [];
    }),
  );

function replanned(events: readonly ToldStop[], now: number, of = draft) {
  const rest = restOfRounds(of, plan, events, now);
  const problem = { ...rest.problem, matrices: guessedMatrices(of) };
  const solver = createSolver(problem, 1, { total: 15, from: plan });
  solver.step(15);
  const best = solver.best();
  expect(check(problem, best).complaints).toEqual([]);
  return { ...rest, problem, plan: best };
}

const keysOf = (of: { readonly errands: readonly { readonly stops: readonly object[] }[] }) =>
  of.errands.flatMap(({ stops }) =>
    stops.map((stop) => keyOf(stop as { type: "job"; id: number })),
  );

test("what is done by five is not planned again, and the rest can be driven", () => {
  const done = doneBy(five);
  const { problem, plan: rest } = replanned(done, five);
  const left = keysOf(problem);
  for (const { stop } of done) expect(left).not.toContain(`job:${stop}`);
  expect(left.length + done.length).toBe(legend.stops.length);
  expect(rest.unassigned).toEqual([]);
});

test("what was to begin within twenty minutes stays where it was", () => {
  const { problem } = replanned(doneBy(five), five);
  const soon = evening.flatMap(({ vehicle: id, steps }) =>
    steps
      .filter(({ type, arrival, waiting }) => {
        const begins = arrival + waiting;
        return type === "job" && begins >= five && begins <= five + 1200;
      })
      .map(({ id: stop }) => [id, `job:${stop}`] as const),
  );
  expect(soon.length).toBeGreaterThan(0);
  for (const [id, key] of soon) {
    expect(problem.vehicles.find((one) => one.id === id)?.frozen).toContain(key);
  }
});

test("a courier who is late begins later, and what people were told costs to break", () => {
  const { problem } = replanned([...doneBy(five), told("late", { minutes: 25 })], five);
  const late = problem.vehicles.find(({ id }) => id === vehicle);
  expect(late?.shift?.from).toBe(five + 25 * 60);
  expect(problem.stability).toMatchObject({ moved: 300 });
  expect(problem.errands.some(({ planned }) => planned?.vehicle === vehicle)).toBe(true);
});

test("when a courier is out the other takes what is still at the hub", () => {
  const early = secondsAt(day.deliveryDay, 14 * 60);
  const { problem, plan: rest, stranded } = replanned([...doneBy(early), told("out")], early);
  expect(problem.vehicles.some(({ id }) => id === vehicle)).toBe(false);
  expect(stranded).toEqual([]);
  const served = new Set(rest.routes.flatMap(({ steps }) => steps.map(({ id }) => id)));
  expect(jobs.some(({ id }) => served.has(id))).toBe(true);
});

test("crates in the box of a courier who is out are named: somebody must fetch them", () => {
  const first = jobs[0]?.ends ?? five;
  const events = [...doneBy(first), told("out", { at: first })];
  const { stranded } = restOfRounds(draft, plan, events, first);
  expect(stranded.length).toBeGreaterThan(0);
  expect(stranded.every(({ reason, kind }) => reason === "stranded" && kind === "order")).toBe(
    true,
  );
});

test("a door that stayed shut is over; the courier goes on from there", () => {
  const [job] = jobs;
  const at = job?.ends ?? five;
  const done = doneBy(at).filter(({ stop }) => stop !== job?.id);
  const failed = told("failed", { stop: job?.id ?? 0, at });
  const { problem } = replanned([...done, failed], at);
  expect(keysOf(problem)).not.toContain(`job:${job?.id}`);
  const place = legend.stops.find(({ id }) => id === job?.id)?.place;
  expect(problem.vehicles.find(({ id }) => id === vehicle)?.start).toBe(place);
});

test("an order that was cancelled after the plan leaves a plan that holds", () => {
  const gone = evening[0]?.steps.find(({ type }) => type === "job")?.id;
  const order = legend.stops.find(({ id }) => id === gone)?.ref;
  const orders = day.orders.filter(({ orderId }) => orderId !== order);
  const lines = day.lines.filter(({ orderId }) => orderId !== order);
  const without = draftRounds({ ...day, orders, lines }, legend);
  const noon = secondsAt(day.deliveryDay, 12 * 60);
  const { plan: rest } = replanned([], noon, without);
  const served = rest.routes.flatMap(({ steps }) => steps.map(({ id }) => id));
  expect(served).not.toContain(gone);
});

test("an order that came after the plan finds its place in it", () => {
  const less = draftRounds({
    ...day,
    orders: day.orders.filter(({ orderId }) => orderId !== "H25"),
  });
  const noon = secondsAt(day.deliveryDay, 12 * 60);
  const more = draftRounds(day, less.legend);
  const { problem } = replanned([], noon, more);
  const stop = more.legend.stops.find(({ ref }) => ref === "H25");
  expect(keysOf(problem)).toContain(`job:${stop?.id}`);
});

import { Hono } from "hono";
import type { Context } from "hono";
import { type CycleId, id, isId, type OrderId, type ShiftId } from "#domain/kernel/ids.ts";
import { cycleState } from "#domain/orders/cycle-state.ts";
import type { RoundsWeekFacts } from "#frontend/member/rounds-facts.ts";
import { RoundsWeek } from "#frontend/member/rounds-week.tsx";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { writeNotFor } from "./http-act.tsx";
import { writeLost } from "#market/shop/http-lost.tsx";
import { PLANNER_FILES } from "#market/shop/http-assets.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { noteEvent } from "#market/rounds/events.ts";
import { doorFrom, eventFrom, shiftFrom } from "./http-round-forms.ts";
import { eventsOf, leftOf, routesOf } from "./http-round-facts.ts";
import { comparisonOf, figuresOf, hoursOf, keyOf, versionFacts } from "./http-round-figures.ts";
import { writeSheet } from "./http-round-sheet.tsx";
import { planRounds } from "#market/rounds/plan-rounds.ts";
import { readRoundSheet, readRoundsWeek, type RoundsWeekView } from "./read-rounds.ts";
import { addShift, callOffShift } from "#market/rounds/shifts.ts";
import { placeOrderDoor } from "#market/rounds/terms.ts";

const HERE = "/rete/giri";

/** From the close on, and until crates were delivered. */
const MAY_PLAN: ReadonlySet<string> = new Set(["closed", "allocated", "sent", "receiving"]);

/** What was done, as the address says it after a form. */
const DONE = ["asked", "shiftAdded", "shiftOff", "told", "doorTold"] as const;
type Done = (typeof DONE)[number];

/** The rounds of one week: its page, its sheets, its files, and what is asked and told there. */
export const roundsPages = new Hono<Edge>()
  .get("/:cycle", (c) => showWeek(c))
  .post("/:cycle/piano", (c) => change(c, "asked", (cycleId) => planRounds(c.var.request, cycleId)))
  .post("/:cycle/turni", async (c) => {
    const cycleId = cycleOf(c);
    if (cycleId === null) return writeLost(c);
    const read = await readRoundsWeek(c.var.request, cycleId);
    if (!read.ok) return writeNotFor(c, read.refusal);
    const shift = shiftFrom(wordsOf(c), c.var.bodyText, read.value.cycle.deliveryDay);
    if (!shift.ok) return showWeek(c, shift.errors);
    return change(c, "shiftAdded", () => addShift(c.var.request, cycleId, shift.value));
  })
  .post("/:cycle/turni/:shift/annullamento", (c) => {
    const shift = c.req.param("shift");
    if (!isId(shift)) return writeLost(c);
    return change(c, "shiftOff", (cycleId) =>
      callOffShift(c.var.request, cycleId, id<ShiftId>(shift)),
    );
  })
  .post("/:cycle/fatti", (c) => {
    const event = eventFrom(wordsOf(c), c.var.bodyText);
    if (!event.ok) return showWeek(c, event.errors);
    return change(c, "told", (cycleId) => noteEvent(c.var.request, cycleId, event.value));
  })
  .post("/:cycle/porte/:order", (c) => {
    const order = c.req.param("order");
    if (!isId(order)) return writeLost(c);
    const door = doorFrom(wordsOf(c), c.var.bodyText, order);
    if (!door.ok) return showWeek(c, door.errors);
    const orderId = id<OrderId>(order);
    return change(c, "doorTold", () => placeOrderDoor(c.var.request, orderId, door.value));
  })
  .get("/:cycle/foglio/:vehicle", (c) => showSheet(c))
  .get("/:cycle/foglio/:vehicle/:kind", (c) => showSheet(c));

async function showSheet(c: Context<Edge>): Promise<Response> {
  const cycleId = cycleOf(c);
  if (cycleId === null) return writeLost(c);
  const key = asked(c, "piano");
  const problems = key === null ? [] : [Number(key.split(".")[0])];
  const vehicle = Number(c.req.param("vehicle"));
  const read = await readRoundSheet(c.var.request, cycleId, { vehicle, problems });
  if (!read.ok) return writeNotFor(c, read.refusal);
  return writeSheet(c, read.value, shownOf(c, read.value));
}

function cycleOf(c: Context<Edge>): CycleId | null {
  const cycle = c.req.param("cycle") ?? "";
  return isId(cycle) ? id<CycleId>(cycle) : null;
}

type Reply = { readonly ok: true } | { readonly ok: false; readonly refusal: AnyRefusal };

/** Does what a form asks, and leads back to the week; what is refused is said on it. */
async function change(
  c: Context<Edge>,
  done: Done,
  act: (cycleId: CycleId) => Promise<Reply>,
): Promise<Response> {
  const cycleId = cycleOf(c);
  if (cycleId === null) return writeLost(c);
  const reply = await act(cycleId);
  if (reply.ok) return c.redirect(`${HERE}/${cycleId}?fatto=${done}`, 303);
  if (["not-signed-in", "not-allowed", "not-found"].includes(reply.refusal.code)) {
    return writeNotFor(c, reply.refusal);
  }
  return showWeek(c, [{ field: "shifts", message: reasonOf(wordsOf(c), reply.refusal) }]);
}

/** The numbers of the problems that the address names: "2.1" is the second problem's first plan. */
function asked(c: Context<Edge>, name: string): string | null {
  const key = c.req.query(name) ?? "";
  return /^\d{1,6}\.\d{1,6}$/.test(key) ? key : null;
}

async function readWeek(c: Context<Edge>, cycleId: CycleId) {
  const keys = [asked(c, "piano"), asked(c, "confronta")];
  const problems = keys.flatMap((key) => (key === null ? [] : [Number(key.split(".")[0])]));
  return readRoundsWeek(c.var.request, cycleId, problems);
}

async function showWeek(c: Context<Edge>, errors: readonly FieldError[] = []): Promise<Response> {
  const cycleId = cycleOf(c);
  if (cycleId === null) return writeLost(c);
  const read = await readWeek(c, cycleId);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const t = wordsOf(c);
  const facts = weekFacts(c, read.value, errors);
  const page = {
    title: t.rounds.toRounds(facts.code),
    path: `${HERE}/${cycleId}`,
    side: "round" as const,
    refused: errors.length > 0,
    children: <RoundsWeek t={t} facts={facts} />,
  };
  return writePage(c, read.value.around, page, errors.length === 0 ? 200 : 422);
}

/** The plan that the address names; the newest where it names none that there is. */
function shownOf(c: Context<Edge>, view: RoundsWeekView) {
  const key = asked(c, "piano");
  return view.plans.find((version) => keyOf(version) === key) ?? view.plans[0];
}

function weekFacts(
  c: Context<Edge>,
  view: RoundsWeekView,
  errors: readonly FieldError[],
): RoundsWeekFacts {
  const t = wordsOf(c);
  const { cycle, last, mayManage, mayTell } = view;
  const { now, ids } = c.var.request.ports;
  const state = cycleState(cycle, now);
  const shown = shownOf(c, view);
  const done = DONE.find((name) => name === c.req.query("fatto"));
  return {
    cycleId: cycle.cycleId,
    code: cycle.code,
    deliveryDay: cycle.deliveryDay,
    state,
    ...planOf(last),
    mayAsk: MAY_PLAN.has(state),
    mayManage,
    mayTell: mayTell && ["sent", "receiving"].includes(state),
    hub: cycle.hub === null ? null : { name: cycle.hubName, ...cycle.hub },
    routes: shown === undefined ? [] : routesOf(view, shown),
    left: leftFacts(view, shown),
    figures: figuresOf(view, t),
    hours: hoursOf(view),
    versions: view.plans.map((version) => versionFacts(view, version)),
    shown: shown === undefined ? null : keyOf(shown),
    comparison: comparedWith(c, view, shown),
    events: eventsOf(view),
    shifts: shiftsOf(view),
    vehicles: vehiclesOf(view),
    drivers: mayManage ? view.drivers : [],
    keys: keysFor(ids),
    inBrowser: inBrowser(view, state, ids.next()),
    done: done === undefined ? null : t.rounds[done],
    errors,
  };
}

function vehiclesOf({ vehicles }: RoundsWeekView): RoundsWeekFacts["vehicles"] {
  return vehicles.map(({ vehicleId, name, enterpriseName }) => ({
    id: vehicleId,
    name: `${name}, ${enterpriseName}`,
  }));
}

type PlanFacts = Pick<RoundsWeekFacts, "plan" | "planWords" | "thousandths">;

function planOf(last: RoundsWeekView["last"]): PlanFacts {
  const isGoingOn = last?.state === "waiting" || last?.state === "solving";
  return {
    plan: last?.state ?? "none",
    planWords: last?.reasonWords ?? null,
    thousandths: isGoingOn ? last.thousandths : null,
  };
}

function comparedWith(
  c: Context<Edge>,
  view: RoundsWeekView,
  shown: RoundsWeekView["plans"][number] | undefined,
) {
  const other = view.plans.find((version) => keyOf(version) === asked(c, "confronta"));
  if (shown === undefined || other === undefined || other === shown) return null;
  return comparisonOf(view, { one: shown, other }, wordsOf(c));
}

/** A plan that waits, or that may be bettered, as long as rounds are planned at all. */
function inBrowser(
  { last, mayManage }: RoundsWeekView,
  state: string,
  key: string,
): RoundsWeekFacts["inBrowser"] {
  const isOpen = last?.state === "waiting" || last?.state === "solved";
  if (last === null || !isOpen || !mayManage || !MAY_PLAN.has(state)) return null;
  return { planId: last.problemId, ...PLANNER_FILES, key };
}

function keysFor(ids: { next(): string }): RoundsWeekFacts["keys"] {
  return {
    ask: ids.next(),
    shift: ids.next(),
    event: ids.next(),
    door: ids.next(),
    off: ids.next(),
  };
}

function shiftsOf(view: RoundsWeekView): RoundsWeekFacts["shifts"] {
  const outs = new Set(
    view.events.filter(({ kind }) => kind === "out").map(({ shiftId }) => shiftId),
  );
  return view.shifts.map(({ shiftId, vehicle, personName, enterpriseName, ...shift }) => ({
    ...shift,
    shiftId,
    vehicle: vehicle.name,
    courier: personName ?? enterpriseName,
    isOut: outs.has(shiftId),
  }));
}

function leftFacts(view: RoundsWeekView, shown: RoundsWeekView["plans"][number] | undefined) {
  if (shown !== undefined) return leftOf(view, shown.plan, shown.legend);
  return view.last === null ? [] : leftOf(view, null, view.last.legend);
}

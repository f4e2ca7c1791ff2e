import { Hono } from "hono";
import type { Context } from "hono";
import { FAILURES, type RoundEventKind } from "#domain/delivery/rounds/round-event.ts";
import { type CycleId, id, isId, type PlanProblemId, type ShiftId } from "#domain/kernel/ids.ts";
import { Ride } from "#frontend/courier/ride.tsx";
import { Rides } from "#frontend/courier/rides.tsx";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { acknowledgeRoute } from "#market/planning/acknowledge.ts";
import { type EventTold, noteEvent } from "#market/rounds/events.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { writeNotFor } from "./http-act.tsx";
import { rideFacts } from "./http-ride-facts.ts";
import { readRide, readRides } from "./read-rides.ts";

const HERE = "/corriere";
const DONE = ["done", "failed", "loaded", "late", "out", "read"] as const;
type Done = (typeof DONE)[number];

/** The rounds of who rides them: each with what is next, and with what is told of it on the way. */
export const ridesPages = new Hono<Edge>()
  .get("/", async (c) => {
    const read = await readRides(c.var.request);
    if (!read.ok) return writeNotFor(c, read.refusal);
    const t = wordsOf(c);
    const { around, rides, seesAll } = read.value;
    const listed = rides.map(({ cycleId, shiftId, personName, enterpriseName, ...ride }) => ({
      ...ride,
      href: `${HERE}/${cycleId}/${shiftId}`,
      courier: personName ?? enterpriseName,
    }));
    const children = <Rides t={t} facts={{ rides: listed, seesAll }} />;
    const page = { title: t.courier.title, path: HERE, side: "round" as const, children };
    return writePage(c, around, page);
  })
  .get("/:cycle/:shift", (c) => showRide(c))
  .post("/:cycle/:shift/letto", (c) => {
    const asked = versionFrom(c.var.bodyText);
    if (asked === null) return writeLost(c);
    return change(c, "read", () => acknowledgeRoute(c.var.request, asked));
  })
  .post("/:cycle/:shift/fatti", (c) => {
    const { shift } = c.req.param();
    const told = isId(shift) ? toldFrom(c.var.bodyText, id<ShiftId>(shift)) : null;
    if (told === null) {
      return showRide(c, [{ field: "next", message: wordsOf(c).courier.wrong }]);
    }
    return change(c, told.kind, (cycleId) => noteEvent(c.var.request, cycleId, told));
  });

function versionFrom(body: string) {
  const form = new URLSearchParams(body);
  const plan = form.get("plan") ?? "";
  const numbers = [form.get("version"), form.get("vehicle")].map((typed) =>
    /^\d{1,6}$/.test(typed ?? "") ? Number(typed) : null,
  );
  const [version = null, vehicle = null] = numbers;
  if (!isId(plan) || version === null || vehicle === null) return null;
  return { planId: id<PlanProblemId>(plan), version, vehicle };
}

const KINDS: readonly RoundEventKind[] = ["done", "failed", "loaded", "late", "out"];
const SUBJECT = /^(order|producer):[0-9a-hjkmnp-tv-z]{26}$/;
/** At a pickup point all of a week's orders may be left at once. */
const MOST_SUBJECTS = 500;

/** What a button says; null where it is none of this page's. */
function toldFrom(body: string, shiftId: ShiftId): EventTold | null {
  const form = new URLSearchParams(body);
  const kind = KINDS.find((one) => one === form.get("kind"));
  if (kind === undefined) return null;
  const isOfStop = kind === "done" || kind === "failed";
  const subjects = isOfStop ? form.getAll("subject") : [];
  const areNamed = subjects.every((subject) => SUBJECT.test(subject));
  if (isOfStop && (subjects.length === 0 || subjects.length > MOST_SUBJECTS || !areNamed)) {
    return null;
  }
  const reason = FAILURES.find((one) => one === form.get("reason")) ?? null;
  const minutes = Number(/^\d{1,3}$/.exec(form.get("minutes") ?? "")?.[0] ?? 0);
  if (kind === "failed" && reason === null) return null;
  if (kind === "late" && (minutes < 1 || minutes > 600)) return null;
  return {
    kind,
    shiftId,
    subjects,
    minutes: kind === "late" ? minutes : null,
    reason: kind === "failed" ? reason : null,
  };
}

type Reply = { readonly ok: true } | { readonly ok: false; readonly refusal: AnyRefusal };

async function change(
  c: Context<Edge>,
  done: Done,
  act: (cycleId: CycleId) => Promise<Reply>,
): Promise<Response> {
  const { cycle = "", shift = "" } = c.req.param();
  if (!isId(cycle) || !isId(shift)) return writeLost(c);
  const reply = await act(id<CycleId>(cycle));
  if (reply.ok) return c.redirect(`${HERE}/${cycle}/${shift}?fatto=${done}`, 303);
  if (["not-signed-in", "not-allowed", "not-found"].includes(reply.refusal.code)) {
    return writeNotFor(c, reply.refusal);
  }
  return showRide(c, [{ field: "next", message: reasonOf(wordsOf(c), reply.refusal) }]);
}

async function showRide(c: Context<Edge>, errors: readonly FieldError[] = []): Promise<Response> {
  const { cycle = "", shift = "" } = c.req.param();
  if (!isId(cycle) || !isId(shift)) return writeLost(c);
  const read = await readRide(c.var.request, id<CycleId>(cycle), id<ShiftId>(shift));
  if (!read.ok) return writeNotFor(c, read.refusal);
  const t = wordsOf(c);
  const { now, ids } = c.var.request.ports;
  const was = DONE.find((name) => name === c.req.query("fatto"));
  const done = was === undefined ? null : t.courier.done[was];
  const facts = rideFacts(read.value, { now, key: ids.next(), done, errors });
  const page = {
    title: `${facts.vehicle}, ${facts.code}`,
    path: `${HERE}/${cycle}/${shift}`,
    side: "round" as const,
    refused: errors.length > 0,
    children: <Ride t={t} facts={facts} />,
  };
  return writePage(c, read.value.around, page, errors.length === 0 ? 200 : 422);
}

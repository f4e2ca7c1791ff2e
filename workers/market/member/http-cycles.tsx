import { Hono } from "hono";
import type { Context } from "hono";
import { type CycleId, id, isId } from "#domain/kernel/ids.ts";
import { Cycles, type CyclesFacts, type ManagedCycle } from "#frontend/member/cycles.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import { cancelCycle, closeCycle } from "#market/closing/close-cycle.ts";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { needsPasskey, writeNotFor, writeToSign } from "./http-act.tsx";
import { type CyclesView, type ManagedView, readCycle, readCycles } from "./reads.ts";

const HERE = "/rete/cicli";
const LONGEST_REASON = 400;

/** The sales weeks of who answers for them, and the two acts that end one. */
export const cyclesPages = new Hono<Edge>()
  .get("/", (c) => showCycles(c))
  .post("/:cycle/chiusura", async (c) => {
    const cycleId = cycleOf(c);
    if (cycleId === null) return writeLost(c);
    const reply = await closeCycle(c.var.request, cycleId);
    if (reply.ok) return c.redirect(`${HERE}?chiuso=${cycleId}`, 303);
    return answerRefused(c, { cycleId, refusal: reply.refusal, reason: "" });
  })
  .post("/:cycle/annullamento", async (c) => {
    const t = wordsOf(c);
    const cycleId = cycleOf(c);
    if (cycleId === null) return writeLost(c);
    const reason = new URLSearchParams(c.var.bodyText).get("reason")?.trim() ?? "";
    if (reason === "" || reason.length > LONGEST_REASON) {
      const error = { field: `reason-${cycleId}`, message: t.office.cycles.reasonMissing };
      return showCycles(c, { cycleId, reason, error });
    }
    const reply = await cancelCycle(c.var.request, { cycleId, reason });
    if (reply.ok) return c.redirect(`${HERE}?annullato=${cycleId}`, 303);
    return answerRefused(c, { cycleId, refusal: reply.refusal, reason });
  });

function cycleOf(c: Context<Edge>): CycleId | null {
  const cycle = c.req.param("cycle") ?? "";
  return isId(cycle) ? id<CycleId>(cycle) : null;
}

interface Refused {
  readonly cycleId: CycleId;
  readonly refusal: AnyRefusal;
  readonly reason: string;
}

async function answerRefused(c: Context<Edge>, refused: Refused): Promise<Response> {
  const t = wordsOf(c);
  const { cycleId, refusal, reason } = refused;
  if (!needsPasskey(refusal)) {
    if (["not-signed-in", "not-allowed", "not-found"].includes(refusal.code)) {
      return writeNotFor(c, refusal);
    }
    const error = { field: `cycle-${cycleId}`, message: reasonOf(t, refusal) };
    return showCycles(c, { cycleId, reason, error });
  }
  const read = await readCycle(c.var.request, cycleId);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around, cycle } = read.value;
  return writeToSign(c, around, refusal, { sentences: sentencesOf(t, cycle, reason), back: HERE });
}

/** What the signature says. */
function sentencesOf(t: Texts, { code, orders }: ManagedView, reason: string): readonly string[] {
  const say = t.office.cycles;
  const count = say.signOrders(t.format.count(orders));
  return reason === ""
    ? [say.signClose(code), count]
    : [say.signCancel(code), say.signReason(reason), count];
}

interface RefusedForm {
  readonly cycleId: CycleId;
  readonly reason: string;
  readonly error: FieldError;
}

async function showCycles(c: Context<Edge>, refused?: RefusedForm): Promise<Response> {
  const t = wordsOf(c);
  const read = await readCycles(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around, cycles } = read.value;
  const facts: CyclesFacts = {
    cycles: cycles.map((cycle) => managed(c, cycle)),
    done: doneOf(c, cycles),
    refused: refused ?? null,
    errors: refused === undefined ? [] : [refused.error],
  };
  const page = {
    title: t.office.cycles.title,
    path: HERE,
    side: "vote" as const,
    refused: refused !== undefined,
    children: <Cycles t={t} facts={facts} />,
  };
  return writePage(c, around, page, refused === undefined ? 200 : 422);
}

function managed(c: Context<Edge>, cycle: ManagedView): ManagedCycle {
  const { ids } = c.var.request.ports;
  return { ...cycle, keys: { close: ids.next(), cancel: ids.next() } };
}

function doneOf(c: Context<Edge>, cycles: CyclesView["cycles"]): string | null {
  const t = wordsOf(c);
  const say = t.office.cycles;
  const codeOf = (name: string) => cycles.find((cycle) => cycle.id === c.req.query(name))?.code;
  const [closed, cancelled] = [codeOf("chiuso"), codeOf("annullato")];
  if (closed !== undefined) return say.closed(closed);
  return cancelled === undefined ? null : say.cancelled(cancelled);
}

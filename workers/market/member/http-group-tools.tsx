import { Hono } from "hono";
import type { Context } from "hono";
import { type CycleId, type GroupRequestId, id, isId } from "#domain/kernel/ids.ts";
import { HOUR, later } from "#domain/kernel/instant.ts";
import type { GroupToolsFacts } from "#frontend/shop/group-facts.ts";
import { GroupHandOut } from "#frontend/shop/group-sheet.tsx";
import { GroupTools } from "#frontend/shop/group-tools.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import { completeCycle } from "#market/closing/complete-cycle.ts";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { answerRequest } from "#market/groups/join-actions.ts";
import { remindMissing } from "#market/groups/order-actions.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writeLost, writeRefusal } from "#market/shop/http-lost.tsx";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { writeNotFor } from "./http-act.tsx";
import { groupToolsFacts } from "./http-group-facts.ts";
import { groupOf } from "./http-groups.tsx";
import { readGroupPage } from "./read-groups.ts";

const ELSEWHERE: ReadonlySet<string> = new Set(["not-signed-in", "not-allowed", "not-found"]);
const LONGEST_REASON = 300;
/** A week: the network's own rule may allow less. */
const MOST_HOURS = 168;

/** What whoever coordinates a group works with, and the forms of it. */
export const groupToolPages = new Hono<Edge>()
  .get("/:group/referente", (c) => showTools(c))
  .get("/:group/foglio", (c) => showSheet(c))
  .post("/:group/richieste/:request/risposta", async (c) => {
    const [groupId, request] = [groupOf(c), c.req.param("request")];
    if (groupId === null || !isId(request)) return writeLost(c);
    const form = new URLSearchParams(c.var.bodyText);
    const isAccepted = form.get("answer") === "yes";
    const said = form.get("reason")?.trim().slice(0, LONGEST_REASON) ?? "";
    const reason = isAccepted || said === "" ? null : said;
    const asked = { groupId, requestId: id<GroupRequestId>(request), isAccepted, reason };
    const reply = await answerRequest(c.var.request, asked);
    if (!reply.ok) return showRefused(c, reply.refusal);
    return done(c, isAccepted ? "accolta" : "risposta");
  })
  .post("/:group/promemoria", async (c) => {
    const [groupId, cycleId] = [groupOf(c), cycleIn(c)];
    if (groupId === null || cycleId === null) return writeLost(c);
    const reply = await remindMissing(c.var.request, { groupId, cycleId });
    return reply.ok ? done(c, "promemoria") : showRefused(c, reply.refusal);
  })
  .post("/:group/completamento", async (c) => {
    const [groupId, cycleId] = [groupOf(c), cycleIn(c)];
    if (groupId === null || cycleId === null) return writeLost(c);
    const { request } = c.var;
    const hours = Number(new URLSearchParams(c.var.bodyText).get("hours") ?? "");
    const isWhole = Number.isInteger(hours) && hours >= 1 && hours <= MOST_HOURS;
    const until = later(request.ports.now, (isWhole ? hours : 0) * HOUR);
    const reply = await completeCycle(request, { cycleId, until, reason: "completing" });
    return reply.ok ? done(c, "riaperto") : showRefused(c, reply.refusal);
  });

function done(c: Context<Edge>, what: string): Response {
  return c.redirect(`/gruppi/${c.req.param("group") ?? ""}/referente?fatto=${what}`, 303);
}

function cycleIn(c: Context<Edge>): CycleId | null {
  const cycle = new URLSearchParams(c.var.bodyText).get("cycle") ?? "";
  return isId(cycle) ? id<CycleId>(cycle) : null;
}

function showRefused(c: Context<Edge>, refusal: AnyRefusal): Response | Promise<Response> {
  if (ELSEWHERE.has(refusal.code)) return writeNotFor(c, refusal);
  return showTools(c, refusal);
}

async function showTools(c: Context<Edge>, refusal: AnyRefusal | null = null): Promise<Response> {
  const t = wordsOf(c);
  return show(c, refusal, {
    titleOf: ({ group }) => t.groups.tools.title(group.name),
    path: "referente",
    draw: (facts) => <GroupTools t={t} facts={facts} />,
  });
}

function showSheet(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  return show(c, null, {
    titleOf: ({ group }) => t.groups.sheet.title(group.name),
    path: "foglio",
    draw: (facts) => <GroupHandOut t={t} facts={facts} />,
  });
}

interface Drawn {
  readonly titleOf: (facts: GroupToolsFacts) => string;
  readonly path: string;
  readonly draw: (facts: GroupToolsFacts) => ReturnType<typeof GroupTools>;
}

/** A page of whoever coordinates; to the group's other households it is not there. */
async function show(c: Context<Edge>, refusal: AnyRefusal | null, drawn: Drawn): Promise<Response> {
  const groupId = groupOf(c);
  if (groupId === null) return writeLost(c);
  const code = c.req.query("ciclo") ?? null;
  const read = await readGroupPage(c.var.request, { groupId, code });
  if (!read.ok) return writeNotFor(c, refusal ?? read.refusal);
  const { around, order } = read.value;
  const elsewhere = refusal ?? { code: "not-found", what: "group" };
  if (!order.isCoordinator) return writeRefusal(c, elsewhere);
  const message = refusal === null ? null : reasonOf(wordsOf(c), refusal);
  const errors = message === null ? [] : [{ field: "content", message }];
  const facts = groupToolsFacts(c, order, { news: newsOf(c, wordsOf(c)), errors });
  const page = {
    title: drawn.titleOf(facts),
    path: `/gruppi/${groupId}/${drawn.path}`,
    isPersonal: true,
    refused: refusal !== null,
    children: drawn.draw(facts),
  };
  return writePage(c, around, page, refusal === null ? 200 : 422);
}

function newsOf(c: Context<Edge>, t: Texts): string | null {
  const say = t.groups.tools;
  const told: Readonly<Record<string, string>> = {
    accolta: say.accepted,
    risposta: say.declinedDone,
    promemoria: say.remindedNow,
    riaperto: say.completed,
  };
  return told[c.req.query("fatto") ?? ""] ?? null;
}

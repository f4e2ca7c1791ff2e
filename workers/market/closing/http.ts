import { Hono } from "hono";
import * as v from "valibot";
import type { CycleId } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { idOf, instantMs, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { completeCycle, showCompletion } from "./complete-cycle.ts";
import { cancelCycle, closeCycle, sendCycle, settleCycle } from "./close-cycle.ts";
import { previewAllocation, showProgress } from "./preview.ts";
import { reopenCycle } from "./reopen-cycle.ts";
import { Changed, Completion, Preview, Progress, Statements, strategies } from "./http-schemas.ts";
import { showStatements } from "./statements.ts";

const area = "cycles";
const CycleParam = v.object({ cycle: idOf<CycleId>() });
const ReopenBody = v.strictObject({
  closesAt: v.pipe(instantMs, v.transform(instant)),
  reason: words(400),
});
const CompletionBody = v.strictObject({
  until: v.pipe(instantMs, v.transform(instant)),
  reason: v.optional(words(400, 0), ""),
});
const CancelBody = v.strictObject({ reason: words(400) });
const PreviewQuery = v.strictObject({ strategy: v.optional(v.picklist(strategies)) });
const reading = ["not-signed-in", "not-allowed", "not-found", "invalid-input"] as const;
const acting = [
  ...reading,
  "cycle-state",
  "changed-meanwhile",
  "key-missing",
  "key-reused",
] as const;

export const closing = new Hono<Edge>()
  .post(
    "/:cycle/closure",
    endpoint({
      summary: "Closes the cycle, at its time or before, and allocates what was ordered",
      area,
      answers: { 200: Changed },
      refusals: acting,
    }),
    validated("param", CycleParam),
    async (c) => answer(c, await closeCycle(c.var.request, c.req.valid("param").cycle)),
  )
  .post(
    "/:cycle/reopening",
    endpoint({
      summary: "Opens a closed cycle again, until its producers have been told",
      area,
      answers: { 200: Changed },
      refusals: [...acting, "cycle-times", "stock-taken"],
    }),
    validated("param", CycleParam),
    validated("json", ReopenBody),
    async (c) => {
      const command = { cycleId: c.req.valid("param").cycle, ...c.req.valid("json") };
      return answer(c, await reopenCycle(c.var.request, command));
    },
  )
  .post(
    "/:cycle/completion",
    endpoint({
      summary: "Lets people complete boxes after the close, until an instant; then it closes again",
      area,
      answers: { 200: Changed },
      refusals: [...acting, "completion-times", "nothing-to-complete", "stock-taken"],
    }),
    validated("param", CycleParam),
    validated("json", CompletionBody),
    async (c) => {
      const command = { cycleId: c.req.valid("param").cycle, ...c.req.valid("json") };
      return answer(c, await completeCycle(c.var.request, command));
    },
  )
  .get(
    "/:cycle/completion",
    endpoint({
      summary: "Until when boxes are completed, and how much of what is still missing",
      area,
      answers: { 200: Completion },
      refusals: ["not-found", "invalid-input"],
    }),
    validated("param", CycleParam),
    async (c) => show(c, await showCompletion(c.var.request, c.req.valid("param").cycle)),
  )
  .post(
    "/:cycle/cancellation",
    endpoint({
      summary: "Calls the cycle off and gives back all that its orders held",
      area,
      answers: { 200: Changed },
      refusals: acting,
    }),
    validated("param", CycleParam),
    validated("json", CancelBody),
    async (c) => {
      const command = { cycleId: c.req.valid("param").cycle, ...c.req.valid("json") };
      return answer(c, await cancelCycle(c.var.request, command));
    },
  )
  .post(
    "/:cycle/dispatch",
    endpoint({
      summary: "Sends the producers their sheets; from here on the cycle opens no more",
      area,
      answers: { 200: Changed },
      refusals: acting,
    }),
    validated("param", CycleParam),
    async (c) => answer(c, await sendCycle(c.var.request, c.req.valid("param").cycle)),
  )
  .post(
    "/:cycle/settlement",
    endpoint({
      summary: "Charges what was delivered and gives producers what they are owed",
      area,
      answers: { 200: Changed },
      refusals: acting,
    }),
    validated("param", CycleParam),
    async (c) => answer(c, await settleCycle(c.var.request, c.req.valid("param").cycle)),
  )
  .get(
    "/:cycle/allocation-preview",
    endpoint({
      summary: "What would be bought and who would get it, were the cycle closed now",
      area,
      answers: { 200: Preview },
      refusals: [...reading, "cycle-state"],
    }),
    validated("param", CycleParam),
    validated("query", PreviewQuery),
    async (c) => {
      const { strategy = null } = c.req.valid("query");
      const asked = { cycleId: c.req.valid("param").cycle, strategy };
      return show(c, await previewAllocation(c.var.request, asked));
    },
  )
  .get(
    "/:cycle/producers",
    endpoint({
      summary: "How far each producer is from its minimum, and each offer from its next box",
      area,
      answers: { 200: Progress },
      refusals: ["not-found", "invalid-input"],
    }),
    validated("param", CycleParam),
    async (c) => show(c, await showProgress(c.var.request, c.req.valid("param").cycle)),
  )
  .get(
    "/:cycle/statements",
    endpoint({
      summary: "What each producer sold, the fee, the payout and the VAT within",
      area,
      answers: { 200: Statements },
      refusals: reading,
    }),
    validated("param", CycleParam),
    async (c) => show(c, await showStatements(c.var.request, c.req.valid("param").cycle)),
  );

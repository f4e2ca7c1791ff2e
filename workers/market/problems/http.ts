import { Hono } from "hono";
import * as v from "valibot";
import type { EnterpriseId, LineId, OrderId, ProblemId } from "#domain/kernel/ids.ts";
import { cents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { PROBLEM_KINDS } from "#domain/orders/problems.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf, PageQuery } from "#market/edge/paging.ts";
import {
  count,
  idOf,
  identifier,
  instantMs,
  priceCents,
  quantityMilli,
  words,
} from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { answerProblem, payProblemBack } from "./answer.ts";
import { listOrderProblems, listProblems, listProducerProblems } from "./lists.ts";
import { reportProblem } from "./report.ts";

const area = "problems";
const kind = v.picklist(PROBLEM_KINDS);
const said = v.optional(v.nullable(words(500)), null);
const way = v.nullable(v.picklist(["wallet", "card", "by-hand"]));
const borneBy = v.nullable(v.picklist(["producer", "network"]));
const refund = v.pipe(priceCents, v.minValue(1), v.transform(cents));
const source = v.picklist(["cash", "bank"]);

const ReportBody = v.strictObject({
  problem: kind,
  quantityMilli: v.pipe(quantityMilli, v.minValue(1), v.transform(milli)),
  words: said,
});
const Reported = v.object({
  id: identifier,
  lineId: identifier,
  problem: kind,
  quantityMilli: count,
  reportedAt: instantMs,
});
const AnswerBody = v.variant("verdict", [
  v.strictObject({ verdict: v.literal("accepted"), refundCents: refund, words: said }),
  v.strictObject({ verdict: v.literal("declined"), words: words(500) }),
]);
const Answered = v.object({
  id: identifier,
  verdict: v.picklist(["accepted", "declined"]),
  refundCents: count,
  way,
  borneBy,
  answeredAt: instantMs,
});
const PaybackBody = v.strictObject({ source });
const PaidBack = v.object({ id: identifier, refundCents: count, source });

const told = {
  id: identifier,
  enterpriseId: identifier,
  producerName: v.string(),
  productName: v.string(),
  isByWeight: v.boolean(),
  deliveryDay: v.string(),
  problem: kind,
  quantityMilli: count,
  proposedCents: count,
  reportedAt: instantMs,
  words: v.nullable(v.string()),
  state: v.picklist(["open", "declined", "on-its-way", "owed", "refunded"]),
  answeredAt: v.nullable(instantMs),
  refundCents: count,
  way,
  paidBackAt: v.nullable(instantMs),
  borneBy,
  reply: v.nullable(v.string()),
};
const whose = { lineId: identifier, orderId: identifier, orderCode: v.string() };
const Problem = v.object({ ...told, ...whose });
const reading = ["not-signed-in", "not-allowed", "invalid-input"] as const;
const answering = [...WRITING, "not-found", "changed-meanwhile"] as const;

/** What is wrong with a line of an order, under the order's own address. */
export const orderProblems = new Hono<Edge>()
  .get(
    "/:order/problems",
    endpoint({
      summary: "What was reported of an order, and what came of it",
      area,
      answers: { 200: v.object({ items: v.array(Problem) }) },
      refusals: ["not-found", "invalid-input"],
    }),
    validated("param", v.object({ order: idOf<OrderId>() })),
    async (c) => show(c, await listOrderProblems(c.var.request, c.req.valid("param").order)),
  )
  .post(
    "/:order/lines/:line/problem",
    endpoint({
      summary: "Reports a problem with a line that was handed over, once",
      area,
      answers: { 201: Reported },
      refusals: [
        ...answering,
        "line-unknown",
        "order-not-handed-out",
        "problem-too-late",
        "problem-too-much",
        "problem-reported",
      ],
    }),
    validated("param", v.object({ order: idOf<OrderId>(), line: idOf<LineId>() })),
    validated("json", ReportBody),
    async (c) => {
      const { order: orderId, line: lineId } = c.req.valid("param");
      const command = { orderId, lineId, ...c.req.valid("json") };
      return answer(c, await reportProblem(c.var.request, command));
    },
  );

/** Reports, for those who answer them. */
export const problems = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "What was reported of everybody’s orders, newest first",
      area,
      answers: { 200: pageOf(Problem) },
      refusals: reading,
    }),
    validated("query", PageQuery),
    async (c) => show(c, await listProblems(c.var.request, askedPage(c.req.valid("query")))),
  )
  .post(
    "/:problem/answer",
    endpoint({
      summary: "Accepts a report and gives money back, or declines it; once",
      area,
      answers: { 200: Answered },
      refusals: [...answering, "problem-answered", "order-not-settled", "refund-too-high"],
    }),
    validated("param", v.object({ problem: idOf<ProblemId>() })),
    validated("json", AnswerBody),
    async (c) => {
      const command = { problemId: c.req.valid("param").problem, ...c.req.valid("json") };
      return answer(c, await answerProblem(c.var.request, command));
    },
  )
  .post(
    "/:problem/payback",
    endpoint({
      summary: "Notes that a refund was handed back in cash or by transfer, once",
      area,
      answers: { 200: PaidBack },
      refusals: [...answering, "nothing-to-pay-back"],
    }),
    validated("param", v.object({ problem: idOf<ProblemId>() })),
    validated("json", PaybackBody),
    async (c) => {
      const command = { problemId: c.req.valid("param").problem, ...c.req.valid("json") };
      return answer(c, await payProblemBack(c.var.request, command));
    },
  );

/** What was reported of a producer's goods, without whose order it was. */
export const producerProblems = new Hono<Edge>().get(
  "/:enterprise/problems",
  endpoint({
    summary: "What was reported of a producer’s goods, without whose order it was",
    area,
    answers: { 200: pageOf(v.object(told)) },
    refusals: reading,
  }),
  validated("param", v.object({ enterprise: idOf<EnterpriseId>() })),
  validated("query", PageQuery),
  async (c) => {
    const { enterprise } = c.req.valid("param");
    const asked = askedPage(c.req.valid("query"));
    return show(c, await listProducerProblems(c.var.request, enterprise, asked));
  },
);

import { Hono } from "hono";
import type { Context } from "hono";
import { type EnterpriseId, id, isId, type ProblemId } from "#domain/kernel/ids.ts";
import type { AnswerTyped } from "#frontend/member/report-forms.tsx";
import { type ReportFacts, Reports, type ReportsFacts } from "#frontend/member/reports.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import { moneyFromForm } from "#frontend/ui/money-value.ts";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { answerProblem, type AnswerProblem, payProblemBack } from "#market/problems/answer.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { needsPasskey, writeNotFor, writeToSign } from "./http-act.tsx";
import { readReports, type ReportsView } from "./read-reports.ts";

const HERE = "/rete/segnalazioni";
const MOST_LETTERS = 500;

/** What was reported: for those who answer, and for the producer whose goods they are. */
export const reportPages = new Hono<Edge>()
  .get("/", (c) => showReports(c))
  .get("/:enterprise", (c) => {
    const enterprise = c.req.param("enterprise");
    return isId(enterprise) ? showReports(c, id<EnterpriseId>(enterprise)) : writeLost(c);
  })
  .post("/:problem/risposta", (c) => answer(c))
  .post("/:problem/restituzione", (c) => payBack(c));

async function answer(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const problem = c.req.param("problem") ?? "";
  if (!isId(problem)) return writeLost(c);
  const typed = typedIn(c.var.bodyText, problem);
  const errors = errorsIn(t, typed);
  const command = errors.length === 0 ? commandOf(typed) : null;
  if (command === null) return showReports(c, null, { typed, errors });
  const reply = await answerProblem(c.var.request, command);
  if (reply.ok) return c.redirect(`${HERE}?risposta=1#report-${problem}`, 303);
  if (needsPasskey(reply.refusal)) return toSign(c, reply.refusal, command);
  return refused(c, reply.refusal, { typed, field: `refund-${problem}` });
}

async function payBack(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const problem = c.req.param("problem") ?? "";
  if (!isId(problem)) return writeLost(c);
  const source = new URLSearchParams(c.var.bodyText).get("source");
  const field = `source-${problem}`;
  if (source !== "cash" && source !== "bank") {
    const errors = [{ field, message: t.problems.errors.source }];
    return showReports(c, null, { typed: null, errors });
  }
  const command = { problemId: id<ProblemId>(problem), source } as const;
  const reply = await payProblemBack(c.var.request, command);
  if (reply.ok) return c.redirect(`${HERE}?restituita=1#report-${problem}`, 303);
  return refused(c, reply.refusal, { typed: null, field });
}

function typedIn(body: string, reportId: string): AnswerTyped {
  const form = new URLSearchParams(body);
  const said = (name: string) => form.get(name)?.trim() ?? "";
  return { reportId, verdict: said("verdict"), refund: said("refund"), words: said("words") };
}

/** What must be put right before it is asked for. */
function errorsIn(t: Texts, { reportId, verdict, refund, words }: AnswerTyped): FieldError[] {
  const { errors } = t.problems;
  const isAccepted = verdict === "accepted";
  const sum = moneyFromForm(refund);
  const wrong = {
    refund: isAccepted && (sum === null || sum <= 0),
    words: words.length > MOST_LETTERS || (!isAccepted && words === ""),
  };
  const tooLong = words.length > MOST_LETTERS ? errors.words : errors.reply;
  return [
    ...(wrong.refund ? [{ field: `refund-${reportId}`, message: errors.refund }] : []),
    ...(wrong.words ? [{ field: `words-${reportId}`, message: tooLong }] : []),
  ];
}

function commandOf({ reportId, verdict, refund, words }: AnswerTyped): AnswerProblem | null {
  const said = { problemId: id<ProblemId>(reportId), words: words === "" ? null : words };
  if (verdict === "declined") return { ...said, verdict };
  const refundCents = moneyFromForm(refund);
  return refundCents === null ? null : { ...said, verdict: "accepted", refundCents };
}

type Needed = Parameters<typeof writeToSign>[2];

/** What the signature says. */
async function toSign(c: Context<Edge>, needed: Needed, command: AnswerProblem) {
  const say = wordsOf(c).problems.page;
  const read = await readReports(c.var.request, null, null);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around, reports } = read.value;
  const product = reports.find((one) => one.id === command.problemId)?.productName ?? "";
  const sentence =
    command.verdict === "declined"
      ? say.signDecline(product)
      : say.signAccept(product, wordsOf(c).format.money(command.refundCents));
  const said = command.words === null ? [] : [say.said(command.words)];
  return writeToSign(c, around, needed, { sentences: [sentence, ...said], back: HERE });
}

const NOT_HERE: ReadonlySet<string> = new Set(["not-signed-in", "not-allowed", "not-found"]);

function refused(
  c: Context<Edge>,
  refusal: AnyRefusal,
  about: { readonly typed: AnswerTyped | null; readonly field: string },
): Response | Promise<Response> {
  if (NOT_HERE.has(refusal.code)) return writeNotFor(c, refusal);
  const error = { field: about.field, message: reasonOf(wordsOf(c), refusal) };
  return showReports(c, null, { typed: about.typed, errors: [error] });
}

interface RefusedForm {
  readonly typed: AnswerTyped | null;
  readonly errors: readonly FieldError[];
}

async function showReports(
  c: Context<Edge>,
  producer: EnterpriseId | null = null,
  form: RefusedForm = { typed: null, errors: [] },
): Promise<Response> {
  const t = wordsOf(c);
  const after = c.req.query("dopo") ?? "";
  const from = isId(after) ? id<ProblemId>(after) : null;
  const read = await readReports(c.var.request, producer, from);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const facts = reportsFacts(c, read.value, form);
  const isRefused = form.errors.length > 0;
  const page = {
    title: t.problems.page.title,
    path: producer === null ? HERE : `${HERE}/${producer}`,
    side: "accounts" as const,
    refused: isRefused,
    children: <Reports t={t} facts={facts} />,
  };
  return writePage(c, read.value.around, page, isRefused ? 422 : 200);
}

function reportsFacts(
  c: Context<Edge>,
  view: ReportsView,
  { typed, errors }: RefusedForm,
): ReportsFacts {
  const { producer, next } = view;
  const here = producer === null ? HERE : `${HERE}/${producer.id}`;
  return {
    producer: producer?.name ?? null,
    reports: view.reports.map((report) => reportFacts(c, view, report)),
    older: next === null ? null : `${here}?dopo=${next}`,
    done: doneOf(c),
    refused: typed,
    errors,
  };
}

function reportFacts(
  c: Context<Edge>,
  { producer, mayAnswer, mayPayBack }: ReportsView,
  report: ReportsView["reports"][number],
): ReportFacts {
  const order = producer === null ? { id: report.orderId, code: report.orderCode } : null;
  return {
    ...report,
    order,
    mayAnswer: mayAnswer && report.state === "open",
    mayPayBack: mayPayBack && report.state === "owed",
    key: c.var.request.ports.ids.next(),
  };
}

function doneOf(c: Context<Edge>): string | null {
  const say = wordsOf(c).problems.page;
  if (c.req.query("risposta") === "1") return say.answeredNow;
  return c.req.query("restituita") === "1" ? say.paidBackNow : null;
}

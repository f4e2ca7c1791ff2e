import type { VNode } from "preact";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { Milli } from "#domain/kernel/quantity.ts";
import type {
  ProblemKind,
  ProblemState,
  RefundBearer,
  RefundWay,
} from "#domain/orders/problems.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import { Empty } from "#frontend/ui/notice.tsx";
import { Opening } from "#frontend/ui/opening.tsx";
import { toldIn } from "#frontend/ui/told.ts";
import { AnswerForm, type AnswerTyped, PaybackForm } from "./report-forms.tsx";

/** A report as who answers it, or whose goods it is about, sees it. */
export interface ReportFacts {
  readonly id: string;
  readonly productName: string;
  readonly producerName: string;
  readonly isByWeight: boolean;
  readonly deliveryDay: CivilDate;
  readonly problem: ProblemKind;
  readonly quantityMilli: Milli;
  readonly proposedCents: Cents;
  readonly reportedAt: Instant;
  readonly words: string | null;
  readonly state: ProblemState;
  readonly refundCents: Cents;
  readonly way: RefundWay | null;
  readonly borneBy: RefundBearer | null;
  readonly reply: string | null;
  /** Whose order it is: null for a producer. */
  readonly order: { readonly id: string; readonly code: string } | null;
  readonly mayAnswer: boolean;
  readonly mayPayBack: boolean;
  /** Its form is an operation of its own. */
  readonly key: string;
}

export interface ReportsFacts {
  /** Whose goods; null for everybody's. */
  readonly producer: string | null;
  readonly reports: readonly ReportFacts[];
  /** The address of the older ones; null on the last page. */
  readonly older: string | null;
  readonly done: string | null;
  /** The form that was refused, as it was typed. */
  readonly refused: AnswerTyped | null;
  readonly errors: readonly FieldError[];
}

interface ReportsProps {
  readonly t: Texts;
  readonly facts: ReportsFacts;
}

/** What was reported, newest first; what waits says so. */
export function Reports({ t, facts }: ReportsProps): VNode {
  const say = t.problems.page;
  return (
    <div class="sheet stack loose">
      <Opening
        t={t}
        title={facts.producer === null ? say.title : say.ofProducer(facts.producer)}
        lead={say.lead}
        errors={facts.errors}
        news={facts.done}
      />
      <Waiting t={t} reports={facts.reports} />
      {facts.reports.length === 0 ? <Empty title={say.none} why={say.noneWhy} /> : null}
      <ul class="ruled">
        {facts.reports.map((report) => (
          <Report t={t} facts={facts} report={report} />
        ))}
      </ul>
      {facts.older === null ? null : (
        <p>
          <a class="button" href={facts.older} data-act="older-reports">
            {say.older}
          </a>
        </p>
      )}
    </div>
  );
}

/** How many wait for somebody. */
function Waiting({ t, reports }: { readonly t: Texts; readonly reports: readonly ReportFacts[] }) {
  const say = t.problems.page;
  const open = reports.filter(({ state }) => state === "open").length;
  const owed = reports.filter(({ state }) => state === "owed").length;
  const said = [
    ...(open === 0 ? [] : [say.toAnswer(open)]),
    ...(owed === 0 ? [] : [say.toPayBack(owed)]),
  ];
  return said.length === 0 ? null : <p class="number">{`${said.join(", ")}.`}</p>;
}

interface ReportProps extends ReportsProps {
  readonly report: ReportFacts;
}

function Report({ t, facts, report }: ReportProps) {
  const say = t.problems.page;
  const { problem, quantityMilli, isByWeight, order, words, reply } = report;
  const amount = t.format.quantity(quantityMilli, isByWeight ? "kg" : "piece");
  return (
    <li class="stack" id={`report-${report.id}`}>
      <div class="row apart">
        <h2 class="lesser" {...toldIn(t)}>
          {report.productName}
        </h2>
        <span class="tag">{t.problems.kinds[problem]}</span>
      </div>
      <p class="small">
        {`${report.producerName}, ${say.delivered(t.format.day(report.deliveryDay))}. `}
        {order === null ? null : (
          <a href={`/ordini/${order.id}`} data-act="order">
            {say.order(order.code)}
          </a>
        )}
      </p>
      <p>{t.problems.told(t.problems.kinds[problem], amount, t.format.day(report.reportedAt))}</p>
      {words === null ? <p>{say.wordless}</p> : <p {...toldIn(t)}>{say.said(words)}</p>}
      <Outcome t={t} report={report} />
      {reply === null ? null : <p>{t.problems.reply(reply)}</p>}
      {report.mayAnswer ? (
        <AnswerForm t={t} report={report} typed={facts.refused} errors={facts.errors} />
      ) : null}
      {report.mayPayBack ? <PaybackForm t={t} report={report} errors={facts.errors} /> : null}
    </li>
  );
}

function backBy(t: Texts, way: RefundWay): string {
  const { toWallet, toCard, handedBack } = t.problems.page;
  return { wallet: toWallet, card: toCard, "by-hand": handedBack }[way];
}

function stillBack(t: Texts, state: ProblemState): string {
  return state === "on-its-way" ? t.problems.page.onItsWay : t.problems.page.owed;
}

/** What came of it, and who bears it. */
function Outcome({ t, report }: { readonly t: Texts; readonly report: ReportFacts }) {
  const { state, refundCents, borneBy, way } = report;
  const say = t.problems.page;
  const borne = borneBy === null ? "" : say.borne[borneBy](t.format.money(refundCents));
  const done = state === "refunded" && way !== null ? backBy(t, way) : stillBack(t, state);
  return (
    <p>
      <strong>{t.problems.state[state]}</strong> {borneBy === null ? null : `${borne} ${done}`}
    </p>
  );
}

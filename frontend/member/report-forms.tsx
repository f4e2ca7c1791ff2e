import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { ChoiceGroup, type FieldError, TextField } from "#frontend/ui/field.tsx";
import { moneyToForm } from "#frontend/ui/money-value.ts";
import type { ReportFacts } from "./reports.tsx";

/** An answer as it was typed. */
export interface AnswerTyped {
  readonly reportId: string;
  readonly verdict: string;
  readonly refund: string;
  readonly words: string;
}

interface FormProps {
  readonly t: Texts;
  readonly report: ReportFacts;
  readonly errors: readonly FieldError[];
}

interface AnswerProps extends FormProps {
  readonly typed: AnswerTyped | null;
}

/** Accepts, with what goes back, or declines, with a reason. */
export function AnswerForm({ t, report, typed, errors }: AnswerProps): VNode {
  const say = t.problems.page;
  const refused = typed?.reportId === report.id ? typed : null;
  const at = (field: string) => `${field}-${report.id}`;
  const errorOf = (field: string) => errors.find((error) => error.field === at(field))?.message;
  return (
    <details class="fold" open={refused !== null}>
      <summary data-act="answer-ask">{say.answer}</summary>
      <form
        class="stack"
        method="post"
        action={`/rete/segnalazioni/${report.id}/risposta`}
        novalidate
      >
        <input type="hidden" name="key" value={report.key} />
        <ChoiceGroup
          t={t}
          kind="radio"
          id={at("verdict")}
          name="verdict"
          label={say.verdict}
          options={[
            { value: "accepted", label: say.accept },
            { value: "declined", label: say.decline },
          ]}
          chosen={[refused?.verdict ?? "accepted"]}
        />
        <TextField
          t={t}
          id={at("refund")}
          name="refund"
          label={say.refund}
          hint={say.refundHint(t.format.money(report.proposedCents))}
          value={refused?.refund ?? moneyToForm(report.proposedCents)}
          inputMode="decimal"
          maxLength={10}
          error={errorOf("refund")}
        />
        <TextField
          t={t}
          id={at("words")}
          name="words"
          label={say.reply}
          hint={say.replyHint}
          value={refused?.words ?? ""}
          maxLength={500}
          optional
          error={errorOf("words")}
        />
        <p>
          <button class="button strong" type="submit" data-act="answer">
            {say.send}
          </button>
        </p>
      </form>
    </details>
  );
}

/** Notes that the money was handed back. */
export function PaybackForm({ t, report, errors }: FormProps): VNode {
  const say = t.problems.page;
  const id = `source-${report.id}`;
  return (
    <form class="stack" method="post" action={`/rete/segnalazioni/${report.id}/restituzione`}>
      <input type="hidden" name="key" value={report.key} />
      <ChoiceGroup
        t={t}
        kind="radio"
        id={id}
        name="source"
        label={say.source}
        options={(["cash", "bank"] as const).map((value) => {
          return { value, label: say.sources[value] };
        })}
        chosen={["cash"]}
        error={errors.find(({ field }) => field === id)?.message}
      />
      <p>
        <button class="button" type="submit" data-act="pay-back">
          {say.payBack}
        </button>
      </p>
    </form>
  );
}

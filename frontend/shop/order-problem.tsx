import type { VNode } from "preact";
import { milli } from "#domain/kernel/quantity.ts";
import { PROBLEM_KINDS } from "#domain/orders/problems.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { ChoiceGroup, TextField } from "#frontend/ui/field.tsx";
import { quantityToForm } from "#frontend/ui/quantity-value.ts";
import { fullName, quantityWords } from "./offer.ts";
import type { LineProblemFacts, OrderFacts, OrderLineFacts, RefusedReport } from "./order-facts.ts";

interface LineProblemProps {
  readonly t: Texts;
  readonly facts: Pick<OrderFacts, "id" | "addingKey" | "reportableUntil" | "refusedReport">;
  readonly line: OrderLineFacts;
}

/** What was reported of a line and what came of it; or the form to report it, while it may be. */
export function LineProblem({ t, facts, line }: LineProblemProps): VNode | null {
  const { problem, state } = line;
  if (problem !== null) return <Told t={t} line={line} problem={problem} />;
  const came = (state.deliveredMilli ?? milli(0)) > 0;
  if (facts.reportableUntil === null || !came) return null;
  return <Reporting t={t} facts={facts} line={line} />;
}

interface ToldProps {
  readonly t: Texts;
  readonly line: OrderLineFacts;
  readonly problem: LineProblemFacts;
}

function Told({ t, line, problem }: ToldProps) {
  const say = t.problems;
  const amount = quantityWords(t, line.offer, problem.quantityMilli);
  const day = t.format.day(problem.reportedAt);
  return (
    <div class="together problem">
      <p class="small">{say.told(say.kinds[problem.problem], amount, day)}</p>
      <p class="small">
        <strong>{say.state[problem.state]}</strong> {moneyWords(t, problem)}
      </p>
      {problem.reply === null ? null : <p class="small">{say.reply(problem.reply)}</p>}
    </div>
  );
}

function moneyWords(t: Texts, { state, way, refundCents, paidBackAt }: LineProblemFacts): string {
  const amount = t.format.money(refundCents);
  if (state === "on-its-way") return t.problems.toCardSoon(amount);
  if (state === "owed") return t.problems.byHand(amount);
  if (state !== "refunded") return "";
  if (way === "card" && paidBackAt !== null) {
    return t.problems.toCard(amount, t.format.date(paidBackAt));
  }
  return way === "wallet" ? t.problems.toWallet(amount) : t.problems.handedBack(amount);
}

function Reporting({ t, facts, line }: LineProblemProps) {
  const say = t.problems;
  const { refusedReport } = facts;
  const refused = refusedReport?.lineId === line.id ? refusedReport : null;
  return (
    <details class="together fold" open={refused !== null}>
      <summary data-act="report-ask" aria-label={say.reportOf(fullName(line.offer))}>
        {say.report}
      </summary>
      <form
        class="stack"
        method="post"
        action={`/ordini/${facts.id}/righe/${line.id}/segnalazione`}
        novalidate
      >
        <input type="hidden" name="key" value={`${facts.addingKey}-${line.id}`} />
        <What t={t} line={line} refused={refused} />
        <HowMuch t={t} line={line} refused={refused} />
        <TextField
          t={t}
          id={`words-${line.id}`}
          name="words"
          label={say.words}
          hint={say.wordsHint}
          value={refused?.words ?? ""}
          maxLength={500}
          optional
          error={errorOf(refused, `words-${line.id}`)}
        />
        <p>
          <button class="button" type="submit" data-act="report">
            {say.send}
          </button>
        </p>
      </form>
    </details>
  );
}

interface PartProps {
  readonly t: Texts;
  readonly line: OrderLineFacts;
  readonly refused: RefusedReport | null;
}

function What({ t, line, refused }: PartProps) {
  const say = t.problems;
  const id = `problem-${line.id}`;
  return (
    <ChoiceGroup
      t={t}
      kind="radio"
      id={id}
      name="problem"
      label={say.what}
      options={PROBLEM_KINDS.map((value) => ({ value, label: say.kinds[value] }))}
      chosen={refused === null ? [] : [refused.problem]}
      error={errorOf(refused, id)}
    />
  );
}

function HowMuch({ t, line, refused }: PartProps) {
  const say = t.problems;
  const id = `quantity-${line.id}`;
  const came = line.state.deliveredMilli ?? milli(0);
  return (
    <TextField
      t={t}
      id={id}
      name="quantity"
      label={say.howMuch}
      hint={say.howMuchHint(quantityWords(t, line.offer, came))}
      value={refused?.quantity ?? quantityToForm(came)}
      inputMode="decimal"
      maxLength={11}
      error={errorOf(refused, id)}
    />
  );
}

function errorOf(refused: RefusedReport | null, id: string): string | undefined {
  return refused?.errors.find(({ field }) => field === id)?.message;
}

import type { VNode } from "preact";
import type {
  BudgetCount,
  CallResult,
  ConsentCount,
  MotionCount,
  TotalsCount,
} from "#domain/governance/ballots/call-result.ts";
import { fraction, readFraction } from "#domain/governance/counting/fraction.ts";
import { cents, multiplyDivide, timesCents } from "#domain/kernel/money.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { type BarRow, BarTable } from "./result-bars.tsx";
import { Colleges, Few } from "./result-colleges.tsx";
import type { ResultFacts } from "./result-facts.ts";
import { MeekRounds, Stages } from "./result-stages.tsx";
import { PairsTable } from "./result-pairs.tsx";
import { numberOf, titleOf, votes } from "./result-words.ts";

interface CountProps {
  readonly t: Texts;
  readonly facts: ResultFacts;
  readonly result: CallResult;
}

/** The count by its method: bars and a table of the same figures, stages where there are some. */
export function ResultCount(props: CountProps): VNode {
  const { count } = props.result;
  if (count.kind === "motion") return <Motion {...props} count={count} />;
  if (count.kind === "colleges") return <Colleges {...props} count={count} />;
  if (count.kind === "few") return <Few {...props} count={count} />;
  if (count.kind === "consent") return <Consent {...props} count={count} />;
  if (count.kind === "totals") return <Totals {...props} count={count} />;
  if (count.kind === "budget") return <Budget {...props} count={count} />;
  if (count.kind === "pairs") return <PairsTable {...props} count={count} />;
  if (count.kind === "meek") return <MeekRounds {...props} count={count} />;
  return <Stages {...props} count={count} />;
}

function Motion({ t, result, count }: CountProps & { readonly count: MotionCount }) {
  const say = t.votes.result;
  const row = (label: string, text: string, fill: string): BarRow => {
    return { label, size: numberOf(text), figure: votes(t, text), fill };
  };
  return (
    <BarTable
      caption={say.votes}
      head={[say.option, say.votes]}
      rows={[
        row(say.yes, count.yes, "f5"),
        row(say.no, count.no, "f4"),
        row(say.abstain, count.abstain, "hatch"),
      ]}
      foot={[say.present, votes(t, result.present.votes)]}
    />
  );
}

function Consent({ t, count }: CountProps & { readonly count: ConsentCount }) {
  const say = t.votes.result;
  const row = (label: string, heads: number, fill: string): BarRow => {
    return { label, size: heads, figure: t.format.count(heads), fill };
  };
  return (
    <>
      <BarTable
        caption={say.votes}
        head={[say.option, say.votes]}
        rows={[
          row(say.consents, count.consents, "f5"),
          row(say.objections, count.objections.length, "f4"),
          row(say.abstain, count.abstentions, "hatch"),
        ]}
      />
      {count.objections.length === 0 ? null : (
        <ul class="ruled">
          {count.objections.map(({ reason }) => (
            <li>«{reason}»</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Totals({ t, facts, result, count }: CountProps & { readonly count: TotalsCount }) {
  const say = t.votes.result;
  const unit = result.method === "score" ? say.points : say.approvals;
  const falling = count.totals.toSorted(
    (one, other) => numberOf(other.votes) - numberOf(one.votes),
  );
  return (
    <BarTable
      caption={unit}
      head={[say.option, unit]}
      rows={falling.map(({ option, votes: total }) => ({
        label: titleOf(t, facts.options, option),
        size: numberOf(total),
        figure: votes(t, total),
        fill: result.winners.includes(option) ? "f5" : "f4",
        ...(result.winners.includes(option) ? { note: say.isChosen } : {}),
      }))}
    />
  );
}

function Budget({ t, facts, count }: CountProps & { readonly count: BudgetCount }) {
  const say = t.votes.result;
  const money = (units: number) => t.format.money(timesCents(cents(count.unitCents), units));
  const funded = new Set(count.funded.map(({ option }) => option));
  return (
    <>
      <p>
        {say.spent(money(count.spent), money(count.budget))} {say.share(shareMoney(t, count))}
      </p>
      <BarTable
        caption={say.cost}
        head={[say.option, say.cost]}
        rows={facts.options.map(({ code, title, cost }) => ({
          label: title,
          size: cost ?? 0,
          figure: cost === null ? "" : t.format.money(cost),
          fill: funded.has(code) ? "f5" : "f4",
          ...(funded.has(code) ? { note: say.isFunded } : {}),
        }))}
      />
    </>
  );
}

/** What each voter had: a broken sum, shown to the cent. */
function shareMoney(t: Texts, { share, unitCents }: BudgetCount): string {
  const { num, den } = readFraction(share) ?? fraction(0);
  return t.format.money(cents(multiplyDivide(Number(num), unitCents, Number(den))));
}

import type { VNode } from "preact";
import type {
  BudgetCount,
  CallResult,
  CollegesCount,
  ConsentCount,
  FewCount,
  MotionCount,
  TotalsCount,
} from "#domain/governance/ballots/call-result.ts";
import { fraction, readFraction } from "#domain/governance/counting/fraction.ts";
import { cents, multiplyDivide, timesCents } from "#domain/kernel/money.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { classWords, shareWords } from "./policy-words.ts";
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

interface BarRow {
  readonly label: string;
  /** For the bar: in proportion to the longest. */
  readonly size: number;
  readonly figure: string;
  readonly fill: string;
  readonly note?: string;
}

interface BarTableProps {
  readonly caption: string;
  readonly head: readonly [what: string, figure: string];
  readonly rows: readonly BarRow[];
  readonly foot?: readonly [label: string, figure: string];
}

/** Figures with a bar each; the bar says nothing that the figure does not. */
function BarTable({ caption, head, rows, foot }: BarTableProps) {
  const longest = Math.max(1, ...rows.map(({ size }) => size));
  const bar = (size: number) => `${Math.round((size / longest) * 10_000) / 100}%`;
  return (
    <table class="table tally">
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head[0]}</th>
          <th scope="col" class="n">
            {head[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, size, figure, fill, note }) => (
          <tr>
            <th scope="row">
              <span>
                {label}
                {note === undefined ? null : <span class="tag">{note}</span>}
              </span>
              <svg aria-hidden="true">
                <rect
                  class={fill === "hatch" ? "" : fill}
                  fill={fill === "hatch" ? "url(#hatch)" : undefined}
                  width={bar(size)}
                  height="20"
                />
              </svg>
            </th>
            <td class="n">{figure}</td>
          </tr>
        ))}
      </tbody>
      {foot === undefined ? null : (
        <tfoot>
          <tr>
            <th scope="row">{foot[0]}</th>
            <td class="n">{foot[1]}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
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

/** Colleges of which one has few secret ballots: what each said is not told, nor the exact sum. */
function Few({ t, count }: CountProps & { readonly count: FewCount }) {
  const say = t.votes.result;
  const row = (label: string, size: number, fill: string): BarRow => {
    return { label, size, figure: t.format.count(size), fill };
  };
  return (
    <>
      <BarTable
        caption={say.votes}
        head={[say.option, "%"]}
        rows={[row(say.yes, count.yesPercent, "f5"), row(say.no, count.noPercent, "f4")]}
      />
      <p class="note">{say.fewOfCollege(t.format.count(count.least))}</p>
    </>
  );
}

function Colleges({ t, count }: CountProps & { readonly count: CollegesCount }) {
  const say = t.votes.result;
  const share = (text: string) => t.format.count(Math.round(numberOf(text) * 10_000) / 100);
  return (
    <>
      <BarTable
        caption={say.votes}
        head={[say.option, "%"]}
        rows={[
          { label: say.yes, size: numberOf(count.yes), figure: share(count.yes), fill: "f5" },
          { label: say.no, size: numberOf(count.no), figure: share(count.no), fill: "f4" },
        ]}
      />
      <table class="table">
        <caption>{say.colleges}</caption>
        <thead>
          <tr>
            <th scope="col">{say.college}</th>
            {[say.weight, say.yes, say.no, say.abstain].map((head) => (
              <th scope="col" class="n">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {count.colleges.map(({ code, weight, yes, no, abstain }) => (
            <tr>
              <th scope="row">{classWords(t, code)}</th>
              <td class="n">{shareOf(t, weight)}</td>
              {[yes, no, abstain].map((heads) => (
                <td class="n">{t.format.count(heads)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function shareOf(t: Texts, text: string): string {
  const share = readFraction(text);
  return share === null ? text : shareWords(t, share);
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

import type { VNode } from "preact";
import { grams } from "#domain/kernel/quantity.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FigureFacts, FiguresFacts } from "./rounds-facts.ts";

interface FiguresProps {
  readonly t: Texts;
  readonly figures: FiguresFacts;
}

/** Kilometres and carbon dioxide of the common rounds beside each producer by itself. */
export function RoundFigures({ t, figures }: FiguresProps): VNode {
  const say = t.rounds;
  return (
    <section class="stack" aria-labelledby="figures">
      <h2 id="figures" class="part">
        {say.figures}
      </h2>
      <p>{say.figuresLead}</p>
      <FiguresTable t={t} figures={figures} />
      <Remarks t={t} figures={figures} />
      <Shares t={t} figures={figures} />
    </section>
  );
}

function FiguresTable({ t, figures }: FiguresProps) {
  const say = t.rounds;
  const { planned, actual, baseline, saved } = figures;
  const rows: readonly (readonly [string, FigureFacts])[] = [
    ...(actual === null ? [] : [[say.actual, actual] as const]),
    [say.planned, planned],
    [say.baseline, baseline],
  ];
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{say.what}</th>
          <th scope="col" class="n">
            {say.km}
          </th>
          <th scope="col" class="n">
            {say.co2}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, figure]) => (
          <Row t={t} label={label} figure={figure} />
        ))}
      </tbody>
      <tfoot>
        <Row t={t} label={say.saved} figure={saved} isDifference />
      </tfoot>
    </table>
  );
}

function Remarks({ t, figures }: FiguresProps) {
  const say = t.rounds;
  const { saved, offPerCent, withoutFactor, distances } = figures;
  return (
    <>
      {saved.metres < 0 ? <p>{say.more}</p> : null}
      {offPerCent === null ? null : <p class="small">{say.plusMinus(offPerCent)}</p>}
      {distances.names.length === 0 ? null : (
        <p class="small">
          {say.distances(t.format.list(distances.names))}
          {distances.areStreets ? ` ${say.streetsCredit}` : ""}
        </p>
      )}
      {withoutFactor.length === 0 ? null : (
        <p class="small">{say.noFactor(t.format.list(withoutFactor))}</p>
      )}
      {figures.sources.map(({ words }) => (
        <p class="small">{words}</p>
      ))}
    </>
  );
}

interface RowProps {
  readonly t: Texts;
  readonly label: string;
  readonly figure: FigureFacts;
  /** What is less than before has a minus before it. */
  readonly isDifference?: boolean;
}

function Row({ t, label, figure, isDifference = false }: RowProps) {
  const { metres, grams: amount } = figure;
  const sign = (value: number) => (isDifference && value > 0 ? "−" : value < 0 ? "+" : "");
  return (
    <tr>
      <th scope="row">{label}</th>
      <td class="n">
        {sign(metres)}
        {t.format.distance(Math.abs(metres))}
      </td>
      <td class="n">
        {amount === null ? "–" : `${sign(amount)}${t.format.weight(tenths(Math.abs(amount)))}`}
      </td>
    </tr>
  );
}

/** From a kilogram on, to a tenth of one: nobody knows it better than that. */
function tenths(amount: number) {
  return grams(amount < 1000 ? amount : Math.round(amount / 100) * 100);
}

function Shares({ t, figures }: FiguresProps) {
  const say = t.rounds;
  if (figures.producers.length === 0) return null;
  return (
    <details class="fold">
      <summary data-act="round-shares">{say.shares}</summary>
      <p>{say.sharesLead(t.format.money(figures.totalCents))}</p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{say.producer}</th>
            <th scope="col" class="n">
              {say.alone}
            </th>
            <th scope="col" class="n">
              {say.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.producers.map(({ name, alone, share }) => (
            <tr>
              <th scope="row">{name}</th>
              <td class="n">{t.format.money(alone)}</td>
              <td class="n">{t.format.money(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

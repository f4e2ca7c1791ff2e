import type { VNode } from "preact";
import type { PairsCount } from "#domain/governance/ballots/call-result.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { Scroll } from "#frontend/ui/scroll.tsx";
import type { ResultFacts } from "./result-facts.ts";
import { titleOf } from "./result-words.ts";

interface PairsTableProps {
  readonly t: Texts;
  readonly facts: ResultFacts;
  readonly count: PairsCount;
}

/** A count by pairs: the order it gives, what was left out, and every pair. */
export function PairsTable({ t, facts, count }: PairsTableProps): VNode {
  const say = t.votes.result;
  const { candidates, matrix, order, dropped } = count;
  const name = (code: string) => titleOf(t, facts.options, code);
  return (
    <section class="stack" aria-labelledby="pairs">
      {order.length === 0 ? null : (
        <ol class="steps">
          {order.map((code) => (
            <li>{name(code)}</li>
          ))}
        </ol>
      )}
      {dropped.map(({ option, why }) => (
        <p>
          {name(option)}: {say.dropped[why]}.
        </p>
      ))}
      <h2 id="pairs" class="part">
        {say.pairs}
      </h2>
      <p>{say.pairsWhy}</p>
      <Scroll labelledBy="pairs">
        <table class="table matrix stages">
          <thead>
            <tr>
              <th scope="col">{say.option}</th>
              {candidates.map((code) => (
                <th scope="col" class="n">
                  {name(code)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {candidates.map((code, row) => (
              <tr>
                <th scope="row">{name(code)}</th>
                {candidates.map((_, column) => (
                  <td class="n">{row === column ? "" : cell(t, matrix, row, column)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

/** Who wins the pair is set in bold. */
function cell(t: Texts, matrix: PairsCount["matrix"], row: number, column: number) {
  const [own, others] = [matrix[row]?.[column] ?? 0, matrix[column]?.[row] ?? 0];
  const words = t.format.count(own);
  return own > others ? <strong>{words}</strong> : words;
}

import type { VNode } from "preact";
import type { CollegesCount, FewCount } from "#domain/governance/ballots/call-result.ts";
import { readFraction } from "#domain/governance/counting/fraction.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { classWords, shareWords } from "./policy-words.ts";
import { type BarRow, BarTable } from "./result-bars.tsx";
import { numberOf } from "./result-words.ts";

interface CountedProps<Count> {
  readonly t: Texts;
  readonly count: Count;
}

/** Colleges of which one has few secret ballots: what each said is not told, nor the exact sum. */
export function Few({ t, count }: CountedProps<FewCount>): VNode {
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

/** Colleges: what became of the whole, then what each said. */
export function Colleges({ t, count }: CountedProps<CollegesCount>): VNode {
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

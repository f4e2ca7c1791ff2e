import type { VNode } from "preact";
import type { MeekCount, TransfersCount } from "#domain/governance/ballots/call-result.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { Scroll } from "#frontend/ui/scroll.tsx";
import type { ResultFacts } from "./result-facts.ts";
import { titleOf, votes } from "./result-words.ts";

interface StagesProps<Count> {
  readonly t: Texts;
  readonly facts: ResultFacts;
  readonly count: Count;
}

interface Step {
  readonly what: string;
  readonly elected: readonly string[];
  readonly votes: readonly string[];
  readonly rest: string | null;
}

/** A count by transfers, stage by stage: what happened, and everybody's votes after it. */
export function Stages({ t, facts, count }: StagesProps<TransfersCount>): VNode {
  const say = t.votes.result;
  const name = (code: string | null) => titleOf(t, facts.options, code ?? "");
  const steps = count.stages.map(({ action, candidate, votes: all, elected, nonTransferable }) => {
    const words = {
      "first preferences": say.first,
      surplus: say.surplus(name(candidate)),
      exclude: say.exclude(name(candidate)),
    };
    return { what: words[action], elected, votes: all, rest: nonTransferable };
  });
  return <Steps t={t} facts={facts} count={count} quota={count.quota} steps={steps} />;
}

/** The same by Meek's rule, whose quota falls as votes are used up: one row a round. */
export function MeekRounds({ t, facts, count }: StagesProps<MeekCount>): VNode {
  const say = t.votes.result;
  const steps = count.rounds.map(({ votes: all, elected, defeated }) => {
    const what = defeated === null ? say.keep : say.exclude(titleOf(t, facts.options, defeated));
    return { what, elected, votes: all, rest: null };
  });
  return <Steps t={t} facts={facts} count={count} quota={count.finalQuota} steps={steps} />;
}

interface StepsProps extends StagesProps<{ readonly candidates: readonly string[] }> {
  readonly quota: string;
  readonly steps: readonly Step[];
}

function Steps({ t, facts, count, quota, steps }: StepsProps) {
  const say = t.votes.result;
  const name = (code: string) => titleOf(t, facts.options, code);
  const hasRest = steps.some(({ rest }) => rest !== null);
  return (
    <section class="stack" aria-labelledby="stages">
      <h2 id="stages" class="part">
        {say.stages}
      </h2>
      <p>{say.stagesWhy(votes(t, quota))}</p>
      <Scroll labelledBy="stages">
        <table class="table matrix stages">
          <thead>
            <tr>
              <th scope="col">{say.stage}</th>
              {count.candidates.map((code) => (
                <th scope="col" class="n">
                  {name(code)}
                </th>
              ))}
              {hasRest ? (
                <th scope="col" class="n">
                  {say.nonTransferable}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {steps.map(({ what, elected, votes: all, rest }, at) => (
              <tr>
                <th scope="row">
                  {at + 1}. {what}
                  {elected.length === 0 ? null : (
                    <span class="good block">
                      {say.electedNow(t.format.list(elected.map(name)))}
                    </span>
                  )}
                </th>
                {all.map((text) => (
                  <td class="n">{votes(t, text)}</td>
                ))}
                {rest === null ? null : <td class="n">{votes(t, rest)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { toldIn } from "#frontend/ui/told.ts";
import { Answer } from "./proposal-answer.tsx";
import type { ProposalFacts } from "./proposal-facts.ts";

interface ProposalChallengesProps {
  readonly t: Texts;
  readonly facts: ProposalFacts;
}

/** What members say against the result, and what became of it. */
export function ProposalChallenges({ t, facts }: ProposalChallengesProps): VNode | null {
  const { challenges, number } = facts;
  if (challenges.length === 0) return null;
  const say = t.proposals.challenges;
  return (
    <section class="stack" aria-labelledby="challenges" id="contestazioni">
      <h2 id="challenges" class="part">
        {say.title}
      </h2>
      {challenges.map(({ id, at, reason, decision, answer, key }) => (
        <div class="paper stack">
          <p class="row apart">
            <span class="small">{t.format.dayAndHour(at)}</span>
            <span class="tag">{say.state[decision ?? "open"]}</span>
          </p>
          <p {...toldIn(t)}>«{reason}»</p>
          {answer === null ? null : <p>{t.proposals.amendments.answered(answer)}</p>}
          {key === null ? null : (
            <Answer
              t={t}
              facts={facts}
              formKey={key}
              action={`/proposte/${number}/contestazioni/${id}`}
              id={id}
              label={say.decide}
              answers={say.decisions}
            />
          )}
        </div>
      ))}
    </section>
  );
}

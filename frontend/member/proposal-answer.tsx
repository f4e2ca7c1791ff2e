import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { ChoiceGroup, TextArea } from "#frontend/ui/field.tsx";
import { FormKey } from "./proposal-boxes.tsx";
import type { ProposalFacts } from "./proposal-facts.ts";

interface AnswerProps {
  readonly t: Texts;
  readonly facts: Pick<ProposalFacts, "id">;
  readonly formKey: string;
  readonly action: string;
  /** What is answered: unique in the page. */
  readonly id: string;
  readonly label: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** An answer with its reason, to an amendment or to a challenge. */
export function Answer(props: AnswerProps): VNode {
  const { t, facts, formKey, action, id, label, answers } = props;
  const say = t.proposals.amendments;
  return (
    <form class="stack" method="post" action={action} novalidate>
      <FormKey facts={facts} of={formKey} />
      <ChoiceGroup
        t={t}
        id={`answer-${id}`}
        name="answer"
        label={label}
        kind="radio"
        chosen={[]}
        options={Object.entries(answers).map(([value, words]) => ({ value, label: words }))}
      />
      <TextArea t={t} id={`why-${id}`} name="reason" label={say.answerWhy} rows={3} />
      <p>
        <button class="button" type="submit" data-act="answer">
          {say.answerGo}
        </button>
      </p>
    </form>
  );
}

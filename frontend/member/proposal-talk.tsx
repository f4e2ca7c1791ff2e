import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { ChoiceGroup } from "#frontend/ui/field.tsx";
import { toldIn } from "#frontend/ui/told.ts";
import { ActFor, FormKey, Why } from "./proposal-boxes.tsx";
import { Answer } from "./proposal-answer.tsx";
import { ChangedText } from "./proposal-change.tsx";
import type { AmendmentFacts, Argument, ProposalFacts } from "./proposal-facts.ts";

interface ProposalTalkProps {
  readonly t: Texts;
  readonly facts: ProposalFacts;
}

/** What members say for and against, side by side, and what they would change in it. */
export function ProposalTalk({ t, facts }: ProposalTalkProps): VNode {
  const say = t.proposals.talk;
  const { actsFor, deeds } = facts;
  const of = (stance: Argument["stance"]) =>
    facts.arguments.filter((argument) => argument.stance === stance);
  const others = of("neither");
  const isMember = actsFor.length > 0;
  return (
    <section class="stack" aria-labelledby="talk" id="argomenti">
      <h2 id="talk" class="part">
        {say.title}
      </h2>
      {isMember ? (
        <div class="columns halves">
          <Side t={t} title={say.for} said={of("for")} />
          <Side t={t} title={say.against} said={of("against")} />
        </div>
      ) : (
        <p>{say.membersOnly}</p>
      )}
      {others.length === 0 ? null : <Side t={t} title={say.neither} said={others} />}
      {deeds.map((deed) =>
        deed.kind === "comment" ? <Write t={t} facts={facts} formKey={deed.key} /> : null,
      )}
      <Amendments t={t} facts={facts} />
    </section>
  );
}

function Side({
  t,
  title,
  said,
}: {
  readonly t: Texts;
  readonly title: string;
  readonly said: readonly Argument[];
}) {
  const say = t.proposals.talk;
  return (
    <div class="reasons">
      <h3>{title}</h3>
      {said.length === 0 ? <p class="small">{say.silent}</p> : null}
      {said.map(({ id, author, at, text }) => (
        <div id={`argomento-${id}`}>
          <p {...toldIn(t)}>«{text}»</p>
          <p class="small">{say.says(author, t.format.day(at))}</p>
        </div>
      ))}
    </div>
  );
}

function Write({ t, facts, formKey }: ProposalTalkProps & { readonly formKey: string }) {
  const say = t.proposals.talk;
  const { number, typed } = facts;
  return (
    <details class="fold" open={typed["comment"] !== undefined}>
      <summary data-act="write">{say.write}</summary>
      <form class="stack" method="post" action={`/proposte/${number}/argomenti`} novalidate>
        <FormKey facts={facts} of={formKey} />
        <ActFor t={t} facts={facts} id="comment-member" />
        <ChoiceGroup
          t={t}
          id="stance"
          name="stance"
          label={say.stance}
          kind="radio"
          chosen={[typed["stance"] ?? "for"]}
          options={(["for", "against", "neither"] as const).map((value) => ({
            value,
            label: say.stances[value],
          }))}
        />
        <Why t={t} facts={facts} name="comment" label={say.text} hint={say.writeWhy} />
        <p>
          <button class="button strong" type="submit" data-act="comment">
            {say.go}
          </button>
        </p>
      </form>
    </details>
  );
}

function Amendments({ t, facts }: ProposalTalkProps) {
  const say = t.proposals.amendments;
  const { amendments, deeds } = facts;
  const mayAmend = deeds.find(({ kind }) => kind === "amend");
  if (amendments.length === 0 && mayAmend === undefined) return null;
  return (
    <div class="stack" id="emendamenti">
      <h3>{say.title}</h3>
      {amendments.map((one) => (
        <Amendment t={t} facts={facts} amendment={one} />
      ))}
      {mayAmend === undefined ? null : <Amend t={t} facts={facts} formKey={mayAmend.key} />}
    </div>
  );
}

function Amendment({
  t,
  facts,
  amendment,
}: ProposalTalkProps & { readonly amendment: AmendmentFacts }) {
  const say = t.proposals.amendments;
  const { id, author, at, reason, change, state, key, answer } = amendment;
  return (
    <section class="paper stack" id={`emendamento-${id}`}>
      <p class="row apart">
        <span class="small">{t.proposals.talk.says(author, t.format.day(at))}</span>
        <span class="tag">{say.state[state]}</span>
      </p>
      <p {...toldIn(t)}>«{reason}»</p>
      <ChangedText t={t} change={change} />
      {answer === null ? null : <p>{say.answered(answer)}</p>}
      {key === null ? null : (
        <Answer
          t={t}
          facts={facts}
          formKey={key}
          action={`/proposte/${facts.number}/emendamenti/${id}`}
          id={id}
          label={say.answer}
          answers={say.answers}
        />
      )}
    </section>
  );
}

function Amend({ t, facts, formKey }: ProposalTalkProps & { readonly formKey: string }) {
  const say = t.proposals.amendments;
  const { number, typed, body } = facts;
  return (
    <details class="fold" open={typed["text"] !== undefined}>
      <summary data-act="write-amendment">{say.write}</summary>
      <form class="stack" method="post" action={`/proposte/${number}/emendamenti`} novalidate>
        <FormKey facts={facts} of={formKey} />
        <input type="hidden" name="version" value={facts.version} />
        <ActFor t={t} facts={facts} id="amend-member" />
        <Why t={t} facts={facts} name="text" label={say.text} hint={say.writeWhy} value={body} />
        <Why t={t} facts={facts} name="reason" label={say.reason} />
        <p>
          <button class="button" type="submit" data-act="amend">
            {say.go}
          </button>
        </p>
      </form>
    </details>
  );
}

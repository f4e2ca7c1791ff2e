import type { ComponentChildren, VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { ChoiceGroup, ErrorSummary } from "#frontend/ui/field.tsx";
import { PasskeyForm } from "#frontend/ui/passkey-form.tsx";
import { SecretTracker } from "#frontend/islands/secret-tracker.tsx";
import { BallotChoices } from "./ballot-choices.tsx";
import type { BallotFacts } from "./vote-facts.ts";

interface BallotProps {
  readonly t: Texts;
  readonly facts: BallotFacts;
}

/** A ballot: for whom, what, and what stays secret of it. */
export function Ballot({ t, facts }: BallotProps): VNode {
  const say = t.votes.ballot;
  const { number, title, closesAt, errors } = facts;
  return (
    <div class="sheet stack loose">
      <div class="head">
        <div class="stack tight">
          <p class="kicker">{say.of(number)}</p>
          <h1>{title}</h1>
        </div>
        <p>{say.until(t.format.dayAndHour(closesAt))}</p>
      </div>
      <ErrorSummary t={t} errors={errors} />
      <div class="columns">
        <Cast t={t} facts={facts} />
        <Secrecy t={t} facts={facts} />
      </div>
      <p>
        <a href={`/proposte/${number}`} data-act="back">
          {say.toProposal}
        </a>
      </p>
    </div>
  );
}

/** An open ballot is signed on the page that follows; a secret one signs the right to vote here. */
function Cast({ t, facts }: BallotProps) {
  if (facts.secrecy !== "open") return <CastSecretly t={t} facts={facts} />;
  const say = t.votes.ballot;
  return (
    <form class="stack" method="post" action={`/proposte/${facts.number}/voto`} novalidate>
      <input type="hidden" name="key" value={facts.key} />
      <Paper t={t} facts={facts}>
        <button class="button strong tall wide" type="submit" data-act="cast">
          {say.cast}
        </button>
        <p class="small">
          {say.castNext} {facts.mayRevote ? "" : say.final}
        </p>
      </Paper>
    </form>
  );
}

function CastSecretly({ t, facts }: BallotProps) {
  const say = t.votes.ballot;
  const { number, key, asked } = facts;
  if (asked === null) return null;
  return (
    <PasskeyForm
      t={t}
      asked={asked}
      action={`/proposte/${number}/voto`}
      fields={[["key", key]]}
      answer="assertion"
      label={say.castSign}
      act="cast"
      instead={say.needsScript}
    >
      <Paper t={t} facts={facts}>
        <SecretTracker
          id="tracker"
          when="load"
          props={{ label: say.tracker, why: say.trackerWhy, waits: say.trackerWaits }}
        />
        <p class="small">{say.final}</p>
      </Paper>
    </PasskeyForm>
  );
}

function Paper({ t, facts, children }: BallotProps & { readonly children: ComponentChildren }) {
  const say = t.votes.ballot;
  return (
    <fieldset class="voting">
      <legend>{say.title}</legend>
      <div class="stack">
        {facts.isAgain ? <p class="note">{say.again}</p> : null}
        <ForWhom t={t} facts={facts} />
        <BallotChoices t={t} facts={facts} />
        {children}
      </div>
    </fieldset>
  );
}

function ForWhom({ t, facts: { castFor, typed, errors } }: BallotProps) {
  const say = t.votes.ballot;
  const [first, ...others] = castFor;
  if (first === undefined) return null;
  const nameOf = ({ name, isByProxy }: typeof first) => (isByProxy ? say.byProxy(name) : name);
  if (others.length === 0) {
    return (
      <>
        <input type="hidden" name="member" value={first.memberId} />
        <p>{say.only(nameOf(first))}</p>
      </>
    );
  }
  return (
    <ChoiceGroup
      t={t}
      id="member"
      name="member"
      label={say.forWhom}
      kind="radio"
      chosen={typed["member"] ?? [first.memberId]}
      options={castFor.map((one) => ({ value: one.memberId, label: nameOf(one) }))}
      error={errors.find(({ field }) => field === "member")?.message}
    />
  );
}

function Secrecy({ t, facts: { secrecy } }: BallotProps) {
  const say = t.votes.ballot;
  const { name, yes, no } = say.secrecy[secrecy];
  return (
    <aside class="aside stack" aria-labelledby="secrecy">
      <h2 id="secrecy" class="lesser">
        {say.secrecyTitle}
      </h2>
      <p>
        <strong>{name}.</strong>
      </p>
      <p class="small">{say.protects}</p>
      <ul class="ruled">
        {yes.map((words) => (
          <li>{words}</li>
        ))}
      </ul>
      <p class="small">{say.protectsNot}</p>
      <ul class="ruled">
        {no.map((words) => (
          <li>{words}</li>
        ))}
      </ul>
    </aside>
  );
}

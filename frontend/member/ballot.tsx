import type { ComponentChildren, VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { ChoiceGroup, ErrorSummary } from "#frontend/ui/field.tsx";
import { Notice } from "#frontend/ui/notice.tsx";
import { BlindCast } from "#frontend/islands/blind-cast.tsx";
import { SecretTracker } from "#frontend/islands/secret-tracker.tsx";
import { toldIn } from "#frontend/ui/told.ts";
import { BallotChoices } from "./ballot-choices.tsx";
import { blindWords } from "./blind-words.ts";
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
          <h1 {...toldIn(t)}>{title}</h1>
        </div>
        <p>{say.until(t.format.dayAndHour(closesAt))}</p>
      </div>
      <ErrorSummary t={t} errors={errors} />
      <div class="columns">
        {facts.secrecy === "blind" ? <Blind t={t} facts={facts} /> : <Cast t={t} facts={facts} />}
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

/** The page that follows is signed: an open ballot as it is, of a secret one the right to vote. */
function Cast({ t, facts }: BallotProps) {
  const say = t.votes.ballot;
  const { number, key, secrecy, mayRevote } = facts;
  const isSecret = secrecy !== "open";
  return (
    <form class="stack passkey" method="post" action={`/proposte/${number}/voto`} novalidate>
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="proposal" value={facts.id} />
      <input type="hidden" name="call" value={facts.call} />
      <input type="hidden" name="method" value={facts.method} />
      {isSecret ? <NeedsScript t={t} /> : null}
      <div {...(isSecret ? { "data-scripted": "" } : {})}>
        <Paper t={t} facts={facts}>
          {isSecret ? <Tracker t={t} /> : null}
          <button class="button strong tall wide" type="submit" data-act="cast">
            {say.cast}
          </button>
          <p class="small">
            {say.castNext} {mayRevote ? "" : say.final}
          </p>
        </Paper>
      </div>
    </form>
  );
}

/**
 * The ballot of a blind vote is no form: whatever key is pressed, what its boxes say goes nowhere
 * together with who is signed in. The island takes the token, and casts as nobody.
 */
function Blind({ t, facts }: BallotProps) {
  const say = t.votes.ballot;
  const { id, call, method, tokenKey, given } = facts;
  const props = { proposalId: id, callNumber: call, method, say: blindWords(t) };
  return (
    <div class="stack passkey" data-blind-ballot={tokenKey} data-given={given.join(" ")}>
      <NeedsScript t={t} />
      <div data-scripted="">
        <fieldset class="voting">
          <legend>{say.title}</legend>
          <div class="stack">
            <ForWhom t={t} facts={facts} />
            <div data-choices="">
              <BallotChoices t={t} facts={facts} />
            </div>
            <BlindCast id="blind-cast" when="load" props={props} />
            <p class="small">{say.final}</p>
          </div>
        </fieldset>
      </div>
    </div>
  );
}

function NeedsScript({ t }: Pick<BallotProps, "t">) {
  return (
    <div data-when="without">
      <Notice kind="note">
        <p>{t.votes.ballot.needsScript}</p>
      </Notice>
    </div>
  );
}

function Tracker({ t }: Pick<BallotProps, "t">) {
  const { tracker: label, trackerWhy: why, trackerWaits: waits } = t.votes.ballot;
  return <SecretTracker id="tracker" when="load" props={{ label, why, waits }} />;
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
        <input type="hidden" name="member" value={first.value} />
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
      chosen={typed["member"] ?? [first.value]}
      options={castFor.map((one) => ({ value: one.value, label: nameOf(one) }))}
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

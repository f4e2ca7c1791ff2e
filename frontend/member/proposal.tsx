import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { ErrorSummary } from "#frontend/ui/field.tsx";
import { Notice } from "#frontend/ui/notice.tsx";
import { toldIn } from "#frontend/ui/told.ts";
import { policyPath, policySentences } from "./policy-words.ts";
import { ProposalCall } from "./proposal-call.tsx";
import { ProposalChallenges } from "./proposal-challenges.tsx";
import { ProposalChange } from "./proposal-change.tsx";
import { ProposalDeeds } from "./proposal-deeds.tsx";
import type { ProposalFacts } from "./proposal-facts.ts";
import { ProposalTalk } from "./proposal-talk.tsx";
import { isCounted, isVoting, numberWords, standingOf, stateWords } from "./proposal-words.ts";

interface ProposalPageProps {
  readonly t: Texts;
  readonly facts: ProposalFacts;
}

/** One proposal: where it stands, what it changes, what is said of it, who decides and how. */
export function ProposalPage({ t, facts }: ProposalPageProps): VNode {
  const { errors, news } = facts;
  return (
    <div class="sheet stack loose">
      <Band t={t} facts={facts} />
      <ErrorSummary t={t} errors={errors} />
      {news === null ? null : (
        <Notice kind="status">
          <p>{news}</p>
        </Notice>
      )}
      <div class="columns wide">
        <article class="stack loose">
          <ProposalChange t={t} facts={facts} />
          <ProposalTalk t={t} facts={facts} />
          <ProposalChallenges t={t} facts={facts} />
          <Steps t={t} facts={facts} />
          <Rules t={t} facts={facts} />
        </article>
        <div class="stack loose">
          <ProposalCall t={t} facts={facts} />
          <ProposalDeeds t={t} facts={facts} />
        </div>
      </div>
    </div>
  );
}

function Band({ t, facts }: ProposalPageProps) {
  const say = t.proposals;
  const { title, authors, endedReason } = facts;
  const names = t.format.list(authors);
  return (
    <header class="band">
      <div class="stack">
        <p class="kicker">
          {numberWords(t, facts)}, {stateWords(t, facts)}
        </p>
        <h1 {...toldIn(t)}>{title}</h1>
        <p>{standingOf(t, facts)}</p>
        {endedReason === null ? null : <p {...toldIn(t)}>«{endedReason}»</p>}
        {authors.length === 0 ? null : (
          <p class="kicker">{authors.length === 1 ? say.by(names) : say.byMany(names)}</p>
        )}
        <Forward t={t} facts={facts} />
      </div>
      <Numbers t={t} facts={facts} />
    </header>
  );
}

/** Where this page leads now: to one's ballot, or to how it went. */
function Forward({ t, facts }: ProposalPageProps) {
  const { number, vote, state } = facts;
  if (isCounted(facts)) {
    return (
      <p>
        <a class="button" href={`/proposte/${number}/risultato`} data-act="result">
          {t.votes.result.title}
        </a>
      </p>
    );
  }
  if (!isVoting(state) || vote?.own?.kind !== "to-cast") return null;
  return (
    <p>
      <a class="button" href={`/proposte/${number}/voto`} data-act="vote-now">
        {t.proposals.vote}
      </a>
    </p>
  );
}

function Numbers({ t, facts }: ProposalPageProps) {
  const say = t.proposals.numbers;
  const { vote, state, endorsements } = facts;
  const { count } = t.format;
  if (vote !== null && vote.turnout.present + Number(vote.isOver) > 0) {
    const { present, electorate } = vote.turnout;
    return <Figures figures={[[count(present), say.came(count(electorate))]]} />;
  }
  if (state !== "endorsing") return null;
  const { given, needed } = endorsements;
  return <Figures figures={[[count(given), say.endorsed(count(needed))]]} />;
}

function Figures({ figures }: { readonly figures: readonly (readonly [string, string])[] }) {
  return (
    <dl class="numbers">
      {figures.map(([figure, words]) => (
        <div>
          <dt>{words}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What is still to come, with its day; nothing where everything is behind. */
function Steps({ t, facts: { state, times, passes } }: ProposalPageProps) {
  const say = t.proposals.next;
  const isWaiting = ["discussion", "noticed", "open", "extended", "closed", "challenge", "queued"];
  if (!isWaiting.includes(state)) return null;
  const ahead = (
    [
      ["discussion", times.discussedUntil, say.discussion],
      ["noticed", times.opensAt, say.opens],
      ["open extended noticed", times.closesAt, say.closes],
      ["challenge", times.challengeUntil, say.challenge],
      ["queued challenge open extended noticed closed", times.effectiveAt, say.effect],
    ] as const
  ).flatMap(([when, at, words]) =>
    at !== null && when.split(" ").includes(state) ? [{ at, words }] : [],
  );
  if (ahead.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="next">
      <h2 id="next" class="part">
        {passes === true || state === "discussion" ? say.title : say.ifPasses}
      </h2>
      <ol class="dates">
        {ahead.map(({ at, words }) => (
          <li>
            <strong>{t.format.dayAndHour(at)}</strong>
            <span>{words}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Rules({ t, facts: { policy, policyVersion, timelockDays } }: ProposalPageProps) {
  const say = t.proposals.policy;
  return (
    <section class="stack" aria-labelledby="policy">
      <h2 id="policy" class="part">
        {say.title}
      </h2>
      <ul class="ruled">
        {policySentences(t, policy, timelockDays).map(({ words, article }) => (
          <li>
            {words}
            {article === undefined ? null : <span class="small"> {say.article(article)}</span>}
          </li>
        ))}
      </ul>
      <p>
        <a href={policyPath(policy.code, policyVersion)} data-act="policy">
          {t.policies.whole(t.proposals.policyNames[policy.code] ?? policy.code)}
        </a>
      </p>
    </section>
  );
}

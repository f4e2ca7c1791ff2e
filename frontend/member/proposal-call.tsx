import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import type { CallFacts, ProposalFacts } from "./proposal-facts.ts";
import { isVoting } from "./proposal-words.ts";
import { TurnoutMeter } from "./turnout-meter.tsx";

interface ProposalCallProps {
  readonly t: Texts;
  readonly facts: ProposalFacts;
}

/** The call of a proposal: one's own vote, how many came, who may vote, and its seals. */
export function ProposalCall({ t, facts }: ProposalCallProps): VNode | null {
  const { vote } = facts;
  if (vote === null) return null;
  return (
    <>
      <OwnVote t={t} facts={facts} vote={vote} />
      {vote.isOver || isVoting(facts.state) ? (
        <section class="stack" aria-labelledby="turnout">
          <h2 id="turnout" class="lesser">
            {t.proposals.turnout.title}
          </h2>
          <TurnoutMeter t={t} turnout={vote.turnout} isOver={vote.isOver} />
          {vote.isOver ? null : <p class="small">{t.proposals.turnout.later}</p>}
        </section>
      ) : null}
      <Electorate t={t} vote={vote} />
    </>
  );
}

function OwnVote({ t, facts, vote }: ProposalCallProps & { readonly vote: CallFacts }) {
  const say = t.proposals;
  const { own } = vote;
  if (own === null || vote.isOver) return null;
  if (own.kind === "not-eligible") return <p class="note">{say.electorate.own[own.reason]}</p>;
  if (!isVoting(facts.state)) return null;
  const { mayRevote, secrecy } = facts.policy;
  // Who has the token of a blind vote counts as having voted, and still has a ballot to cast.
  const isBlind = secrecy === "blind";
  const isOver = own.kind === "cast" && !mayRevote && !isBlind;
  const done = isBlind ? t.votes.ballot.tokenTaken : say.voted;
  const again = isBlind ? t.votes.ballot.title : say.voteAgain;
  const href = `/proposte/${facts.number}/voto`;
  return (
    <section class="paper stack" aria-labelledby="own-vote">
      <h2 id="own-vote" class="lesser">
        {own.kind === "cast" ? done : t.votes.ballot.title}
      </h2>
      {own.kind === "to-cast" ? <p>{say.votesLeft(own.members)}</p> : null}
      {isOver ? null : (
        <a class="button strong tall" href={href} data-act="vote">
          {own.kind === "cast" ? again : say.vote}
        </a>
      )}
      <p class="small">{say.policy.secrecy[secrecy]}</p>
    </section>
  );
}

function Electorate({ t, vote }: { readonly t: Texts; readonly vote: CallFacts }) {
  const say = t.proposals.electorate;
  const { count } = t.format;
  const { kept, members, electorateRoot, textDigest } = vote;
  const may = members - kept.reduce((sum, one) => sum + one.count, 0);
  return (
    <section class="stack" aria-labelledby="electorate">
      <h2 id="electorate" class="lesser">
        {say.title}
      </h2>
      <p>{say.lead(count(may), count(members))}</p>
      {kept.length === 0 ? null : (
        <div>
          <p>{say.kept}</p>
          <ul>
            {kept.map(({ reason, count: some }) => (
              <li>
                {count(some)} {say.reasons[reason]}
              </li>
            ))}
          </ul>
        </div>
      )}
      <details class="fold">
        <summary data-act="seals">{say.seals}</summary>
        <p class="small">{say.sealsWhy}</p>
        <dl class="facts">
          <Sealed name={say.root} digest={electorateRoot} />
          <Sealed name={say.text} digest={textDigest} />
        </dl>
      </details>
    </section>
  );
}

/** A digest in groups of four, so that two people can compare it aloud. */
export function Sealed({ name, digest }: { readonly name: string; readonly digest: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="digest">{inFours(digest)}</dd>
    </div>
  );
}

function inFours(text: string): string {
  return text.match(/.{1,4}/g)?.join(" ") ?? "";
}

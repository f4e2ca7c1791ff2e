import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Empty, Notice } from "#frontend/ui/notice.tsx";
import { toldIn } from "#frontend/ui/told.ts";
import type { ListPart, ProposalListFacts, ProposalRowFacts } from "./proposal-facts.ts";
import { isCounted, isVoting, numberWords, standingOf, stateWords } from "./proposal-words.ts";
import { TurnoutMeter } from "./turnout-meter.tsx";

interface ProposalListProps {
  readonly t: Texts;
  readonly facts: ProposalListFacts;
}

/** Where each part of the list stands. */
const PATHS: Readonly<Record<ListPart, string>> = {
  all: "/proposte",
  "to-vote": "/proposte?stato=da-votare",
  open: "/proposte?stato=si-vota",
  coming: "/proposte?stato=in-arrivo",
  decided: "/proposte?stato=decise",
};

/** What members decide: what waits for one's vote, what is open, what comes, what was decided. */
export function ProposalList({ t, facts }: ProposalListProps): VNode {
  const say = t.proposals;
  const { rows, next, news } = facts;
  return (
    <div class="sheet stack loose">
      <header class="band">
        <div class="stack">
          <h1>{say.title}</h1>
          <p>{say.lead}</p>
        </div>
        {facts.isMember ? (
          <a class="button" href="/proposte/nuova" data-act="propose">
            {say.propose}
          </a>
        ) : null}
      </header>
      {news === null ? null : (
        <Notice kind="status">
          <p>{news}</p>
        </Notice>
      )}
      <div class="stack">
        <Parts t={t} facts={facts} />
        {rows.length === 0 ? <Nothing t={t} facts={facts} /> : null}
        <ul class="motions" aria-label={say.list}>
          {rows.map((row) => (
            <Row t={t} row={row} />
          ))}
        </ul>
      </div>
      <p class="row">
        {next === null ? null : (
          <a class="button" href={next} rel="next" data-act="next-proposals">
            {say.earlier}
          </a>
        )}
        <a href="/verifica" data-act="verify">
          {say.verify}
        </a>
      </p>
    </div>
  );
}

function Parts({ t, facts: { part, isMember } }: ProposalListProps) {
  const say = t.proposals.parts;
  const shown: readonly ListPart[] = isMember
    ? ["all", "to-vote", "open", "coming", "decided"]
    : ["all", "open", "coming", "decided"];
  return (
    <nav class="area" aria-label={say.label}>
      <ul>
        {shown.map((one) => (
          <li>
            <a
              href={PATHS[one]}
              data-act={`list-${one}`}
              {...(one === part ? { "aria-current": "page" as const } : {})}
            >
              {say[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Nothing({ t, facts: { part, isMember } }: ProposalListProps) {
  const say = t.proposals;
  const isAll = part === "all";
  return (
    <Empty title={say.noneHere[part]} why={isAll ? say.noneWhy : say.noneHereWhy}>
      {isAll && isMember ? (
        <a class="button" href="/proposte/nuova" data-act="propose-first">
          {say.propose}
        </a>
      ) : null}
      {isAll ? null : (
        <a class="button" href="/proposte" data-act="all-proposals">
          {say.toAll}
        </a>
      )}
    </Empty>
  );
}

function Row({ t, row }: { readonly t: Texts; readonly row: ProposalRowFacts }) {
  const { number, title, state, turnout, own } = row;
  const href = `/proposte/${number}`;
  return (
    <li>
      <div class="stack tight">
        <p class="row">
          <span class="kicker">{numberWords(t, row)}</span>
          <span class={isVoting(state) ? "tag now" : "tag"}>{stateWords(t, row)}</span>
        </p>
        <h2>
          <a href={isCounted(row) ? `${href}/risultato` : href} data-act="proposal" {...toldIn(t)}>
            {title}
          </a>
        </h2>
        <p>{standingOf(t, row)}</p>
      </div>
      {turnout === null ? null : <TurnoutMeter t={t} turnout={turnout} isOver={!isVoting(state)} />}
      {isVoting(state) && own !== null ? <OwnAct t={t} row={row} /> : null}
    </li>
  );
}

function OwnAct({
  t,
  row: { number, title, own },
}: {
  readonly t: Texts;
  readonly row: ProposalRowFacts;
}) {
  if (own?.kind !== "to-cast") {
    return own?.kind === "cast" ? <p class="good">{t.proposals.voted}</p> : null;
  }
  return (
    <p class="row">
      <a
        class="button strong"
        href={`/proposte/${number}/voto`}
        aria-label={`${t.proposals.vote}: ${title}`}
        data-act="vote"
      >
        {t.proposals.vote}
      </a>
      <span class="small">{t.proposals.votesLeft(own.members)}</span>
    </p>
  );
}

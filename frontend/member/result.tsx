import type { VNode } from "preact";
import { RecountHere } from "#frontend/islands/recount-here.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import { Notice } from "#frontend/ui/notice.tsx";
import { toldIn } from "#frontend/ui/told.ts";
import { choiceWords } from "./choice-words.ts";
import { Sealed } from "./proposal-call.tsx";
import { numberWords } from "./proposal-words.ts";
import { ResultCount } from "./result-count.tsx";
import type { ResultFacts } from "./result-facts.ts";
import { outcomeOf, titleOf, votesWords } from "./result-words.ts";

interface ResultPageProps {
  readonly t: Texts;
  readonly facts: ResultFacts;
}

/** How a vote went: the answer first, then the count, then what it takes to count it again. */
export function ResultPage({ t, facts }: ResultPageProps): VNode {
  const say = t.votes.result;
  const { title, number, result } = facts;
  return (
    <div class="sheet stack loose">
      <header class="band">
        <div class="stack">
          <p class="kicker">{numberWords(t, facts)}</p>
          <h1 {...toldIn(t)}>{title}</h1>
          <p class="outcome">{outcomeOf(t, facts)}</p>
        </div>
      </header>
      <div class="columns wide">
        <article class="stack loose">
          {result === null ? null : (
            <>
              <ResultCount t={t} facts={facts} result={result} />
              <Lot t={t} facts={facts} />
              <Roll t={t} facts={facts} />
            </>
          )}
          <Minutes t={t} facts={facts} />
        </article>
        <div class="stack loose">
          {result === null ? null : <Check t={t} facts={facts} />}
          <p>
            <a href={`/proposte/${number}`} data-act="proposal">
              {say.back}
            </a>
          </p>
        </div>
      </div>
    </div>
  );
}

function Lot({ t, facts: { result, options } }: ResultPageProps) {
  if (result === null || result.draws.length === 0) return null;
  const say = t.votes.result;
  const { decidedByLot, draws } = result;
  const purposes: Readonly<Record<string, string>> = say.purposes;
  const said = { true: say.lotDecided, false: say.lotHarmless, null: say.lotUnknown } as const;
  return (
    <section class="stack" aria-labelledby="lot">
      <h2 id="lot" class="part">
        {say.lot}
      </h2>
      <Notice kind="note">
        <p>{said[`${decidedByLot}`]}</p>
      </Notice>
      <p>{say.lotHow}</p>
      <ul class="ruled">
        {draws.map(({ purpose, among, taken }) => {
          const names = among.map((code) => titleOf(t, options, code));
          return (
            <li>
              {purposes[purpose] ?? purpose}:{" "}
              {say.draw(t.format.list(names), titleOf(t, options, taken))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Roll({ t, facts: { roll, secrecy, options } }: ResultPageProps) {
  const say = t.votes.result;
  if (roll === null) {
    return <p class="note">{secrecy === "open" ? say.rollMembersOnly : say.rollSecret}</p>;
  }
  return (
    <details class="fold">
      <summary data-act="roll">{say.roll}</summary>
      <p class="small">{say.rollWhy}</p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{say.member}</th>
            <th scope="col">{say.said}</th>
          </tr>
        </thead>
        <tbody>
          {roll.map(({ member, choice, holder }) => (
            <tr>
              <th scope="row">
                {member}
                {holder === null ? null : <span class="small block">{say.through(holder)}</span>}
              </th>
              <td>{choiceWords(t, choice, options)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** What an assembly's minutes say of a vote; printed with the page. */
function Minutes({ t, facts }: ResultPageProps) {
  const say = t.votes.minutes;
  const { times, seals } = facts;
  const { dayAndHour } = t.format;
  const { noticedAt, opensAt, closesAt, closedAt, talliedAt, challengeUntil } = times;
  return (
    <section class="stack" aria-labelledby="minutes" id="verbale">
      <h2 id="minutes" class="part">
        {t.votes.result.minutes}
      </h2>
      <ul class="ruled">
        <li>{say.noticed(dayAndHour(noticedAt))}</li>
        <li>{say.opened(dayAndHour(opensAt))}</li>
        {closedAt === closesAt ? null : <li>{say.extended(dayAndHour(closedAt))}</li>}
        {facts.isClosed ? <li>{say.closed(dayAndHour(closedAt))}</li> : null}
        {talliedAt === null ? null : <li>{say.counted(dayAndHour(talliedAt))}</li>}
        {challengeUntil === null ? null : (
          <li>
            {facts.isFinal
              ? say.challenged(dayAndHour(challengeUntil))
              : t.votes.result.challengeUntil(dayAndHour(challengeUntil))}
          </li>
        )}
      </ul>
      {seals === null ? null : (
        <dl class="facts">
          <Sealed name={say.electorate} digest={seals.electorate} />
          <Sealed name={say.text} digest={seals.text} />
          <Sealed name={say.urn} digest={seals.urn} />
          {seals.result === null ? null : <Sealed name={say.result} digest={seals.result} />}
        </dl>
      )}
    </section>
  );
}

function Check({ t, facts }: ResultPageProps) {
  const say = t.votes.result;
  const { ballots, tokens, files, seals } = facts;
  return (
    <aside class="aside stack" aria-labelledby="check">
      <h2 id="check" class="lesser">
        {say.check}
      </h2>
      <p>{say.checkWhy(ballots)}</p>
      {tokens === undefined ? null : (
        <p>{say.tokens(t.format.count(tokens), t.format.count(ballots))}</p>
      )}
      {seals === null ? null : (
        <p>
          <span class="small block">{say.root}</span>
          <span class="figure seal">{seals.urn.slice(0, 16).match(/.{4}/g)?.join(" ")}</span>
        </p>
      )}
      {files === null ? <p>{say.membersFile}</p> : <Files t={t} files={files} />}
      <p class="small">{votesWords(t, facts)}</p>
    </aside>
  );
}

function Files({
  t,
  files,
}: Pick<ResultPageProps, "t"> & { readonly files: NonNullable<ResultFacts["files"]> }) {
  const say = t.votes.result;
  return (
    <>
      <RecountHere
        id="recount"
        when="idle"
        props={{ lang: t.lang, file: files.json, worker: files.worker, say: say.recount }}
      />
      <noscript>
        <p class="note">{say.recountWithout}</p>
      </noscript>
      <p class="row unprinted">
        <a class="button" href={files.json} data-act="export" download>
          {say.json}
        </a>
        {files.blt === null ? null : (
          <a class="button" href={files.blt} data-act="export-blt" download>
            {say.blt}
          </a>
        )}
      </p>
    </>
  );
}

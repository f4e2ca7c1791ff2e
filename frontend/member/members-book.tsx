import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { ChoiceGroup, type FieldError, TextArea } from "#frontend/ui/field.tsx";
import { Empty } from "#frontend/ui/notice.tsx";
import { Opening } from "#frontend/ui/opening.tsx";
import type { BookFacts, WaitingFacts } from "./member-facts.ts";
import { Part } from "./own-part.tsx";

interface BookProps {
  readonly t: Texts;
  readonly facts: BookFacts;
}

/** Who is a member today; who waits, and the book to keep, for those who keep it. */
export function MembersBook({ t, facts }: BookProps): VNode {
  const say = t.members.book;
  const { waiting, errors, isDone, next } = facts;
  return (
    <div class="sheet stack loose">
      <Opening
        t={t}
        title={say.title}
        lead={say.lead}
        errors={errors}
        news={isDone ? say.decided : null}
      />
      {waiting === null ? null : <Waiting t={t} facts={facts} waiting={waiting} />}
      <Lines t={t} facts={facts} />
      {next === null ? null : (
        <p>
          <a class="button" href={`/soci/libro?dopo=${next}`} data-act="further-members">
            {say.next}
          </a>
        </p>
      )}
      {waiting === null ? null : (
        <Part id="keep" title={say.keep}>
          <p>{say.keepWhy}</p>
          <p class="row">
            <a class="button" href="/api/v1/members/book.csv" data-act="book-table">
              {say.csv}
            </a>
            <a class="button" href="/api/v1/members/book.json" data-act="book-digest">
              {say.json}
            </a>
          </p>
        </Part>
      )}
    </div>
  );
}

function Lines({ t, facts }: BookProps) {
  const say = t.members.book;
  if (facts.lines.length === 0) return <Empty title={say.empty} why={say.emptyWhy} />;
  return (
    <table class="table breaking">
      <thead>
        <tr>
          <th scope="col">{say.number}</th>
          <th scope="col">{say.name}</th>
          <th scope="col">{say.class}</th>
          <th scope="col">{say.since}</th>
        </tr>
      </thead>
      <tbody>
        {facts.lines.map(({ bookNo, name, class: as, enrolledOn, isSuspended }) => (
          <tr>
            <td>{t.format.count(bookNo)}</td>
            <th scope="row">
              {name}
              {isSuspended ? <span class="small"> ({say.suspended})</span> : null}
            </th>
            <td>{t.members.classes[as]}</td>
            <td>{t.format.date(enrolledOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Waiting({ t, facts, waiting }: BookProps & { readonly waiting: readonly WaitingFacts[] }) {
  const say = t.members.book;
  return (
    <Part id="waiting" title={say.waiting}>
      {waiting.length === 0 ? <p>{say.noneWaiting}</p> : null}
      <ul class="ruled">
        {waiting.map((one) => (
          <li class="stack tight" id={`waiting-${one.id}`}>
            <h3>{one.name}</h3>
            <p>
              {asked(t, one)} · {t.members.classes[one.class]}
              {one.town === null ? null : ` · ${one.town}`}
            </p>
            {one.bornIn === null || one.bornOn === null ? null : (
              <p class="small">{say.born(one.bornIn, t.format.date(one.bornOn))}</p>
            )}
            <p class="small">{say.answerBy(t.format.date(one.answerBy))}</p>
            {one.mayDecide ? <AnswerForm t={t} one={one} facts={facts} /> : null}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function asked(t: Texts, { asks, shares, instalments }: WaitingFacts): string {
  const say = t.members.book;
  if (asks === "exit") return say.asksExit;
  if (asks === "assembly") return say.asksAssembly;
  return say.asksIn(t.format.count(shares), t.format.count(instalments));
}

interface AnswerProps {
  readonly t: Texts;
  readonly one: WaitingFacts;
  readonly facts: {
    readonly errors: readonly FieldError[];
    readonly refused: BookFacts["refused"];
  };
}

function AnswerForm({ t, one, facts }: AnswerProps) {
  const say = t.members.book;
  const refused = facts.refused?.id === one.id ? facts.refused : null;
  const wordsId = `words-${one.id}`;
  return (
    <details class="fold" open={refused !== null}>
      <summary data-act="decide-ask">{say.decide}</summary>
      <form class="stack" method="post" action={`/soci/libro/${one.id}/risposta`} novalidate>
        <input type="hidden" name="key" value={one.key} />
        <input type="hidden" name="asks" value={one.asks} />
        <ChoiceGroup
          t={t}
          kind="radio"
          id={`verdict-${one.id}`}
          name="verdict"
          label={say.verdict}
          options={[
            { value: "yes", label: say.yes },
            { value: "no", label: say.no },
          ]}
          chosen={[refused?.verdict ?? "yes"]}
        />
        <TextArea
          t={t}
          id={wordsId}
          name="words"
          label={say.words}
          hint={say.wordsHint}
          value={refused?.words ?? ""}
          rows={3}
          maxLength={2000}
          error={facts.errors.find(({ field }) => field === wordsId)?.message}
        />
        <p>
          <button class="button strong" type="submit" data-act="decide">
            {say.send}
          </button>
        </p>
      </form>
    </details>
  );
}

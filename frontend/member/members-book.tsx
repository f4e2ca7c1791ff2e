import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Empty } from "#frontend/ui/notice.tsx";
import { Opening } from "#frontend/ui/opening.tsx";
import type { BookFacts } from "./book-facts.ts";
import { Part } from "./own-part.tsx";
import { WaitingMembers } from "./waiting-members.tsx";

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
      {waiting === null ? null : <WaitingMembers t={t} facts={facts} waiting={waiting} />}
      <Lines t={t} facts={facts} />
      {next === null ? null : (
        <p>
          <a class="button" href={`/soci/libro?dopo=${next}`} data-act="further-members">
            {say.next}
          </a>
        </p>
      )}
      {waiting === null ? null : <Keep t={t} />}
    </div>
  );
}

function Keep({ t }: Pick<BookProps, "t">) {
  const say = t.members.book;
  return (
    <Part id="keep" title={say.keep}>
      <p>
        {say.keepWhy} {say.left}
      </p>
      <p class="row">
        <a class="button strong" href="/soci/libro/registro" data-act="book-register">
          {say.register}
        </a>
        <a class="button" href="/api/v1/members/book.csv" data-act="book-table">
          {say.csv}
        </a>
        <a class="button" href="/api/v1/members/book.json" data-act="book-digest">
          {say.json}
        </a>
      </p>
    </Part>
  );
}

function Lines({ t, facts }: BookProps) {
  const say = t.members.book;
  if (facts.lines.length === 0) return <Empty title={say.empty} why={say.emptyWhy} />;
  const keeps = facts.waiting !== null;
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{say.number}</th>
          <th scope="col">{say.name}</th>
          <th scope="col">{say.since}</th>
        </tr>
      </thead>
      <tbody>
        {facts.lines.map(({ bookNo, name, class: as, enrolledOn, isSuspended }) => (
          <tr>
            <td>{t.format.count(bookNo)}</td>
            <th scope="row">
              {keeps ? (
                <a href={`/soci/libro/${bookNo}`} data-act="member">
                  {name === "" ? t.members.one.forgotten : name}
                </a>
              ) : (
                name
              )}
              <span class="small block">
                {t.members.classes[as]}
                {isSuspended ? ` · ${say.suspended}` : null}
              </span>
            </th>
            <td>{t.format.date(enrolledOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

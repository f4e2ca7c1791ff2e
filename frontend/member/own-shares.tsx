import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Empty, Notice } from "#frontend/ui/notice.tsx";
import { Receipt } from "#frontend/ui/receipt.tsx";
import { Area } from "./area.tsx";
import type { OwnAsk, OwnMembershipFacts, OwnSharesFacts } from "./member-facts.ts";
import { Part } from "./own-part.tsx";

interface SharesProps {
  readonly t: Texts;
  readonly facts: OwnSharesFacts;
}

/** One's own place in the members' book: number, class, shares, what is due, and the way out. */
export function OwnShares({ t, facts }: SharesProps): VNode {
  const say = t.members.own;
  const { memberships, errors, isDone } = facts;
  return (
    <Area
      t={t}
      here="shares"
      title={say.title}
      lead={say.lead}
      errors={errors}
      news={isDone ? say.done : null}
    >
      {memberships.length === 0 ? (
        <Empty title={say.none} why={say.noneWhy}>
          <a class="button strong" href="/soci" data-act="how-to-join">
            {say.join}
          </a>
        </Empty>
      ) : null}
      {memberships.map((one) => (
        <Membership t={t} one={one} />
      ))}
    </Area>
  );
}

interface OneProps {
  readonly t: Texts;
  readonly one: OwnMembershipFacts;
}

function Membership({ t, one }: OneProps) {
  const say = t.members.own;
  const { id, name, overdueCents } = one;
  return (
    <Part id={`member-${id}`} title={name ?? say.title}>
      {overdueCents > 0 ? (
        <Notice kind="note" side="accounts">
          <p>{say.overdue(t.format.money(overdueCents))}</p>
        </Notice>
      ) : null}
      <Place t={t} one={one} />
      <Money t={t} one={one} />
      <Dues t={t} one={one} />
      <Movements t={t} one={one} />
      <History t={t} one={one} />
      {one.asks.map((ask) => (
        <Ask t={t} one={one} ask={ask} />
      ))}
      {one.answerBy === null ? null : <p>{say.leaving(t.format.date(one.answerBy))}</p>}
    </Part>
  );
}

function Place({ t, one }: OneProps) {
  const say = t.members.own;
  const { bookNo, enrolledOn, votesFrom } = one;
  const rows: [string, string][] = [
    ...(bookNo === null ? [] : [[say.number, t.format.count(bookNo)] as [string, string]]),
    ...(enrolledOn === null ? [] : [[say.since, t.format.date(enrolledOn)] as [string, string]]),
    [say.class, t.members.classes[one.class]],
    [say.state, t.members.states[one.state]],
    ...(votesFrom === null ? [] : [[say.votesFrom, t.format.date(votesFrom)] as [string, string]]),
  ];
  return (
    <dl class="facts">
      {rows.map(([what, is]) => (
        <>
          <dt>{what}</dt>
          <dd>{is}</dd>
        </>
      ))}
    </dl>
  );
}

function Money({ t, one }: OneProps) {
  const say = t.members.own;
  const owed = one.owedCents > 0 ? [{ label: say.owed, amount: one.owedCents }] : [];
  return (
    <Receipt
      t={t}
      id={`shares-${one.id}`}
      title={`${say.shares}: ${t.format.count(one.shares)}`}
      lines={[
        { label: say.subscribed, amount: one.subscribedCents },
        { label: say.paid, amount: one.paidCents },
        ...owed,
        { label: say.unpaid, amount: one.unpaidCents, weight: "total" },
      ]}
    />
  );
}

function Dues({ t, one }: OneProps) {
  const say = t.members.own;
  if (one.dues.length === 0 || one.unpaidCents === 0) return null;
  return (
    <table class="table">
      <caption>{say.dues}</caption>
      <thead>
        <tr>
          <th scope="col">{say.due}</th>
          <th scope="col" class="n">
            {say.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {one.dues.map(({ dueOn, amount }) => (
          <tr>
            <th scope="row">{t.format.date(dueOn)}</th>
            <td class="n">{t.format.money(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Movements({ t, one }: OneProps) {
  const say = t.members.own;
  if (one.movements.length === 0) return null;
  return (
    <table class="table">
      <caption>{say.statement}</caption>
      <tbody>
        {one.movements.map(({ kind, at, amountCents }) => (
          <tr>
            <th scope="row">{t.members.movements[kind]}</th>
            <td>{t.format.date(at)}</td>
            <td class="n">{t.format.money(amountCents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function History({ t, one }: OneProps) {
  return (
    <details class="fold">
      <summary data-act="member-history">{t.members.own.history}</summary>
      <ul class="ruled">
        {one.entries.map(({ kind, at, words }) => (
          <li>
            {t.members.entries[kind]}, {t.format.date(at)}
            {words === null ? null : <span class="small"> {words}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Ask({ t, one, ask }: OneProps & { readonly ask: OwnAsk }) {
  const say = t.members.own;
  const names = {
    withdrawn: say.withdraw,
    appealed: say.appeal,
    "exit-asked": say.leave,
    opposed: say.oppose,
  };
  return (
    <form class="stack tight" method="post" action={`/io/quote/${one.id}/richiesta`}>
      <input type="hidden" name="key" value={`${one.key}-${ask}`} />
      <input type="hidden" name="kind" value={ask} />
      {ask === "exit-asked" ? (
        <p class="small">{say.leaveWhy(t.format.date(one.tradeEndsOn))}</p>
      ) : null}
      <p>
        <button class="button" type="submit" data-act={`member-${ask}`}>
          {names[ask]}
        </button>
      </p>
    </form>
  );
}

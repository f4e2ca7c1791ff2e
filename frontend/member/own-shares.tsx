import type { VNode } from "preact";
import { ibanInFours } from "#domain/network/iban.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { Empty, Notice } from "#frontend/ui/notice.tsx";
import { Receipt } from "#frontend/ui/receipt.tsx";
import { Area } from "./area.tsx";
import { Entries, Facts, Movements, quotes } from "./member-parts.tsx";
import { Against } from "./own-against.tsx";
import { Part } from "./own-part.tsx";
import type { OwnMembershipFacts, OwnSharesFacts } from "./own-share-facts.ts";
import { AskForm, GiveForm, MoreForm } from "./own-share-forms.tsx";
import { OwnTransfers } from "./own-transfers.tsx";

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
        <Membership t={t} facts={facts} one={one} />
      ))}
    </Area>
  );
}

interface OneProps extends SharesProps {
  readonly one: OwnMembershipFacts;
}

function Membership({ t, facts, one }: OneProps) {
  const { id, name, movements, entries } = one;
  return (
    <Part id={`member-${id}`} title={name ?? t.members.own.title}>
      <Against t={t} facts={facts} one={one} />
      <OwnTransfers t={t} one={one} />
      <div class="columns">
        <div class="stack">
          <Dues t={t} one={one} />
          <Place t={t} one={one} />
          {movements.length === 0 ? null : <Movements t={t} of={id} movements={movements} />}
          <Entries t={t} of={id} entries={entries} />
          <Leaving t={t} facts={facts} one={one} />
        </div>
        <aside class="stack">
          {one.asked === null ? <Money t={t} one={one} /> : null}
          {one.dues.length === 0 ? null : <HowToPay t={t} facts={facts} one={one} />}
          {one.mayTake ? <MoreForm t={t} facts={facts} one={one} /> : null}
          {one.giving === "closed" ? null : <GiveForm t={t} facts={facts} one={one} />}
        </aside>
      </div>
    </Part>
  );
}

function Place({ t, one }: Pick<OneProps, "t" | "one">) {
  const say = t.members.own;
  const { bookNo, enrolledOn, votesFrom, asked, exchangeCents } = one;
  const day = (date: typeof enrolledOn) => (date === null ? null : t.format.date(date));
  const wanted =
    asked === null ? null : say.asked(quotes(t, asked.shares), t.format.count(asked.instalments));
  return (
    <Facts
      rows={[
        [say.number, bookNo === null ? null : t.format.count(bookNo)],
        [say.since, day(enrolledOn)],
        [say.class, t.members.classes[one.class]],
        [say.state, t.members.states[one.state]],
        [say.votesFrom, day(votesFrom)],
        [say.exchange, exchangeCents === null ? null : t.format.money(exchangeCents)],
        [say.askedFor, wanted],
      ]}
    />
  );
}

function Money({ t, one }: Pick<OneProps, "t" | "one">) {
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

function Dues({ t, one }: Pick<OneProps, "t" | "one">) {
  const say = t.members.own;
  if (one.dues.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby={`dues-${one.id}`}>
      {one.overdueCents > 0 ? (
        <Notice kind="note" side="accounts">
          <p>{say.overdue(t.format.money(one.overdueCents))}</p>
        </Notice>
      ) : null}
      <h3 id={`dues-${one.id}`}>{say.dues}</h3>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{say.due}</th>
            <th scope="col" class="n">
              {say.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {one.dues.map(({ dueOn, amount, isLate }) => (
            <tr>
              <th scope="row">
                {t.format.date(dueOn)}
                {isLate ? <span class="tag"> {say.late}</span> : null}
              </th>
              <td class="n">{t.format.money(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function HowToPay({ t, facts, one }: OneProps) {
  const say = t.members.own;
  const { account, contactEmail } = facts;
  return (
    <section class="stack tight" aria-labelledby={`pay-${one.id}`}>
      <h3 id={`pay-${one.id}`}>{say.pay}</h3>
      <p>{say.payHow}</p>
      {account === null ? null : <p>{say.payTo(account.holder, ibanInFours(account.iban))}</p>}
      {account === null || one.bookNo === null ? null : (
        <p>{say.payFor(t.format.count(one.bookNo))}</p>
      )}
      {account !== null || contactEmail === null ? null : <p>{say.payWrite(contactEmail)}</p>}
    </section>
  );
}

function Leaving({ t, facts, one }: OneProps) {
  const say = t.members.own;
  const isAsked = (ask: "withdrawn" | "exit-asked") => one.asks.includes(ask);
  return (
    <>
      {one.answerBy === null ? null : <p>{say.leaving(t.format.date(one.answerBy))}</p>}
      {isAsked("withdrawn") ? <AskForm t={t} facts={facts} one={one} ask="withdrawn" /> : null}
      {isAsked("exit-asked") ? (
        <details class="fold">
          <summary data-act="leave-open">{say.leaveOpen}</summary>
          <div class="stack">
            <p>{say.leaveWhy(t.format.date(one.tradeEndsOn))}</p>
            <AskForm t={t} facts={facts} one={one} ask="exit-asked" />
          </div>
        </details>
      ) : null}
    </>
  );
}

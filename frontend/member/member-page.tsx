import type { VNode } from "preact";
import { toRome } from "#domain/kernel/instant.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { Opening } from "#frontend/ui/opening.tsx";
import { Receipt } from "#frontend/ui/receipt.tsx";
import { AnswerForm } from "./answer-forms.tsx";
import type { MemberPageFacts } from "./book-facts.ts";
import { DeedForm } from "./deed-forms.tsx";
import { Entries, Facts, Movements } from "./member-parts.tsx";
import { MoneyForm } from "./money-forms.tsx";
import { Part } from "./own-part.tsx";
import { WaitingWords } from "./waiting-members.tsx";

interface MemberProps {
  readonly t: Texts;
  readonly facts: MemberPageFacts;
}

/** One membership, for those who keep the book: what it says, and what they can write in it. */
export function MemberPage({ t, facts }: MemberProps): VNode {
  const say = t.members.one;
  const { id, movements, entries, errors, isDone } = facts;
  return (
    <div class="sheet stack loose">
      <p>
        <a href="/soci/libro" data-act="back-to-book">
          {say.back}
        </a>
      </p>
      <Opening
        t={t}
        title={facts.name ?? say.forgotten}
        lead={say.lead}
        errors={errors}
        news={isDone ? t.members.book.decided : null}
      />
      <Waiting t={t} facts={facts} />
      <div class="columns">
        <div class="stack">
          <Identity t={t} facts={facts} />
          <Entries t={t} of={id} entries={entries} />
          <Movements t={t} of={id} movements={movements} />
        </div>
        <aside class="stack">
          <Sums t={t} facts={facts} />
          {facts.mayDecide ? <Deeds t={t} facts={facts} /> : null}
          {facts.mayRecord ? <Money t={t} facts={facts} /> : null}
        </aside>
      </div>
    </div>
  );
}

function Waiting({ t, facts }: MemberProps) {
  const { waiting, errors, refused } = facts;
  if (waiting === null) return null;
  return (
    <Part id="waiting" title={t.members.book.waiting}>
      <WaitingWords t={t} one={waiting} />
      {waiting.mayDecide ? (
        <AnswerForm t={t} one={waiting} errors={errors} refused={refused} />
      ) : null}
    </Part>
  );
}

function Identity({ t, facts }: MemberProps) {
  const say = t.members.one;
  const { bookNo, enrolledOn, bornOn, bornIn, ownMembers, endedAt, opposedAt } = facts;
  const day = (at: Parameters<typeof t.format.date>[0] | null) =>
    at === null ? null : t.format.date(at);
  const born = bornOn === null ? null : say.bornAt(bornIn ?? "", t.format.date(bornOn));
  return (
    <Facts
      rows={[
        [t.members.own.number, bookNo === null ? null : t.format.count(bookNo)],
        [t.members.own.state, t.members.states[facts.state]],
        [t.members.own.class, t.members.classes[facts.class]],
        [say.appliedOn, isFromPaper(facts) ? null : day(facts.appliedAt)],
        [t.members.own.since, day(enrolledOn)],
        [say.endedOn, day(endedAt)],
        [say.opposedOn, day(opposedAt)],
        [say.taxCode, facts.taxCode],
        [say.born, born],
        [say.representedBy, facts.representedBy],
        [say.home, facts.home],
        [say.ownMembers, ownMembers === null ? null : t.format.count(ownMembers)],
      ]}
    />
  );
}

/** Who was taken over from a book on paper applied there, on a day that nobody knows here. */
function isFromPaper({ enrolledOn, appliedAt }: MemberPageFacts): boolean {
  return enrolledOn !== null && enrolledOn < toRome(appliedAt).date;
}

function Sums({ t, facts }: MemberProps) {
  const say = t.members.own;
  const owed = facts.owedCents > 0 ? [{ label: say.owed, amount: facts.owedCents }] : [];
  return (
    <Receipt
      t={t}
      id="sums"
      title={`${say.shares}: ${t.format.count(facts.shares)}`}
      lines={[
        { label: say.subscribed, amount: facts.subscribedCents },
        { label: say.paid, amount: facts.paidCents },
        ...owed,
        { label: say.unpaid, amount: facts.unpaidCents, weight: "total" },
      ]}
    />
  );
}

function Deeds({ t, facts }: MemberProps) {
  const say = t.members.one;
  const { deeds, demandedUntil } = facts;
  return (
    <Part id="deeds" title={say.deeds}>
      {deeds.length === 0 ? <p>{say.noDeeds}</p> : null}
      {demandedUntil === null ? null : <p>{say.demandedUntil(t.format.date(demandedUntil))}</p>}
      {deeds.map((kind) => (
        <DeedForm t={t} facts={facts} kind={kind} />
      ))}
    </Part>
  );
}

function Money({ t, facts }: MemberProps) {
  const say = t.members.one;
  return (
    <Part id="money" title={say.money}>
      {facts.money.length === 0 ? <p>{say.noMoney}</p> : null}
      {facts.money.map((kind) => (
        <MoneyForm t={t} facts={facts} kind={kind} />
      ))}
    </Part>
  );
}

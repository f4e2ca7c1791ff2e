import type { VNode } from "preact";
import type { Role } from "#domain/access/principal.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { Area } from "./area.tsx";
import { callCard, type CallCard } from "./call-card.ts";
import type { Call, NextWeek } from "./call-facts.ts";
import { Part } from "./own-part.tsx";
import { rolesOf } from "./roles.ts";

export interface HomeFacts {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly calls: readonly Call[];
  readonly next: NextWeek;
  /** Pages of the network that are this person's to use. */
  readonly offices: readonly { readonly href: string; readonly label: string }[];
  /** Said above everything; null where nothing is to be said. */
  readonly news: string | null;
}

interface HomeProps {
  readonly t: Texts;
  readonly facts: HomeFacts;
}

/** What waits for whoever is signed in: a card each, with one sentence and one act. */
export function MemberHome({ t, facts }: HomeProps): VNode {
  const { calls, news } = facts;
  return (
    <Area
      t={t}
      here="home"
      title={t.member.home.title}
      kicker={`${facts.name}, ${rolesOf(t, facts.roles)}`}
      news={news}
    >
      {calls.length === 0 ? (
        <Nothing t={t} facts={facts} />
      ) : (
        <ul class="calls" aria-label={t.member.home.what}>
          {calls.map((call) => (
            <Card card={callCard(t, call)} />
          ))}
        </ul>
      )}
      <Offices t={t} facts={facts} />
    </Area>
  );
}

function Card({ card }: { readonly card: CallCard }) {
  const { sentence, go, href, act, isPressing, isFirst } = card;
  return (
    <li class={isPressing ? "paper pressing" : "paper"}>
      <p>{sentence}</p>
      <p>
        <a class={isFirst ? "button strong" : "button"} href={href} data-act={act}>
          {go}
        </a>
      </p>
    </li>
  );
}

function Nothing({ t, facts: { next } }: HomeProps) {
  const say = t.member.home;
  const when = next.at === null ? null : t.format.dayAndHour(next.at);
  return (
    <div class="empty">
      <p class="lesser">{say.nothing}</p>
      {when === null ? null : (
        <p>{next.isOpen ? say.nothingOpen(when) : say.nothingClosed(when)}</p>
      )}
      <a class="button" href="/prodotti" data-act="to-shop">
        {say.toShop}
      </a>
    </div>
  );
}

function Offices({ t, facts }: HomeProps) {
  if (facts.offices.length === 0) return null;
  return (
    <Part id="rete" title={t.member.home.office}>
      <ul class="ruled">
        {facts.offices.map(({ href, label }) => (
          <li>
            <a href={href} data-act="office">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Part>
  );
}

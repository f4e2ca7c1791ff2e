import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { ErrorSummary } from "#frontend/ui/field.tsx";
import { Notice } from "#frontend/ui/notice.tsx";
import { Addresses } from "./own-addresses.tsx";
import type { OwnFacts } from "./own-facts.ts";
import { Part } from "./own-part.tsx";
import { Passkeys } from "./own-passkeys.tsx";
import { Sessions } from "./own-sessions.tsx";

interface OwnProps {
  readonly t: Texts;
  readonly facts: OwnFacts;
}

/** One's own access: how one comes in, where one is in, where letters go, what one ordered. */
export function Own({ t, facts }: OwnProps): VNode {
  const say = t.access.own;
  return (
    <div class="sheet stack loose">
      <div class="head">
        <h1>{say.title}</h1>
        <p>
          <strong>{facts.name}</strong>, {rolesOf(t, facts)}
        </p>
      </div>
      <ErrorSummary t={t} errors={facts.errors} />
      {facts.news === null ? null : (
        <Notice kind="status">
          <p>{facts.news}</p>
        </Notice>
      )}
      <div class="columns wide">
        <div class="stack loose">
          <Passkeys t={t} facts={facts} />
          <Sessions t={t} facts={facts} />
        </div>
        <div class="stack loose">
          <Offices t={t} facts={facts} />
          <Orders t={t} facts={facts} />
          <Addresses t={t} facts={facts} />
          <Part id="dati" title={t.privacy.own.title}>
            <p>{t.privacy.own.lead}</p>
            <p>
              <a href="/io/dati" data-act="own-data">
                {t.privacy.toOwn}
              </a>
            </p>
          </Part>
          <SignOut t={t} facts={facts} />
        </div>
      </div>
    </div>
  );
}

function rolesOf(t: Texts, { roles }: OwnFacts): string {
  const words = [...new Set(roles)].map((role) => t.access.roles[role]);
  return words.length === 0 ? t.access.own.rolesNone : t.format.list(words);
}

function Offices({ t, facts }: OwnProps) {
  if (facts.offices.length === 0) return null;
  return (
    <Part id="rete" title={t.access.own.office}>
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

function Orders({ t, facts }: OwnProps) {
  const say = t.access.own;
  return (
    <Part id="ordini" title={say.orders}>
      {facts.orders.length === 0 ? <p>{say.ordersNone}</p> : null}
      <ul class="ruled">
        {facts.orders.map(({ id, code, placedAt, total }) => (
          <li class="row apart">
            <span>
              <a href={`/ordini/${id}`} data-act="own-order">
                {say.order(code)}
              </a>
              <span class="small block">{t.format.day(placedAt)}</span>
            </span>
            <span class="figure">{t.format.money(total)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function SignOut({ t, facts }: OwnProps) {
  return (
    <form class="stack" method="post" action="/esci">
      <input type="hidden" name="key" value={facts.keys.out} />
      <p class="small">{t.access.own.signOutWhy}</p>
      <p>
        <button class="button" type="submit" data-act="sign-out">
          {t.access.signOut.go}
        </button>
      </p>
    </form>
  );
}

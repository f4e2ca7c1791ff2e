import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Area } from "./area.tsx";
import { Addresses } from "./own-addresses.tsx";
import type { OwnFacts } from "./own-facts.ts";
import { Passkeys } from "./own-passkeys.tsx";
import { Profile } from "./own-profile.tsx";
import { Sessions } from "./own-sessions.tsx";
import { rolesOf } from "./roles.ts";

interface OwnProps {
  readonly t: Texts;
  readonly facts: OwnFacts;
}

/** One's own access: how one comes in, where one is in, where letters go. */
export function OwnAccess({ t, facts }: OwnProps): VNode {
  return (
    <Area
      t={t}
      here="access"
      title={t.access.own.title}
      kicker={`${facts.name}, ${rolesOf(t, facts.roles)}`}
      errors={facts.errors}
      news={facts.news}
    >
      <div class="columns wide">
        <div class="stack loose">
          <Passkeys t={t} facts={facts} />
          <Sessions t={t} facts={facts} />
        </div>
        <div class="stack loose">
          <Profile t={t} facts={facts} />
          <Addresses t={t} facts={facts} />
          <p>
            <a href="/io/perche" data-act="why">
              {t.permits.why.link}
            </a>
          </p>
          <SignOut t={t} facts={facts} />
        </div>
      </div>
    </Area>
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

import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { type Option, SelectField, TextField } from "#frontend/ui/field.tsx";
import type { HeldFacts } from "./people-facts.ts";

interface PersonRolesProps {
  readonly t: Texts;
  readonly facts: {
    readonly id: string;
    readonly name: string;
    /** Who is suspended gets no role. */
    readonly mayHold: boolean;
    readonly roles: readonly HeldFacts[];
    /** What was searched for. */
    readonly words: string;
    /** What may be given, as the form names it. */
    readonly found: readonly Option[];
    readonly key: string;
  };
}

/** Who a person speaks for: what they hold, and a search for what they are to hold. */
export function PersonRoles({ t, facts }: PersonRolesProps): VNode {
  const say = t.office.people;
  const here = `/rete/persone/${facts.id}/ruoli`;
  return (
    <div class="sheet stack loose reading">
      <div class="head">
        <h1>{say.rolesOf(facts.name)}</h1>
        <p>{say.rolesWhy}</p>
      </div>
      {facts.roles.length === 0 ? <p>{say.rolesNone}</p> : null}
      <ul class="ruled">
        {facts.roles.map(({ id, label, key }) => (
          <li class="row apart">
            <span>{label}</span>
            <form method="post" action={`${here}/${id}/revoca`}>
              <input type="hidden" name="key" value={key} />
              <button
                class="button"
                type="submit"
                aria-label={say.revoke(label)}
                data-act="take-role"
              >
                {say.revokeGo}
              </button>
            </form>
          </li>
        ))}
      </ul>
      {facts.mayHold ? <Give t={t} facts={facts} /> : null}
      <p>
        <a class="button" href="/rete/persone" data-act="back">
          {say.back}
        </a>
      </p>
    </div>
  );
}

function Give({ t, facts }: PersonRolesProps) {
  const say = t.office.people;
  const here = `/rete/persone/${facts.id}/ruoli`;
  return (
    <section class="paper stack" aria-labelledby="give">
      <h2 id="give">{say.grant}</h2>
      <form class="search" method="get" action={here}>
        <TextField
          t={t}
          id="cerca"
          name="cerca"
          type="search"
          label={say.find}
          hint={say.findWhy}
          value={facts.words}
          maxLength={120}
        />
        <button class="button" type="submit" data-act="find">
          {say.findGo}
        </button>
      </form>
      {facts.found.length === 0 ? (
        <p>{say.foundNone(facts.words)}</p>
      ) : (
        <form class="stack" method="post" action={here}>
          <input type="hidden" name="key" value={facts.key} />
          <SelectField t={t} id="role" name="role" label={say.role} options={facts.found} />
          <p>
            <button class="button strong" type="submit" data-act="give-role">
              {say.grantGo}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}

import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { SelectField, TextField } from "#frontend/ui/field.tsx";
import { Opening } from "#frontend/ui/opening.tsx";
import { type PeopleFacts, type PersonFacts, roleOptions } from "./people-facts.ts";
import { PersonForms } from "./person-forms.tsx";

interface PeopleProps {
  readonly t: Texts;
  readonly facts: PeopleFacts;
}

/** Who is in the network, and the forms of who answers for that. */
export function People({ t, facts }: PeopleProps): VNode {
  const say = t.office.people;
  return (
    <div class="sheet stack loose">
      <Opening t={t} title={say.title} lead={say.lead} errors={facts.errors} news={facts.news} />
      <div class="columns wide">
        <div class="stack">
          <ul class="ruled">
            {facts.people.map((person) => (
              <Person t={t} person={person} mayChange={facts.mayChange} />
            ))}
          </ul>
          {facts.next === null ? null : (
            <p>
              <a class="button" href={`/rete/persone?dopo=${facts.next}`} data-act="next-people">
                {say.next}
              </a>
            </p>
          )}
        </div>
        {facts.mayChange ? <Invite t={t} facts={facts} /> : null}
      </div>
    </div>
  );
}

function Person({
  t,
  person,
  mayChange,
}: {
  readonly t: Texts;
  readonly person: PersonFacts;
  readonly mayChange: boolean;
}) {
  const say = t.office.people;
  const { name, state, addresses, roles, invitedUntil } = person;
  const held = roles.map(({ label }) => label);
  return (
    <li id={`person-${person.id}`}>
      <div class="row apart">
        <h2 class="lesser">{name}</h2>
        <span class="tag">{say.state[state]}</span>
      </div>
      <p>{held.length === 0 ? say.rolesNone : t.format.list(held)}</p>
      <p class="small">
        {addresses.join(", ")}
        {invitedUntil === null ? null : `, ${say.invitedUntil(t.format.dayAndHour(invitedUntil))}`}
      </p>
      {mayChange ? <PersonForms t={t} person={person} /> : null}
    </li>
  );
}

function Invite({ t, facts }: PeopleProps) {
  const say = t.office.people;
  const error = (field: string) => facts.errors.find((one) => one.field === field)?.message;
  const { name, email, role } = facts.invite;
  return (
    <section class="paper stack" aria-labelledby="invite">
      <h2 id="invite">{say.invite}</h2>
      <p>{say.inviteWhy}</p>
      <form class="stack" method="post" action="/rete/persone" novalidate>
        <input type="hidden" name="key" value={facts.key} />
        <TextField
          t={t}
          id="name"
          name="name"
          label={say.name}
          value={name}
          maxLength={120}
          error={error("name")}
        />
        <TextField
          t={t}
          id="email"
          name="email"
          label={say.email}
          type="email"
          inputMode="email"
          value={email}
          maxLength={200}
          error={error("email")}
        />
        <SelectField
          t={t}
          id="role"
          name="role"
          label={say.role}
          value={role}
          options={[{ value: "", label: say.roleNone }, ...roleOptions(t)]}
          error={error("role")}
        />
        <p>
          <button class="button strong" type="submit" data-act="invite">
            {say.inviteGo}
          </button>
        </p>
      </form>
    </section>
  );
}

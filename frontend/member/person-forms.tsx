import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { SelectField, TextField } from "#frontend/ui/field.tsx";
import { type PersonFacts, roleOptions } from "./people-facts.ts";

interface FormsProps {
  readonly t: Texts;
  readonly person: PersonFacts;
}

/** What an officer may do for, or to, one person; each step is signed on the next page. */
export function PersonForms({ t, person }: FormsProps): VNode {
  const say = t.office.people;
  const { keys, state } = person;
  return (
    <details class="fold">
      <summary data-act="change-person">{say.change(person.name)}</summary>
      <div class="stack">
        {state === "suspended" ? null : <Grant t={t} person={person} />}
        <p>
          <a href={`/rete/persone/${person.id}/ruoli`} data-act="roles-over">
            {say.toRoles}
          </a>
        </p>
        {person.roles.map(({ id, label, key }) => (
          <Step
            person={person}
            to={`ruoli/${id}/revoca`}
            formKey={key}
            act="take-role"
            label={say.revoke(label)}
          />
        ))}
        {state === "suspended" ? null : <PaperConsent t={t} person={person} />}
        {state === "invited" ? (
          <Step
            person={person}
            to="invito"
            formKey={keys.again}
            act="invite-again"
            label={say.again}
          />
        ) : null}
        {state === "suspended" ? (
          <Step
            person={person}
            to="riammissione"
            formKey={keys.standing}
            act="reinstate"
            label={say.reinstate}
          />
        ) : (
          <>
            <Step
              person={person}
              to="consegna"
              formKey={keys.handOver}
              act="hand-over"
              label={say.handOver}
            />
            <Suspend t={t} person={person} />
          </>
        )}
      </div>
    </details>
  );
}

interface StepProps {
  readonly person: PersonFacts;
  readonly to: string;
  readonly formKey: string;
  readonly act: string;
  readonly label: string;
}

function Step({ person, to, formKey, act, label }: StepProps) {
  return (
    <form method="post" action={`/rete/persone/${person.id}/${to}`}>
      <input type="hidden" name="key" value={formKey} />
      <button class="button" type="submit" data-act={act}>
        {label}
      </button>
    </form>
  );
}

function Grant({ t, person }: FormsProps) {
  const say = t.office.people;
  return (
    <form class="search" method="post" action={`/rete/persone/${person.id}/ruoli`}>
      <input type="hidden" name="key" value={person.keys.grant} />
      <SelectField
        t={t}
        id={`role-${person.id}`}
        name="role"
        label={say.grant}
        value="member"
        options={roleOptions(t)}
      />
      <button class="button" type="submit" data-act="give-role">
        {say.grantGo}
      </button>
    </form>
  );
}

/** What somebody said of reminders on paper; the paper itself is kept by its number. */
function PaperConsent({ t, person }: FormsProps) {
  const say = t.office.people;
  return (
    <form class="search" method="post" action={`/rete/persone/${person.id}/consenso`} novalidate>
      <input type="hidden" name="key" value={person.keys.paper} />
      <SelectField
        t={t}
        id={`given-${person.id}`}
        name="given"
        label={say.paperSaid}
        options={[
          { value: "yes", label: say.paperYes },
          { value: "no", label: say.paperNo },
        ]}
      />
      <TextField
        t={t}
        id={`paper-${person.id}`}
        name="paper"
        label={say.paper}
        hint={say.paperWhy}
        maxLength={40}
      />
      <button class="button" type="submit" data-act="paper-consent">
        {say.paperGo}
      </button>
    </form>
  );
}

function Suspend({ t, person }: FormsProps) {
  const say = t.office.people;
  return (
    <form class="search" method="post" action={`/rete/persone/${person.id}/sospensione`} novalidate>
      <input type="hidden" name="key" value={person.keys.standing} />
      <TextField
        t={t}
        id={`reason-${person.id}`}
        name="reason"
        label={say.reason}
        hint={say.suspendWhy}
        maxLength={400}
      />
      <button class="button" type="submit" data-act="suspend">
        {say.suspend}
      </button>
    </form>
  );
}

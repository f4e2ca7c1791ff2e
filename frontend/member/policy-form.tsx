import type { VNode } from "preact";
import { LEGAL_FLOORS, type LegalFloor } from "#domain/governance/policy/legal-floors.ts";
import type { Policy } from "#domain/governance/policy/policy.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { type FieldError, SelectField, TextField } from "#frontend/ui/field.tsx";
import { Opening } from "#frontend/ui/opening.tsx";
import { DraftButtons, whyWords } from "./article-form.tsx";
import { PolicyCallBoxes, Tick } from "./policy-call-boxes.tsx";
import { policyChange, policyPath } from "./policy-words.ts";
import { ActFor, TitleAndBody } from "./proposal-boxes.tsx";
import { ChangedText } from "./proposal-change.tsx";
import type { MemberName } from "./proposal-facts.ts";

export interface PolicyFormFacts {
  readonly actsFor: readonly MemberName[];
  /** The last version, on which the change is written. */
  readonly before: Policy;
  /** What the form asks for, to be shown above it; null where nobody asked. */
  readonly after: Policy | null;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly key: string;
}

export interface PolicyFormProps {
  readonly t: Texts;
  readonly facts: PolicyFormFacts;
}

/** Floors of the law that a policy can meet. */
const FLOORS = ["daysEnrolled", "proxies", "legalPersonVotes", "producersTimelock"] as const;

/** A policy as it should be, box by box, with what the law leaves to no vote. */
export function PolicyForm({ t, facts }: PolicyFormProps): VNode {
  const say = t.policies.write;
  const { before, typed, errors, key } = facts;
  const name = t.proposals.policyNames[before.code] ?? before.code;
  return (
    <div class="sheet stack loose reading">
      <Opening t={t} title={say.policy(name)} lead={say.policyLead} errors={errors} />
      <Preview t={t} facts={facts} />
      <form class="stack loose" method="post" action={actionOf(before)} novalidate>
        <input type="hidden" name="key" value={key} />
        <ActFor t={t} facts={facts} id="member" />
        <Ballot t={t} facts={facts} />
        <Rights t={t} facts={facts} />
        <PolicyCallBoxes t={t} call="first" typed={typed} />
        <PolicyCallBoxes t={t} call="second" typed={typed} />
        <Times t={t} facts={facts} />
        <Law t={t} />
        <TitleAndBody t={t} typed={typed} errors={errors} say={whyWords(t)} rows={6} />
        <DraftButtons t={t} />
      </form>
      <p>
        <a href={policyPath(before.code)} data-act="policy">
          {t.policies.whole(name)}
        </a>
      </p>
    </div>
  );
}

function actionOf({ code }: Policy): string {
  return `/proposte/nuova/regolamento/${code}`;
}

function Preview({ t, facts: { before, after } }: PolicyFormProps) {
  if (after === null) return null;
  const say = t.policies.write;
  const change = {
    name: t.policies.named(t.proposals.policyNames[before.code] ?? before.code),
    href: null,
    ...policyChange(t, before, after),
    isText: true,
  };
  return (
    <section class="stack" aria-labelledby="diff">
      <h2 id="diff" class="part">
        {say.diff}
      </h2>
      {change.before === change.after ? <p>{say.same}</p> : <ChangedText t={t} change={change} />}
    </section>
  );
}

/** How ballots are filled in, who sees them, and whether they may change. */
function Ballot({ t, facts: { typed, errors } }: PolicyFormProps) {
  const say = t.policies.write;
  return (
    <>
      <SelectField
        t={t}
        id="method"
        name="method"
        label={say.method}
        value={typed["method"] ?? ""}
        options={optionsOf(say.methods)}
        error={errors.find(({ field }) => field === "method")?.message}
      />
      <NumberBox t={t} name="seats" label={say.seats} typed={typed} errors={errors} />
      <SelectField
        t={t}
        id="secrecy"
        name="secrecy"
        label={say.secrecy}
        value={typed["secrecy"] ?? ""}
        options={optionsOf(say.secrecies)}
      />
      <Tick name="mayRevote" label={say.mayRevote} typed={typed} />
    </>
  );
}

/** Who votes, with how many votes, and for whom. */
function Rights({ t, facts: { typed, errors, before } }: PolicyFormProps) {
  const say = t.policies.write;
  const { kinds } = say;
  const numbers = { t, typed, errors };
  const offered = optionsOf(kinds).filter(({ value }) => {
    return value !== "colleges" || before.votes.kind === "colleges";
  });
  return (
    <>
      <SelectField
        t={t}
        id="votes"
        name="votes"
        label={say.votes}
        value={typed["votes"] ?? ""}
        options={offered}
      />
      <NumberBox {...numbers} name="mostVotes" label={say.mostVotes} optional />
      <NumberBox {...numbers} name="daysEnrolled" label={say.daysEnrolled} />
      <NumberBox {...numbers} name="mostProxies" label={say.mostProxies} />
      <Tick name="ownBeatsProxy" label={say.ownBeatsProxy} typed={typed} />
      <NumberBox {...numbers} name="endorsements" label={say.endorsements} />
    </>
  );
}

function Times({ t, facts: { typed, errors } }: PolicyFormProps) {
  const say = t.policies.write;
  return (
    <fieldset class="stack">
      <legend>{say.times}</legend>
      {optionsOf(say.time).map(({ value, label }) => (
        <NumberBox t={t} name={`time-${value}`} label={label} typed={typed} errors={errors} />
      ))}
    </fieldset>
  );
}

function optionsOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

interface BoxProps {
  readonly t: Texts;
  readonly name: string;
  readonly label: string;
  readonly typed: Readonly<Record<string, string>>;
}

interface NumberBoxProps extends BoxProps {
  readonly errors: readonly FieldError[];
  readonly optional?: boolean;
}

function NumberBox({ t, name, label, typed, errors, optional = false }: NumberBoxProps) {
  return (
    <TextField
      t={t}
      id={name}
      name={name}
      label={label}
      inputMode="numeric"
      value={typed[name] ?? ""}
      maxLength={5}
      optional={optional}
      error={errors.find(({ field }) => field === name)?.message}
    />
  );
}

function Law({ t }: { readonly t: Texts }) {
  return (
    <section class="note" aria-labelledby="law">
      <h2 id="law" class="lesser">
        {t.policies.write.law}
      </h2>
      <ul>
        {FLOORS.map((name) => {
          const { least, most, article }: LegalFloor = LEGAL_FLOORS[name];
          return (
            <li>
              {t.rules.floors[name](t.format.count(least ?? most ?? 0))}{" "}
              <span class="small">({article})</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

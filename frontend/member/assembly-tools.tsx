import type { ComponentChildren, VNode } from "preact";
import { WAYS_TO_ATTEND } from "#domain/governance/assembly/attendance.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { type FieldError, SelectField, TextArea, TextField } from "#frontend/ui/field.tsx";
import type { AssemblyFacts, AssemblyTools as Tools } from "./assembly-facts.ts";
import { AssemblyForm } from "./assembly-form.tsx";

interface ToolsProps {
  readonly t: Texts;
  readonly facts: AssemblyFacts;
  readonly tools: Tools;
}

/** What whoever holds the assembly can do at this point of it. */
export function AssemblyTools({ t, facts, tools }: ToolsProps): VNode {
  const { state } = facts;
  const isBefore = state === "draft" || state === "convened" || state === "gathering";
  const isOpen = state === "gathering" || state === "sitting";
  const mayWrite = (state === "sitting" || state === "closed") && facts.sealed === null;
  return (
    <div class="stack loose">
      {state === "draft" ? <Draft t={t} facts={facts} tools={tools} /> : null}
      {isOpen ? <Arrival t={t} facts={facts} tools={tools} /> : null}
      {state === "gathering" ? <Constitution t={t} facts={facts} tools={tools} /> : null}
      {mayWrite ? <MinutesForm t={t} facts={facts} tools={tools} /> : null}
      {state === "sitting" ? (
        <Deed t={t} facts={facts} tools={tools} to="chiusura" act="close-assembly">
          {t.assemblies.tools.close}
        </Deed>
      ) : null}
      {isBefore ? <Cancel t={t} facts={facts} tools={tools} /> : null}
    </div>
  );
}

interface DeedProps extends ToolsProps {
  readonly to: string;
  readonly act: string;
  readonly fields?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A form with its key and its button. */
function Deed({ facts, tools, to, act, fields, children }: DeedProps) {
  return (
    <form class="stack" method="post" action={`/assemblee/${facts.number}/${to}`}>
      <input type="hidden" name="key" value={`${tools.key}-${to}`} />
      {fields}
      <p>
        <button class="button" type="submit" data-act={act}>
          {children}
        </button>
      </p>
    </form>
  );
}

function Draft({ t, facts, tools }: ToolsProps) {
  const say = t.assemblies;
  return (
    <>
      <Deed t={t} facts={facts} tools={tools} to="convocazione" act="convene-assembly">
        {say.tools.convene}
      </Deed>
      <details class="fold" open={facts.errors.length > 0}>
        <summary data-act="edit-ask">{say.form.edit}</summary>
        <AssemblyForm
          t={t}
          action={`/assemblee/${facts.number}`}
          typed={tools.typed}
          key_={`${tools.key}-bozza`}
          errors={facts.errors}
        />
      </details>
    </>
  );
}

const wrong = (errors: readonly FieldError[], field: string) =>
  errors.find((one) => one.field === field)?.message;

function Arrival({ t, facts, tools }: ToolsProps) {
  const say = t.assemblies.tools;
  const inside = new Set(tools.inside.map(({ id }) => id));
  const members = tools.members.filter(({ id }) => !inside.has(id));
  const fields = (
    <>
      <SelectField
        t={t}
        id="member"
        name="member"
        label={say.member}
        options={members.map(({ id, name }) => ({ value: id, label: name }))}
        error={wrong(facts.errors, "member")}
      />
      <SelectField
        t={t}
        id="how"
        name="how"
        label={say.how}
        options={WAYS_TO_ATTEND.map((way) => ({ value: way, label: t.assemblies.ways[way] }))}
      />
      <SelectField
        t={t}
        id="holder"
        name="holder"
        label={say.holder}
        options={[
          { value: "", label: say.holderNone },
          ...tools.inside.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  );
  return (
    <section class="stack" aria-labelledby="arrive">
      <h2 id="arrive">{say.arrive}</h2>
      <Deed t={t} facts={facts} tools={tools} to="presenze" act="note-arrival" fields={fields}>
        {say.arriveGo}
      </Deed>
    </section>
  );
}

function Constitution({ t, facts, tools }: ToolsProps) {
  const say = t.assemblies.tools;
  const options = tools.inside.map(({ id, name }) => ({ value: id, label: name }));
  const fields = (
    <>
      <SelectField
        t={t}
        id="chair"
        name="chair"
        label={say.chair}
        options={options}
        error={wrong(facts.errors, "chair")}
      />
      <SelectField t={t} id="secretary" name="secretary" label={say.secretary} options={options} />
    </>
  );
  return (
    <Deed t={t} facts={facts} tools={tools} to="apertura" act="constitute-assembly" fields={fields}>
      {say.constitute}
    </Deed>
  );
}

function MinutesForm({ t, facts, tools }: ToolsProps) {
  const say = t.assemblies.tools;
  const minutes = facts.record?.minutes ?? null;
  const version = String(minutes?.version ?? 0);
  const words = (
    <>
      <input type="hidden" name="follows" value={version} />
      <TextArea
        t={t}
        id="words"
        name="words"
        label={say.minutes}
        value={minutes?.words ?? ""}
        rows={12}
        maxLength={20_000}
        error={wrong(facts.errors, "words")}
      />
    </>
  );
  return (
    <>
      <Deed t={t} facts={facts} tools={tools} to="verbale" act="save-minutes" fields={words}>
        {say.minutesGo}
      </Deed>
      {facts.state === "closed" && minutes !== null ? (
        <Deed
          t={t}
          facts={facts}
          tools={tools}
          to="sigillo"
          act="seal-minutes"
          fields={<input type="hidden" name="version" value={version} />}
        >
          {say.seal}
        </Deed>
      ) : null}
    </>
  );
}

function Cancel({ t, facts, tools }: ToolsProps) {
  const say = t.assemblies.tools;
  const reason = (
    <TextField
      t={t}
      id="reason"
      name="reason"
      label={say.reason}
      maxLength={300}
      error={wrong(facts.errors, "reason")}
    />
  );
  return (
    <details class="fold">
      <summary data-act="cancel-assembly-ask">{say.cancel}</summary>
      <Deed
        t={t}
        facts={facts}
        tools={tools}
        to="annullamento"
        act="cancel-assembly"
        fields={reason}
      >
        {say.cancel}
      </Deed>
    </details>
  );
}

import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import {
  ChoiceGroup,
  type FieldError,
  SelectField,
  TextArea,
  TextField,
} from "#frontend/ui/field.tsx";
import { Opening } from "#frontend/ui/opening.tsx";
import { ActFor, TitleAndBody } from "./proposal-boxes.tsx";
import type { MemberName, Subject } from "./proposal-facts.ts";

export interface ProposalFormFacts {
  readonly actsFor: readonly MemberName[];
  readonly subjects: readonly Subject[];
  /** How it may be decided, by the policy's code. */
  readonly policies: readonly { readonly code: string; readonly name: string }[];
  /** Rules that a vote may change, with the unit of their value and what it is today. */
  readonly rules: readonly {
    readonly key: string;
    readonly name: string;
    readonly now: string;
  }[];
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly key: string;
}

interface ProposalFormProps {
  readonly t: Texts;
  readonly facts: ProposalFormFacts;
}

/** A new proposal: it stays a draft of its author until it is put before the members. */
export function ProposalForm({ t, facts }: ProposalFormProps): VNode {
  const say = t.proposals.write;
  const { typed, errors, subjects, key } = facts;
  const error = (field: string) => errors.find((one) => one.field === field)?.message;
  const words = { ...say, title: say.name, titleHint: say.nameHint };
  return (
    <div class="sheet stack loose reading">
      <Opening t={t} title={say.title} lead={say.lead} errors={errors} />
      <form class="stack" method="post" action="/proposte/nuova" novalidate>
        <input type="hidden" name="key" value={key} />
        <ActFor t={t} facts={facts} id="member" />
        <TitleAndBody t={t} typed={typed} errors={errors} say={words} rows={10} />
        <ChoiceGroup
          t={t}
          id="subject"
          name="subject"
          label={say.subject}
          kind="radio"
          chosen={[typed["subject"] ?? subjects[0] ?? ""]}
          options={subjects.map((value) => ({
            value,
            label: say.subjects[value],
            note: say.subjectNotes[value],
          }))}
        />
        <Change t={t} facts={facts} />
        <Choices t={t} facts={facts} />
        <SelectField
          t={t}
          id="policy"
          name="policy"
          label={say.policy}
          value={typed["policy"] ?? ""}
          options={facts.policies.map(({ code, name }) => ({ value: code, label: name }))}
          error={error("policy")}
        />
        <p>
          <button class="button strong tall" type="submit" data-act="save-draft">
            {say.go}
          </button>
        </p>
      </form>
    </div>
  );
}

/** For a rule: which one, and what it is to be. */
function Change({ t, facts: { rules, typed, errors } }: ProposalFormProps) {
  if (rules.length === 0) return null;
  const say = t.proposals.write;
  const error = errors.find(({ field }) => field === "value")?.message;
  return (
    <fieldset class="stack" data-for="rules">
      <legend>{say.subjects.rules}</legend>
      <SelectField
        t={t}
        id="rule"
        name="rule"
        label={say.rule}
        value={typed["rule"] ?? ""}
        options={[
          { value: "", label: say.ruleNone },
          ...rules.map(({ key, name, now }) => ({ value: key, label: say.ruleNow(name, now) })),
        ]}
      />
      <TextField
        t={t}
        id="value"
        name="value"
        label={say.value}
        hint={say.valueHint}
        inputMode="decimal"
        value={typed["value"] ?? ""}
        optional
        error={error}
      />
      <p class="small">
        {say.elsewhere}{" "}
        <a href="/proposte/nuova/articolo" data-act="new-article">
          {t.policies.write.article}
        </a>
        ,{" "}
        <a href="/regolamenti" data-act="policies">
          {t.policies.all.toLowerCase()}
        </a>
        .
      </p>
    </fieldset>
  );
}

/** For an election or a budget: what may be chosen, and what there is to divide. */
function Choices({ t, facts: { subjects, typed, errors } }: ProposalFormProps) {
  if (!subjects.includes("election") && !subjects.includes("budget")) return null;
  const say = t.proposals.write;
  const error = (field: string) => errors.find((one) => one.field === field)?.message;
  return (
    <fieldset class="stack" data-for="options">
      <legend>{t.proposals.options.other}</legend>
      <TextArea
        t={t}
        id="options"
        name="options"
        label={say.options}
        hint={say.optionsHint}
        value={typed["options"] ?? ""}
        error={error("options")}
      />
      <TextField
        t={t}
        id="budget"
        name="budget"
        label={say.budget}
        inputMode="decimal"
        value={typed["budget"] ?? ""}
        optional
        error={error("budget")}
      />
    </fieldset>
  );
}

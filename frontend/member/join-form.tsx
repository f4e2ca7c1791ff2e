import type { VNode } from "preact";
import { MEMBER_CLASSES } from "#domain/membership/member.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { type FieldError, SelectField, TextArea, TextField } from "#frontend/ui/field.tsx";
import type { JoinFormFacts } from "./member-facts.ts";
import { Part } from "./own-part.tsx";

interface FormProps {
  readonly t: Texts;
  readonly form: JoinFormFacts;
  readonly errors: readonly FieldError[];
}

/** The application: what the law makes the book say, and how many shares. */
export function JoinForm({ t, form, errors }: FormProps): VNode {
  const say = t.members.join;
  const { fields } = say;
  const common = (name: string) => ({
    t,
    id: name,
    name,
    value: form.typed[name] ?? "",
    error: errors.find(({ field }) => field === name)?.message,
  });
  const line = (name: keyof typeof fields, rest: object = {}) => (
    <TextField {...common(name)} label={fields[name]} maxLength={120} {...rest} />
  );
  return (
    <Part id="apply" title={say.form}>
      <p>{say.formLead}</p>
      <form class="stack" method="post" action="/soci" novalidate>
        <input type="hidden" name="key" value={form.key} />
        <WhoField t={t} form={form} />
        <SelectField
          {...common("class")}
          label={fields.class}
          options={MEMBER_CLASSES.map((value) => ({ value, label: t.members.classes[value] }))}
        />
        {line("name", { autoComplete: "name" })}
        {line("taxCode", { maxLength: 30 })}
        {line("bornOn", { hint: fields.bornOnHint, maxLength: 10, optional: true })}
        {line("bornIn", { optional: true })}
        {line("representedBy", { hint: fields.representedByHint, optional: true })}
        {line("street", { autoComplete: "street-address" })}
        {line("postcode", { autoComplete: "postal-code", maxLength: 10 })}
        {line("town", { autoComplete: "address-level2" })}
        {line("shares", { inputMode: "numeric", maxLength: 4 })}
        {line("instalments", {
          inputMode: "numeric",
          maxLength: 2,
          hint: fields.instalmentsHint,
        })}
        <TextArea {...common("motive")} label={fields.motive} maxLength={1000} />
        <p>
          <button class="button strong" type="submit" data-act="apply">
            {say.send}
          </button>
        </p>
      </form>
    </Part>
  );
}

/** For oneself, or for an enterprise that one acts for. */
function WhoField({ t, form }: Pick<FormProps, "t" | "form">) {
  const { fields } = t.members.join;
  const own = form.isIn ? [] : [{ value: "", label: fields.myself }];
  const firms = form.enterprises.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SelectField
      t={t}
      id="enterpriseId"
      name="enterpriseId"
      label={fields.who}
      value={form.typed["enterpriseId"] ?? ""}
      options={[...own, ...firms]}
    />
  );
}

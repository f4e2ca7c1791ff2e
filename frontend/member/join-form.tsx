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
  return (
    <Part id="apply" title={say.form}>
      <p>{say.formLead}</p>
      <form class="stack" method="post" action="/soci" novalidate>
        <input type="hidden" name="key" value={form.key} />
        <WhoField t={t} form={form} />
        <Fields t={t} form={form} errors={errors} />
        <p>
          <button class="button strong" type="submit" data-act="apply">
            {say.send}
          </button>
        </p>
      </form>
    </Part>
  );
}

/** Each field of the book, as browsers may fill it in. */
const LINES = [
  ["name", { autoComplete: "name" }],
  ["taxCode", { maxLength: 30 }],
  ["bornOn", { maxLength: 10 }],
  ["bornIn", {}],
  ["representedBy", {}],
  ["ownMembers", { inputMode: "numeric", maxLength: 4 }],
  ["street", { autoComplete: "street-address" }],
  ["postcode", { autoComplete: "postal-code", maxLength: 10 }],
  ["town", { autoComplete: "address-level2" }],
  ["shares", { inputMode: "numeric", maxLength: 4 }],
  ["instalments", { inputMode: "numeric", maxLength: 2 }],
] as const;

function Fields({ t, form, errors }: FormProps) {
  const { fields } = t.members.join;
  const hints: Readonly<Record<string, string>> = {
    bornOn: form.enterprises.length > 0 ? fields.bornOnEither : fields.bornOnHint,
    representedBy: fields.representedByHint,
    ownMembers: fields.ownMembersHint,
    instalments: fields.instalmentsHint,
  };
  const common = (name: string) => ({
    t,
    id: name,
    name,
    value: form.typed[name] ?? "",
    error: errors.find(({ field }) => field === name)?.message,
    ...(hints[name] === undefined ? {} : { hint: hints[name] }),
  });
  // Who acts for no firm is asked for nothing of firms; else what is for the one or the other.
  const mayBeFirm = form.enterprises.length > 0;
  const ofFirms = new Set(["representedBy", "ownMembers"]);
  const lines = LINES.filter(([name]) => mayBeFirm || !ofFirms.has(name));
  const either = new Set(mayBeFirm ? ["bornOn", "bornIn", ...ofFirms] : []);
  const classes = MEMBER_CLASSES.map((value) => ({ value, label: t.members.classes[value] }));
  return (
    <>
      <SelectField {...common("class")} label={fields.class} options={classes} />
      {lines.map(([name, rest]) => (
        <TextField
          {...common(name)}
          label={fields[name]}
          maxLength={120}
          optional={either.has(name)}
          {...rest}
        />
      ))}
      <TextArea {...common("motive")} label={fields.motive} maxLength={1000} />
    </>
  );
}

/** For oneself, or for an enterprise that one acts for. */
function WhoField({ t, form }: Pick<FormProps, "t" | "form">): VNode | null {
  const { fields } = t.members.join;
  if (form.enterprises.length === 0) return null;
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

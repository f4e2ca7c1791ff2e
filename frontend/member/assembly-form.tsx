import type { VNode } from "preact";
import { ASSEMBLY_KINDS } from "#domain/governance/assembly/assembly.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { type FieldError, SelectField, TextArea, TextField } from "#frontend/ui/field.tsx";
import type { AssemblyTyped } from "./assembly-facts.ts";

interface AssemblyFormProps {
  readonly t: Texts;
  readonly action: string;
  readonly typed: AssemblyTyped;
  readonly key_: string;
  readonly errors: readonly FieldError[];
}

/** What a convocation will say: written as a draft, changed until it goes out. */
export function AssemblyForm({ t, action, typed, key_, errors }: AssemblyFormProps): VNode {
  const say = t.assemblies.form;
  const wrong = (field: string) => errors.find((one) => one.field === field)?.message;
  const field = (name: keyof AssemblyTyped, label: string) => {
    return { t, id: name, name, label, value: typed[name], error: wrong(name) };
  };
  const kinds = ASSEMBLY_KINDS.map((value) => ({ value, label: t.assemblies.kinds[value] }));
  return (
    <form class="stack" method="post" action={action}>
      <input type="hidden" name="key" value={key_} />
      <SelectField {...field("kind", say.kind)} options={kinds} />
      <TextField {...field("general", say.general)} hint={say.generalHint} optional />
      <TextField {...field("delegates", say.delegates)} hint={say.delegatesHint} optional />
      <TextField {...field("title", say.title)} maxLength={160} />
      <TextField {...field("place", say.place)} maxLength={200} />
      <TextField {...field("link", say.link)} maxLength={300} optional />
      <TextField {...field("first", say.firstCall)} hint={say.whenHint} />
      <TextField {...field("second", say.secondCall)} hint={say.whenHint} optional />
      <TextArea {...field("agenda", say.agenda)} hint={say.agendaHint} rows={6} />
      <p>
        <button class="button" type="submit" data-act="save-assembly">
          {say.save}
        </button>
      </p>
    </form>
  );
}

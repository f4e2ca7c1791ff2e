import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { SelectField, TextField } from "#frontend/ui/field.tsx";
import type { OwnFacts } from "./own-facts.ts";
import { Part } from "./own-part.tsx";

/** What one is called in the network, and in which language it writes. */
export function Profile({ t, facts }: { readonly t: Texts; readonly facts: OwnFacts }): VNode {
  const say = t.access.own;
  return (
    <Part id="nome" title={say.profile}>
      <form class="stack" method="post" action="/io/profilo" novalidate>
        <input type="hidden" name="key" value={facts.keys.profile} />
        <TextField
          t={t}
          id="name"
          name="name"
          label={say.name}
          hint={say.nameHint}
          value={facts.typedName ?? facts.name}
          autoComplete="name"
          maxLength={120}
          error={facts.errors.find(({ field }) => field === "name")?.message}
        />
        <SelectField
          t={t}
          id="language"
          name="language"
          label={say.language}
          value={facts.language}
          options={[
            { value: "it", label: say.languages.it },
            { value: "en", label: say.languages.en },
          ]}
        />
        <p>
          <button class="button" type="submit" data-act="save-profile">
            {say.profileGo}
          </button>
        </p>
      </form>
    </Part>
  );
}

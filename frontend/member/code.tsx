import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { ErrorSummary, type FieldError, TextField } from "#frontend/ui/field.tsx";

/** The eight digits of a letter, to come in or to confirm an address. */
export interface CodeFacts {
  readonly title: string;
  readonly action: string;
  readonly label: string;
  /** Names and values that go with the digits. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly minutes: number;
  /** Where another code is asked for. */
  readonly again: string;
  readonly errors: readonly FieldError[];
}

interface CodeProps {
  readonly t: Texts;
  readonly facts: CodeFacts;
}

/** One box for the digits. What was typed is not given back: a wrong code is typed anew. */
export function Code({ t, facts }: CodeProps): VNode {
  const say = t.access.code;
  return (
    <div class="sheet stack loose reading">
      <div class="stack">
        <h1>{facts.title}</h1>
        <p>{say.lead(facts.minutes)}</p>
      </div>
      <ErrorSummary t={t} errors={facts.errors} />
      <form class="stack paper" method="post" action={facts.action} novalidate>
        {facts.fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="digits">
          <TextField
            t={t}
            id="code"
            name="code"
            label={say.code}
            hint={say.codeHint}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            error={facts.errors.find(({ field }) => field === "code")?.message}
          />
        </div>
        <p>
          <button class="button strong tall" type="submit" data-act="enter-code">
            {facts.label}
          </button>
        </p>
      </form>
      <p>
        <a href={facts.again} data-act="code-again">
          {say.again}
        </a>
      </p>
    </div>
  );
}

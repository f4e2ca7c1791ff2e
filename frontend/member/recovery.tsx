import type { VNode } from "preact";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { ErrorSummary, type FieldError, TextField } from "#frontend/ui/field.tsx";

interface RecoveryProps {
  readonly t: Texts;
  readonly facts: {
    readonly key: string;
    /** As it was typed. */
    readonly email: string;
    readonly errors: readonly FieldError[];
  };
}

/** Whoever lost every passkey asks for a code here, and reads first what will happen. */
export function Recovery({ t, facts }: RecoveryProps): VNode {
  const say = t.access.recovery;
  return (
    <div class="sheet stack loose reading">
      <div class="stack">
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
      </div>
      <ErrorSummary t={t} errors={facts.errors} />
      <Steps title={say.how} steps={say.steps} />
      <form class="stack paper" method="post" action="/recupero" novalidate>
        <input type="hidden" name="key" value={facts.key} />
        <TextField
          t={t}
          id="email"
          name="email"
          label={say.email}
          hint={say.emailHint}
          type="email"
          inputMode="email"
          autoComplete="email"
          value={facts.email}
          maxLength={200}
          error={facts.errors.find(({ field }) => field === "email")?.message}
        />
        <p>
          <button class="button strong tall" type="submit" data-act="send-recovery-code">
            {t.access.signIn.codeGo}
          </button>
        </p>
      </form>
      <p class="small">{say.otherwise}</p>
      <p>
        <a href="/accedi" data-act="to-sign-in">
          {say.back}
        </a>
      </p>
    </div>
  );
}

interface RecoveryBegunProps {
  readonly t: Texts;
  readonly facts: {
    /** Until when the new passkey can be made. */
    readonly expiresAt: Instant;
    /** When the person's passkeys open acts again. */
    readonly actsFrom: Instant;
  };
}

/** What happens now: the letter, the pause, the notices. */
export function RecoveryBegun({ t, facts }: RecoveryBegunProps): VNode {
  const say = t.access.recovery;
  const { dayAndHour } = t.format;
  const steps = [
    say.letter(dayAndHour(facts.expiresAt)),
    say.pause(dayAndHour(facts.actsFrom)),
    say.notices,
  ];
  return (
    <div class="sheet stack loose reading">
      <div class="stack">
        <h1>{say.begunTitle}</h1>
        <p>{say.begun}</p>
      </div>
      <Steps title={say.next} steps={steps} />
      <p class="small">{say.otherwise}</p>
    </div>
  );
}

function Steps({ title, steps }: { readonly title: string; readonly steps: readonly string[] }) {
  return (
    <section class="stack" aria-labelledby="steps">
      <h2 id="steps" class="part">
        {title}
      </h2>
      <ol class="steps">
        {steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
    </section>
  );
}

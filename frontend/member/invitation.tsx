import type { VNode } from "preact";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { ErrorSummary, type FieldError, TextField } from "#frontend/ui/field.tsx";
import type { PasskeyAsked } from "#frontend/ui/passkey-form.tsx";
import { PasskeyForm } from "#frontend/ui/passkey-form.tsx";

/** Somebody who may make a passkey by an invitation. */
export interface InvitationFacts {
  readonly name: string;
  readonly kind: "mail" | "in-person" | "recovery" | "first";
  readonly expiresAt: Instant;
  readonly asked: PasskeyAsked;
  readonly key: string;
  /** What the passkey is to be called, as it was typed. */
  readonly passkeyName: string;
  readonly errors: readonly FieldError[];
}

interface InvitationProps {
  readonly t: Texts;
  readonly facts: InvitationFacts;
}

/** Who is invited, what a passkey is, the button, and what happens next. */
export function Invitation({ t, facts }: InvitationProps): VNode {
  const say = t.access.invitation;
  return (
    <div class="sheet stack loose reading">
      <div class="stack">
        <h1>{say.title}</h1>
        <p>
          {say.hello(facts.name)} {say.kinds[facts.kind]}
        </p>
        <p class="small">{say.until(t.format.dayAndHour(facts.expiresAt))}</p>
      </div>
      <ErrorSummary t={t} errors={facts.errors} />
      <EnrolForm t={t} facts={facts} action="/invito" />
      <section class="aside">
        <h2 class="lesser">{say.next}</h2>
        <ol class="steps">
          {say.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </section>
      <WhatItIs t={t} />
    </div>
  );
}

/** Makes a passkey and names it. */
export function EnrolForm({
  t,
  facts,
  action,
}: {
  readonly t: Texts;
  readonly facts: Pick<InvitationFacts, "asked" | "key" | "passkeyName" | "errors">;
  readonly action: string;
}): VNode {
  const say = t.access.passkey;
  return (
    <PasskeyForm
      t={t}
      asked={facts.asked}
      action={action}
      fields={[["key", facts.key]]}
      answer="response"
      label={say.make}
      act="make-passkey"
    >
      <TextField
        t={t}
        id="name"
        name="name"
        label={say.name}
        hint={say.nameHint}
        value={facts.passkeyName}
        maxLength={120}
        error={facts.errors.find(({ field }) => field === "name")?.message}
      />
    </PasskeyForm>
  );
}

/** For who meets one for the first time. */
export function WhatItIs({ t }: Pick<InvitationProps, "t">): VNode {
  return (
    <details class="fold">
      <summary data-act="what-passkey">{t.access.passkey.what}</summary>
      <p>{t.access.passkey.whatWhy}</p>
    </details>
  );
}

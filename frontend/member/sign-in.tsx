import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { ErrorSummary, type FieldError, TextField } from "#frontend/ui/field.tsx";
import { Notice } from "#frontend/ui/notice.tsx";
import type { PasskeyAsked } from "#frontend/ui/passkey-form.tsx";
import { PasskeyForm } from "#frontend/ui/passkey-form.tsx";
import { WhatItIs } from "./invitation.tsx";

/** The ways in. */
export interface SignInFacts {
  readonly asked: PasskeyAsked;
  readonly keys: { readonly passkey: string; readonly code: string };
  /** Where to go afterwards; "" is one's own page. */
  readonly next: string;
  /** As it was typed. */
  readonly email: string;
  readonly errors: readonly FieldError[];
  /** Said above the forms; null where nothing is to be said. */
  readonly news: string | null;
  /** Who is in already; null for everybody else. */
  readonly person: string | null;
}

interface SignInProps {
  readonly t: Texts;
  readonly facts: SignInFacts;
}

/** With a passkey, or with eight digits by mail. */
export function SignIn({ t, facts }: SignInProps): VNode {
  const say = t.access.signIn;
  return (
    <div class="sheet stack loose">
      <div class="stack reading">
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
        <ErrorSummary t={t} errors={facts.errors} />
        {facts.news === null ? null : (
          <Notice kind="status">
            <p>{facts.news}</p>
          </Notice>
        )}
        {facts.person === null ? null : <Already t={t} person={facts.person} />}
      </div>
      <div class="columns halves">
        <WithPasskey t={t} facts={facts} />
        <WithCode t={t} facts={facts} />
      </div>
      <div class="stack reading">
        <WhatItIs t={t} />
        <p>
          <a href="/recupero" data-act="lost-passkey">
            {say.lost}
          </a>
        </p>
      </div>
    </div>
  );
}

function Already({ t, person }: { readonly t: Texts; readonly person: string }) {
  return (
    <Notice kind="note">
      <p>
        {t.access.signIn.already(person)}{" "}
        <a href="/io" data-act="to-own">
          {t.access.signIn.toOwn}
        </a>
      </p>
    </Notice>
  );
}

function WithPasskey({ t, facts }: SignInProps) {
  const say = t.access.signIn;
  return (
    <section class="paper stack" aria-labelledby="passkey">
      <h2 id="passkey">{say.withPasskey}</h2>
      <p>{say.withPasskeyWhy}</p>
      <PasskeyForm
        t={t}
        asked={facts.asked}
        action="/accedi/passkey"
        fields={[
          ["key", facts.keys.passkey],
          ["poi", facts.next],
        ]}
        answer="assertion"
        label={say.passkeyGo}
        act="sign-in-passkey"
        instead={say.orCode}
      />
    </section>
  );
}

function WithCode({ t, facts }: SignInProps) {
  const say = t.access.signIn;
  return (
    <section class="paper stack" aria-labelledby="code">
      <h2 id="code">{say.withCode}</h2>
      <p>{say.withCodeWhy}</p>
      <form class="stack" method="post" action="/accedi" novalidate>
        <input type="hidden" name="key" value={facts.keys.code} />
        <input type="hidden" name="poi" value={facts.next} />
        <TextField
          t={t}
          id="email"
          name="email"
          label={say.email}
          type="email"
          inputMode="email"
          autoComplete="email"
          value={facts.email}
          maxLength={200}
          error={facts.errors.find(({ field }) => field === "email")?.message}
        />
        <p>
          <button class="button tall" type="submit" data-act="send-code">
            {say.codeGo}
          </button>
        </p>
      </form>
    </section>
  );
}

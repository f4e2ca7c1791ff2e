import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Notice } from "#frontend/ui/notice.tsx";
import type { PasskeyAsked } from "#frontend/ui/passkey-form.tsx";
import { PasskeyForm } from "#frontend/ui/passkey-form.tsx";

/** An act that waits for its signature. */
export interface SignActFacts {
  /** In plain words, what will have been signed. */
  readonly sentences: readonly string[];
  readonly action: string;
  /** The form as it was sent, which the signature is about. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Where to go without signing. */
  readonly back: string;
  /** Null for a person without a passkey. */
  readonly asked: PasskeyAsked | null;
  /** An earlier request of the same was left open for too long. */
  readonly isRenewed: boolean;
}

interface SignActProps {
  readonly t: Texts;
  readonly facts: SignActFacts;
}

/** Says in plain words what is signed, and asks for the signature. */
export function SignAct({ t, facts }: SignActProps): VNode {
  const say = t.access.act;
  const { sentences, asked, back } = facts;
  return (
    <div class="sheet stack loose reading">
      <div class="stack">
        <h1>{asked === null ? say.noneTitle : say.title}</h1>
        <p>{asked === null ? say.none : say.lead}</p>
      </div>
      <section class="paper stack" aria-labelledby="what">
        <h2 id="what">{say.what}</h2>
        <ul class="ruled">
          {sentences.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </section>
      {facts.isRenewed ? (
        <Notice kind="status">
          <p>{t.access.passkey.again}</p>
        </Notice>
      ) : null}
      {asked === null ? <Without t={t} /> : <Signing t={t} facts={facts} asked={asked} />}
      <div class="stack">
        <p class="small">{say.nothing}</p>
        <p>
          <a class="button" href={back} data-act="back">
            {say.back}
          </a>
        </p>
      </div>
    </div>
  );
}

function Signing({ t, facts, asked }: SignActProps & { readonly asked: PasskeyAsked }) {
  return (
    <PasskeyForm
      t={t}
      asked={asked}
      action={facts.action}
      fields={facts.fields}
      answer="assertion"
      label={t.access.act.go}
      act="sign"
    />
  );
}

function Without({ t }: Pick<SignActProps, "t">) {
  return (
    <p>
      <a class="button strong" href="/io/accesso#passkey" data-act="to-passkeys">
        {t.access.act.toAdd}
      </a>
    </p>
  );
}

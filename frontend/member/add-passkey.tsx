import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { ErrorSummary } from "#frontend/ui/field.tsx";
import { EnrolForm, type InvitationFacts, WhatItIs } from "./invitation.tsx";

interface AddPasskeyProps {
  readonly t: Texts;
  readonly facts: Pick<InvitationFacts, "asked" | "key" | "passkeyName" | "errors">;
}

/** One more passkey of somebody who is signed in. */
export function AddPasskey({ t, facts }: AddPasskeyProps): VNode {
  const say = t.access.own;
  return (
    <div class="sheet stack loose reading">
      <div class="stack">
        <h1>{say.add}</h1>
        <p>{say.addWhy}</p>
      </div>
      <ErrorSummary t={t} errors={facts.errors} />
      <EnrolForm t={t} facts={facts} action="/io/passkey" />
      <WhatItIs t={t} />
      <p>
        <a class="button" href="/io/accesso" data-act="back">
          {say.back}
        </a>
      </p>
    </div>
  );
}

import type { ComponentChildren, VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Notice } from "./notice.tsx";

/** What an authenticator is asked, as the browser's own options (WebAuthn level 3, §5.4, §5.5). */
export interface PasskeyAsked {
  readonly kind: "sign" | "enrol";
  readonly options: object;
  readonly rpId: string;
  /** For how long the answer will be taken, in milliseconds from now. */
  readonly lastsMs: number;
}

interface PasskeyFormProps {
  readonly t: Texts;
  readonly asked: PasskeyAsked;
  /** Where the form is sent, and what goes with it: names and values in this very order. */
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** The field that takes the authenticator's answer. */
  readonly answer: string;
  readonly label: string;
  readonly act: string;
  /** What who has no script, or no passkey, can do instead. */
  readonly instead?: string;
  /** Boxes to fill in, shown with the button. */
  readonly children?: ComponentChildren;
}

/**
 * A form that a passkey answers. It works with the page's script only (`frontend/browser`): where
 * no script runs the sheet shows a sentence in place of the button, and the other way round where
 * one does, so that nothing moves when it has come.
 */
export function PasskeyForm(props: PasskeyFormProps): VNode {
  const { asked, action, fields, answer, label, act, children } = props;
  return (
    <form
      class="stack passkey"
      method="post"
      action={action}
      data-passkey={asked.kind}
      data-asked={JSON.stringify(asked.options)}
      data-lasts={asked.lastsMs}
    >
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="stack" data-scripted="">
        {children}
        <p>
          <button class="button strong tall" type="submit" data-act={act}>
            {label}
          </button>
        </p>
      </div>
      <Sentences {...props} />
      <input type="hidden" name={answer} value="" data-answer="" />
    </form>
  );
}

/** One of them is shown by the script, and read aloud, when it is so. */
function Sentences({ t, asked, instead }: PasskeyFormProps) {
  const { unavailable, cancelled, known, elsewhere, failed, without } = t.access.passkey;
  const said = { unavailable, cancelled, known, elsewhere: elsewhere(asked.rpId), failed };
  return (
    <>
      <div data-when="without">
        <Notice kind="note">
          <p>{without}</p>
          {instead === undefined ? null : <p>{instead}</p>}
        </Notice>
      </div>
      {Object.entries(said).map(([when, words]) => (
        <p class="missing" role="alert" data-when={when} hidden>
          {words}
        </p>
      ))}
    </>
  );
}

import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";

interface StopRecoveryProps {
  readonly t: Texts;
  /** The key of this sending; null once the recovery is stopped. */
  readonly sendingKey: string | null;
}

/** Whoever did not ask for a recovery stops it here, with one button. */
export function StopRecovery({ t, sendingKey }: StopRecoveryProps): VNode {
  const say = t.access.stop;
  if (sendingKey === null) {
    return (
      <div class="sheet stack loose reading">
        <h1>{say.doneTitle}</h1>
        <p>{say.done}</p>
      </div>
    );
  }
  return (
    <div class="sheet stack loose reading">
      <div class="stack">
        <h1>{say.title}</h1>
        <p>{say.why}</p>
      </div>
      <form method="post" action="/ferma">
        <input type="hidden" name="key" value={sendingKey} />
        <button class="button" type="submit" data-act="stop-recovery">
          {say.go}
        </button>
      </form>
    </div>
  );
}

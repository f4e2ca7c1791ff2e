import type { VNode } from "preact";
import type { OptionalLetter } from "#domain/notices/choices.ts";
import type { Texts } from "#frontend/texts/texts.ts";

interface StopLettersProps {
  readonly t: Texts;
  readonly notice: OptionalLetter;
  /** The key of this sending; null once they are stopped. */
  readonly sendingKey: string | null;
  readonly action: string;
}

/** Whoever got a letter that they can do without stops its kind here, with one button. */
export function StopLetters({ t, notice, sendingKey, action }: StopLettersProps): VNode {
  const say = t.member.notices;
  const { name } = say.letters[notice];
  return (
    <div class="sheet stack loose reading">
      <div class="stack">
        <h1>{sendingKey === null ? say.stopDone : say.stopTitle}</h1>
        <p>{sendingKey === null ? say.stopDoneWhy(name) : say.stopWhy(name)}</p>
      </div>
      {sendingKey === null ? null : (
        <form method="post" action={action}>
          <input type="hidden" name="key" value={sendingKey} />
          <button class="button strong" type="submit" data-act="stop-letters">
            {say.stopGo}
          </button>
        </form>
      )}
      <p>
        <a href="/io/avvisi" data-act="own-notices">
          {say.toAll}
        </a>
      </p>
    </div>
  );
}

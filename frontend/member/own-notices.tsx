import type { VNode } from "preact";
import type { ChoiceStanding, FixedLetter } from "#domain/notices/choices.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { ChoiceGroup, type FieldError } from "#frontend/ui/field.tsx";
import { Area } from "./area.tsx";
import { Part } from "./own-part.tsx";

export interface NoticesFacts {
  readonly notices: readonly ChoiceStanding[];
  readonly fixed: readonly {
    readonly key: FixedLetter;
    readonly why: "contract" | "money" | "security" | "work" | "vote";
  }[];
  /** The wording that is agreed to here. */
  readonly version: number;
  readonly key: string;
  /** Chosen just now. */
  readonly isDone: boolean;
  readonly errors: readonly FieldError[];
}

interface NoticesProps {
  readonly t: Texts;
  readonly facts: NoticesFacts;
}

/** The letters that somebody wants, and those that go out whatever they choose, with the reason. */
export function OwnNoticesPage({ t, facts }: NoticesProps): VNode {
  const say = t.member.notices;
  return (
    <Area
      t={t}
      here="notices"
      title={say.title}
      lead={say.lead}
      errors={facts.errors}
      news={facts.isDone ? say.done : null}
      isReading
    >
      <form class="stack" method="post" action="/io/avvisi">
        <input type="hidden" name="key" value={facts.key} />
        <input type="hidden" name="version" value={String(facts.version)} />
        <ChoiceGroup
          t={t}
          id="notice"
          name="notice"
          kind="checkbox"
          label={say.choose}
          hint={say.agree}
          options={facts.notices.map(({ key }) => ({
            value: key,
            label: say.letters[key].name,
            note: say.letters[key].what,
          }))}
          chosen={facts.notices.filter(({ isWanted }) => isWanted).map(({ key }) => key)}
        />
        <p>
          <button class="button strong" type="submit" data-act="save-notices">
            {say.save}
          </button>
        </p>
      </form>
      <Part id="sempre" title={say.fixed}>
        <p>{say.fixedLead}</p>
        <ul class="ruled">
          {[...new Set(facts.fixed.map(({ why }) => why))].map((why) => (
            <li>
              <p>
                <strong>{lettersFor(t, facts, why)}</strong>
              </p>
              <p class="small">{say.whys[why]}</p>
            </li>
          ))}
        </ul>
      </Part>
    </Area>
  );
}

/** The letters that one reason is for, as one list of words. */
function lettersFor(t: Texts, { fixed }: NoticesFacts, reason: string): string {
  const names = fixed
    .filter(({ why }) => why === reason)
    .map(({ key }) => t.member.notices.fixedLetters[key]);
  const [first = "", ...others] = names;
  return t.format.list([
    first,
    ...others.map((name) => name.charAt(0).toLowerCase() + name.slice(1)),
  ]);
}

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
    readonly why: "contract" | "money" | "security" | "work";
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
          {facts.fixed.map(({ key, why }) => (
            <li>
              <h3>{say.fixedLetters[key]}</h3>
              <p class="small">{say.whys[why]}</p>
            </li>
          ))}
        </ul>
      </Part>
    </Area>
  );
}

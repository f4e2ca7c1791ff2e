import type { VNode } from "preact";
import { GROUNDS } from "#domain/membership/book-deeds.ts";
import { MEMBER_CLASSES } from "#domain/membership/member.ts";
import type { OpenDeed } from "#domain/membership/open-deeds.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { SelectField, TextArea } from "#frontend/ui/field.tsx";
import type { MemberPageFacts } from "./book-facts.ts";

interface DeedProps {
  readonly t: Texts;
  readonly facts: MemberPageFacts;
  readonly kind: OpenDeed;
}

/** The grounds that a deed names, where it has any. */
const GROUNDED: Readonly<
  Partial<Record<OpenDeed, readonly (keyof Texts["members"]["grounds"])[]>>
> = { suspended: GROUNDS.suspended, excluded: GROUNDS.excluded };

/** What the board can write in the book: why, and what follows from it. */
export function DeedForm({ t, facts, kind }: DeedProps): VNode {
  const say = t.members.one;
  const wordsId = `words-${kind}`;
  const error = facts.errors.find(({ field }) => field === wordsId)?.message;
  const isBack = facts.errors.some(({ field }) => field.endsWith(`-${kind}`));
  return (
    <details class="fold" open={isBack}>
      <summary data-act={`deed-${kind}-open`}>{say.deedNames[kind]}</summary>
      <form class="stack" method="post" action={`/soci/libro/${facts.id}/annotazioni`} novalidate>
        <p>{say.deedWhy[kind]}</p>
        <input type="hidden" name="key" value={`${facts.key}-${kind}`} />
        <input type="hidden" name="kind" value={kind} />
        <Choice t={t} facts={facts} kind={kind} />
        <TextArea
          t={t}
          id={wordsId}
          name="words"
          label={say.words}
          hint={say.wordsHint}
          value={facts.typed[wordsId] ?? ""}
          rows={3}
          maxLength={2000}
          error={error}
        />
        <p>
          <button class="button strong" type="submit" data-act={`deed-${kind}`}>
            {say.go}
          </button>
        </p>
      </form>
    </details>
  );
}

/** What is chosen besides the words: a ground, or another class. */
function Choice({ t, facts, kind }: DeedProps) {
  const say = t.members.one;
  // For shares only who owes some is suspended or excluded.
  const owes = facts.overdueCents > 0;
  const grounds = GROUNDED[kind]?.filter((one) => owes || one !== "unpaid-share");
  if (grounds !== undefined) {
    const id = `ground-${kind}`;
    return (
      <SelectField
        t={t}
        id={id}
        name="ground"
        label={say.ground}
        value={facts.typed[id] ?? grounds[0] ?? ""}
        options={grounds.map((value) => ({ value, label: t.members.grounds[value] }))}
      />
    );
  }
  if (kind !== "class-changed") return null;
  const id = `class-${kind}`;
  const others = MEMBER_CLASSES.filter((one) => one !== facts.class);
  return (
    <SelectField
      t={t}
      id={id}
      name="class"
      label={say.newClass}
      value={facts.typed[id] ?? others[0] ?? ""}
      options={others.map((value) => ({ value, label: t.members.classes[value] }))}
    />
  );
}

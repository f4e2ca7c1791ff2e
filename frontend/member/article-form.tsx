import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { type FieldError, TextArea, TextField } from "#frontend/ui/field.tsx";
import { Opening } from "#frontend/ui/opening.tsx";
import { ChangedText } from "./proposal-change.tsx";
import { ActFor, TitleAndBody, type TitleAndBodyWords } from "./proposal-boxes.tsx";
import type { MemberName } from "./proposal-facts.ts";

export interface ArticleFormFacts {
  readonly actsFor: readonly MemberName[];
  /** Of the article that is written; null before one was chosen. */
  readonly number: string | null;
  /** What it says today; null where there is none. */
  readonly before: string | null;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  /** What changes is shown above the form. */
  readonly isPreview: boolean;
  readonly key: string;
}

interface ArticleFormProps {
  readonly t: Texts;
  readonly facts: ArticleFormFacts;
}

const HERE = "/proposte/nuova/articolo";

/** An article as it should be: first which one, then its text beside what it says today. */
export function ArticleForm({ t, facts }: ArticleFormProps): VNode {
  const say = t.policies.write;
  return (
    <div class="sheet stack loose reading">
      <Opening t={t} title={say.article} lead={say.articleLead} errors={facts.errors} />
      {facts.number === null ? <Which t={t} facts={facts} /> : <Text t={t} facts={facts} />}
    </div>
  );
}

function Which({ t, facts: { typed, errors } }: ArticleFormProps) {
  const say = t.policies.write;
  return (
    <form class="stack" method="get" action={HERE}>
      <TextField
        t={t}
        id="number"
        name="articolo"
        label={say.number}
        hint={say.numberHint}
        value={typed["number"] ?? ""}
        maxLength={20}
        error={errors.find(({ field }) => field === "number")?.message}
      />
      <p>
        <button class="button" type="submit" data-act="show-article">
          {say.show}
        </button>
      </p>
    </form>
  );
}

function Text({ t, facts }: ArticleFormProps) {
  const say = t.policies.write;
  const { number, before, typed, errors, isPreview, key } = facts;
  const error = errors.find(({ field }) => field === "text")?.message;
  const text = typed["text"] ?? before ?? "";
  const name = t.rules.statute.article(number ?? "");
  return (
    <>
      {isPreview ? <Preview t={t} name={name} before={before} after={text} /> : null}
      <form class="stack" method="post" action={HERE} novalidate>
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="number" value={number ?? ""} />
        <h2>{name}</h2>
        <ActFor t={t} facts={facts} id="member" />
        <TextArea
          t={t}
          id="text"
          name="text"
          label={say.text}
          hint={say.textHint}
          value={text}
          rows={14}
          maxLength={8000}
          error={error}
        />
        <TitleAndBody t={t} typed={typed} errors={errors} say={whyWords(t)} rows={6} />
        <DraftButtons t={t} />
      </form>
    </>
  );
}

function Preview({
  t,
  name,
  before,
  after,
}: {
  readonly t: Texts;
  readonly name: string;
  readonly before: string | null;
  readonly after: string;
}) {
  const say = t.policies.write;
  const written = after.replaceAll("\r\n", "\n").trim();
  return (
    <section class="stack" aria-labelledby="diff">
      <h2 id="diff" class="part">
        {say.diff}
      </h2>
      {written === before ? (
        <p>{say.same}</p>
      ) : (
        <ChangedText t={t} change={{ name, href: null, before, after: written, isText: true }} />
      )}
    </section>
  );
}

/** How the title and the reasons of a change are asked for. */
export function whyWords(t: Texts): TitleAndBodyWords {
  const { title, body, bodyHint } = t.policies.write;
  return { title, body, bodyHint };
}

/** To look before one saves: the one without effect stands first, for the key Enter. */
export function DraftButtons({ t }: { readonly t: Texts }): VNode {
  const say = t.policies.write;
  return (
    <p class="row">
      <button class="button" type="submit" name="act" value="preview" data-act="preview">
        {say.preview}
      </button>
      <button class="button strong" type="submit" name="act" value="save" data-act="save-draft">
        {say.go}
      </button>
    </p>
  );
}

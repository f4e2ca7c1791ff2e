import type { VNode } from "preact";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { ErrorSummary, type FieldError } from "#frontend/ui/field.tsx";
import { Notice } from "#frontend/ui/notice.tsx";

/** A request that takes two signatures. */
export interface SecondFacts {
  readonly id: string;
  readonly title: string;
  /** What it does, in plain words; none where only its own words say it. */
  readonly sentences: readonly string[];
  /** The request itself, which the signature is about. */
  readonly words: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly expiresAt: Instant;
  readonly signedBy: string | null;
  /** Another officer may sign it here. */
  readonly maySign: boolean;
  /** Who asked completes it: the form as it was, where it came from a page. */
  readonly completion: {
    readonly action: string;
    readonly fields: readonly (readonly [name: string, value: string])[];
  } | null;
  readonly key: string;
}

export interface SecondsFacts {
  readonly seconds: readonly SecondFacts[];
  readonly news: string | null;
  readonly errors: readonly FieldError[];
}

interface SecondsProps {
  readonly t: Texts;
  readonly facts: SecondsFacts;
}

/** What waits for another signature, or for who asked to complete it. */
export function Seconds({ t, facts }: SecondsProps): VNode {
  const say = t.office.seconds;
  return (
    <div class="sheet stack loose reading">
      <div class="stack">
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
      </div>
      <ErrorSummary t={t} errors={facts.errors} />
      {facts.news === null ? null : (
        <Notice kind="status">
          <p>{facts.news}</p>
        </Notice>
      )}
      {facts.seconds.length === 0 ? <p>{say.none}</p> : null}
      {facts.seconds.map((second) => (
        <Second t={t} second={second} />
      ))}
    </div>
  );
}

function Second({ t, second }: { readonly t: Texts; readonly second: SecondFacts }) {
  const say = t.office.seconds;
  const { dayAndHour } = t.format;
  const { id, sentences, signedBy, completion } = second;
  return (
    <section class="paper stack" id={`second-${id}`} aria-labelledby={`title-${id}`}>
      <div class="row apart">
        <h2 class="lesser" id={`title-${id}`}>
          {second.title}
        </h2>
        <span class="tag">{signedBy === null ? say.waits : say.isSigned(signedBy)}</span>
      </div>
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <p class="small">
        {say.by(second.askedBy, dayAndHour(second.askedAt))}.{" "}
        {say.until(dayAndHour(second.expiresAt))}
      </p>
      <details class="fold" open={sentences.length === 0}>
        <summary data-act="words">{say.words}</summary>
        <pre class="words">{second.words}</pre>
      </details>
      {second.maySign ? (
        <form method="post" action={`/rete/firme/${id}`}>
          <input type="hidden" name="key" value={second.key} />
          <button class="button strong" type="submit" data-act="sign-second">
            {say.sign}
          </button>
        </form>
      ) : null}
      {completion === null ? null : (
        <form method="post" action={completion.action}>
          {completion.fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button class="button strong" type="submit" data-act="complete">
            {say.complete}
          </button>
        </form>
      )}
    </section>
  );
}

interface NeedSecondProps {
  readonly t: Texts;
  readonly facts: {
    readonly sentences: readonly string[];
    readonly path: string;
    readonly body: string;
    readonly key: string;
    readonly back: string;
  };
}

/** Says that one person is not enough, and asks for the other. */
export function NeedSecond({ t, facts }: NeedSecondProps): VNode {
  const say = t.office.seconds;
  return (
    <div class="sheet stack loose reading">
      <div class="stack">
        <h1>{say.needTitle}</h1>
        <p>{say.need}</p>
      </div>
      <ul class="paper ruled">
        {facts.sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <form class="row" method="post" action="/rete/firme">
        <input type="hidden" name="key" value={facts.key} />
        <input type="hidden" name="path" value={facts.path} />
        <input type="hidden" name="body" value={facts.body} />
        <button class="button strong tall" type="submit" data-act="ask-second">
          {say.ask}
        </button>
        <a class="button" href={facts.back} data-act="back">
          {t.access.act.back}
        </a>
      </form>
    </div>
  );
}

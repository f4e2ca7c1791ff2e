import type { VNode } from "preact";
import type { Need } from "#domain/access/needs.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { type Option, SelectField } from "#frontend/ui/field.tsx";

/** A role, alone or with a permit, that opens what was asked. */
export interface KeyFacts {
  /** In words, with what it is over. */
  readonly role: string;
  readonly grantedAt: Instant;
  readonly through: {
    readonly owner: string;
    readonly holder: string;
    readonly kind: string;
    readonly givenAt: Instant;
  } | null;
  readonly revokedAt: Instant | null;
}

export interface WhyFacts {
  readonly acts: readonly Option[];
  readonly act: string;
  readonly subjects: readonly Option[];
  readonly subject: string;
  readonly isOpen: boolean;
  readonly isOpenAnyway: boolean;
  readonly asks: Need;
  readonly keys: readonly KeyFacts[];
  readonly lost: readonly KeyFacts[];
  /** In words. */
  readonly opensTo: {
    readonly all: readonly string[];
    readonly own: readonly string[];
    readonly through: readonly string[];
  };
}

interface WhyProps {
  readonly t: Texts;
  readonly facts: WhyFacts;
}

/** Why one may do something, or may not: by which role or permit, since when. */
export function Why({ t, facts }: WhyProps): VNode {
  const say = t.permits.why;
  return (
    <div class="sheet stack loose reading">
      <div class="head">
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
      </div>
      <form class="stack" method="get" action="/io/perche">
        <SelectField
          t={t}
          id="atto"
          name="atto"
          label={say.act}
          value={facts.act}
          options={facts.acts}
        />
        <SelectField
          t={t}
          id="di"
          name="di"
          label={say.of}
          value={facts.subject}
          options={[{ value: "", label: say.ofNone }, ...facts.subjects]}
        />
        <p>
          <button class="button" type="submit" data-act="show-why">
            {say.go}
          </button>
        </p>
      </form>
      <Answer t={t} facts={facts} />
      <p>
        <a class="button" href="/io/accesso" data-act="back">
          {t.permits.toOwn}
        </a>
      </p>
    </div>
  );
}

function Answer({ t, facts }: WhyProps) {
  const say = t.permits.why;
  return (
    <section class="paper stack" aria-labelledby="answer">
      <h2 id="answer">{facts.isOpen ? say.yes : say.no}</h2>
      {facts.isOpenAnyway ? <p>{say.anyway}</p> : null}
      <Keys t={t} keys={facts.keys} />
      {facts.isOpen && facts.asks !== "none" ? <p>{say.asks[facts.asks]}</p> : null}
      {facts.lost.length === 0 ? null : (
        <>
          <h3>{say.lost}</h3>
          <Keys t={t} keys={facts.lost} />
        </>
      )}
      <OpensTo t={t} facts={facts} />
    </section>
  );
}

function Keys({ t, keys }: { readonly t: Texts; readonly keys: readonly KeyFacts[] }) {
  const say = t.permits.why;
  return (
    <>
      {keys.map((key) => (
        <p>
          {key.through === null
            ? say.byRole(key.role, t.format.day(key.grantedAt))
            : say.through({ ...key.through, day: t.format.day(key.through.givenAt) })}
          {key.revokedAt === null ? null : ` ${say.until(t.format.day(key.revokedAt))}`}
        </p>
      ))}
    </>
  );
}

function OpensTo({ t, facts }: WhyProps) {
  const say = t.permits.why;
  const { all, own, through } = facts.opensTo;
  const { list } = t.format;
  if (all.length + own.length + through.length === 0) return null;
  return (
    <>
      <h3>{say.open}</h3>
      <ul>
        {all.length === 0 ? null : <li>{say.all(list(all))}</li>}
        {own.length === 0 ? null : <li>{say.own(list(own))}</li>}
        {through.length === 0 ? null : <li>{say.byPermit(list(through))}</li>}
      </ul>
    </>
  );
}

import type { VNode } from "preact";
import type { PurposeStanding } from "#domain/access/consents.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import { Area } from "./area.tsx";
import { Part } from "./own-part.tsx";
import { retainedRows } from "./privacy.tsx";

export interface OwnDataFacts {
  readonly purposes: readonly (PurposeStanding & { readonly formKey: string })[];
  /** Whether a choice was noted just now. */
  readonly isDone: boolean;
  readonly eraseKey: string;
  readonly errors: readonly FieldError[];
}

interface OwnDataProps {
  readonly t: Texts;
  readonly facts: OwnDataFacts;
}

/** One's own data: what they are for, a copy, and their end. */
export function OwnData({ t, facts }: OwnDataProps): VNode {
  const say = t.privacy.own;
  return (
    <Area
      t={t}
      here="data"
      title={say.title}
      errors={facts.errors}
      news={facts.isDone ? say.done : null}
      isReading
    >
      <p>
        {say.lead}{" "}
        <a href="/riservatezza" data-act="privacy">
          {t.privacy.toPage}
        </a>
      </p>
      <Part id="usi" title={say.uses}>
        <ul class="ruled">
          {facts.purposes.map((purpose) => (
            <Use t={t} purpose={purpose} />
          ))}
        </ul>
      </Part>
      <Part id="copia" title={say.copy}>
        <p>{say.copyWhy}</p>
        <p>
          <a class="button" href="/api/v1/me/export" download data-act="export">
            {say.download}
          </a>
        </p>
      </Part>
      <Erasing t={t} facts={facts} />
    </Area>
  );
}

function Use({
  t,
  purpose,
}: {
  readonly t: Texts;
  readonly purpose: OwnDataFacts["purposes"][number];
}) {
  const say = t.privacy;
  const { key, basis, isOptional, isOn, since, paper, textVersion, formKey } = purpose;
  const stands = isOn ? say.own.on : say.own.off;
  return (
    <li class="stack">
      <div class="row apart">
        <h3>{say.purposes[key].name}</h3>
        <span class="tag">{isOptional ? stands : say.own.always}</span>
      </div>
      <p>{say.purposes[key].what}</p>
      <p class="small">
        {say.bases[basis]} {since === null ? null : say.own.since(t.format.dayAndHour(since))}
        {paper === null ? null : `, ${say.own.onPaper(paper)}`}
      </p>
      {isOptional ? (
        <form method="post" action="/io/dati/consensi">
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="purpose" value={key} />
          <input type="hidden" name="version" value={String(textVersion)} />
          <input type="hidden" name="given" value={isOn ? "no" : "yes"} />
          <button class="button" type="submit" data-act="consent">
            {isOn ? say.own.withdraw : say.own.agree}
            <span class="hidden"> {say.purposes[key].name}</span>
          </button>
        </form>
      ) : null}
    </li>
  );
}

function Erasing({ t, facts }: OwnDataProps) {
  const say = t.privacy.own;
  return (
    <Part id="cancellazione" title={say.erase}>
      <p>{say.eraseWhy}</p>
      <p>{say.stays}</p>
      <ul class="ruled">
        {retainedRows(t).map(([what, long]) => (
          <li>
            {what} ({long})
          </li>
        ))}
      </ul>
      <form method="post" action="/io/dati/cancellazione">
        <input type="hidden" name="key" value={facts.eraseKey} />
        <button class="button" type="submit" data-act="erase">
          {say.eraseGo}
        </button>
      </form>
    </Part>
  );
}

/** What is said to somebody whose data are gone. */
export function Gone({ t }: Pick<OwnDataProps, "t">): VNode {
  const say = t.privacy.own;
  return (
    <div class="sheet stack reading">
      <h1>{say.goneTitle}</h1>
      <p>{say.gone}</p>
      <p>{say.stays}</p>
      <ul class="ruled">
        {retainedRows(t).map(([what, long]) => (
          <li>
            {what} ({long})
          </li>
        ))}
      </ul>
    </div>
  );
}

import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { ChoiceGroup, SelectField } from "#frontend/ui/field.tsx";
import { Opening } from "#frontend/ui/opening.tsx";
import { Part } from "./own-part.tsx";
import type { PermitFacts, PermitsOfFacts } from "./permits-facts.ts";

interface ListProps {
  readonly t: Texts;
  readonly enterprises: readonly { readonly id: string; readonly name: string }[];
}

/** The enterprises whose permits one may read. */
export function Permits({ t, enterprises }: ListProps): VNode {
  const say = t.permits;
  return (
    <div class="sheet stack loose reading">
      <div class="head">
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
      </div>
      {enterprises.length === 0 ? <p>{say.none}</p> : null}
      <ul class="ruled" aria-label={say.mine}>
        {enterprises.map(({ id, name }) => (
          <li>
            <a href={`/io/permessi/${id}`} data-act="permits-of">
              {name}
            </a>
          </li>
        ))}
      </ul>
      <p class="row">
        <a class="button" href="/io/perche" data-act="why">
          {say.why.link}
        </a>
        <a class="button" href="/io/accesso" data-act="back">
          {say.toOwn}
        </a>
      </p>
    </div>
  );
}

interface PermitsProps {
  readonly t: Texts;
  readonly facts: PermitsOfFacts;
}

/** What one enterprise opened to others and others to it, with the forms of who speaks for it. */
export function PermitsOf({ t, facts }: PermitsProps): VNode {
  const say = t.permits;
  return (
    <div class="sheet stack loose">
      <Opening
        t={t}
        title={say.of(facts.name)}
        lead={say.lead}
        errors={facts.errors}
        news={facts.isDone ? say.done : null}
      />
      <div class="columns wide">
        <div class="stack loose">
          <Part id="dati" title={say.given}>
            <Standing t={t} facts={facts} permits={facts.given} none={say.givenNone} />
          </Part>
          <Part id="ricevuti" title={say.received}>
            <Standing t={t} facts={facts} permits={facts.received} none={say.receivedNone} />
          </Part>
          <Past t={t} facts={facts} />
        </div>
        {facts.mayChange ? <Give t={t} facts={facts} /> : null}
      </div>
      <p class="row">
        <a class="button" href="/io/permessi" data-act="back">
          {say.back}
        </a>
        <a class="button" href={`/io/perche?di=enterprise.${facts.id}`} data-act="why">
          {say.why.link}
        </a>
      </p>
    </div>
  );
}

interface StandingProps extends PermitsProps {
  readonly permits: readonly PermitFacts[];
  readonly none: string;
}

function Standing({ t, facts, permits, none }: StandingProps) {
  const say = t.permits;
  if (permits.length === 0) return <p>{none}</p>;
  return (
    <ul class="ruled">
      {permits.map((permit) => (
        <li class="row apart">
          <span>
            {nameOf(t, permit)}: {say.kinds[permit.kind]}
            <span class="small block">{sinceOf(t, permit)}</span>
          </span>
          {permit.isGiven && facts.mayChange ? (
            <form method="post" action={`/io/permessi/${facts.id}/${permit.id}/revoca`}>
              <input type="hidden" name="key" value={permit.key} />
              <button
                class="button"
                type="submit"
                aria-label={say.revokeOf(say.kinds[permit.kind], permit.name)}
                data-act="revoke-permit"
              >
                {say.revoke}
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Past({ t, facts }: PermitsProps) {
  const say = t.permits;
  if (facts.past.length === 0) return null;
  return (
    <details class="fold">
      <summary data-act="past-permits">{say.past}</summary>
      <ul class="ruled">
        {facts.past.map((permit) => (
          <li>
            {nameOf(t, permit)}: {say.kinds[permit.kind]}
            <span class="small block">
              {permit.revokedAt === null
                ? null
                : say.ended(t.format.day(permit.givenAt), t.format.day(permit.revokedAt))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function nameOf(t: Texts, { name, isGiven }: PermitFacts): string {
  return isGiven ? t.permits.to(name) : t.permits.from(name);
}

function sinceOf(t: Texts, { givenAt, by }: PermitFacts): string {
  const since = t.permits.since(t.format.day(givenAt));
  return by === null ? since : `${since}, ${t.permits.by(by)}`;
}

function Give({ t, facts }: PermitsProps) {
  const say = t.permits;
  const error = (field: string) => facts.errors.find((one) => one.field === field)?.message;
  if (facts.holders.length === 0) return <p>{say.nobodyElse}</p>;
  return (
    <section class="paper stack" aria-labelledby="give">
      <h2 id="give">{say.give}</h2>
      <p>{say.giveWhy}</p>
      <form class="stack" method="post" action={`/io/permessi/${facts.id}`} novalidate>
        <input type="hidden" name="key" value={facts.key} />
        <SelectField
          t={t}
          id="holder"
          name="holder"
          label={say.holder}
          value={facts.chosen.holder}
          options={facts.holders}
          error={error("holder")}
        />
        <ChoiceGroup
          t={t}
          id="kind"
          name="kind"
          kind="checkbox"
          label={say.what}
          options={facts.kinds.map((kind) => ({ value: kind, label: say.kinds[kind] }))}
          chosen={facts.chosen.kinds}
          error={error("kind")}
        />
        <p>
          <button class="button strong" type="submit" data-act="give-permit">
            {say.giveGo}
          </button>
        </p>
      </form>
    </section>
  );
}

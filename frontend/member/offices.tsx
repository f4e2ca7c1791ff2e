import type { VNode } from "preact";
import { type Organ, ORGANS, type TermState } from "#domain/governance/assembly/offices.ts";
import type { CivilDate } from "#domain/kernel/instant.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { type FieldError, type Option, SelectField, TextField } from "#frontend/ui/field.tsx";
import { Opening } from "#frontend/ui/opening.tsx";

/** A term of office as everybody reads it. */
export interface TermFacts {
  readonly id: string;
  readonly organ: Organ;
  readonly name: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly endedOn: CivilDate | null;
  readonly state: TermState;
  /** The number of the assembly that gave it. */
  readonly assembly: number | null;
  readonly key: string;
}

/** What was typed of a seat. */
export interface SeatTyped {
  readonly organ: string;
  readonly member: string;
  readonly assembly: string;
  readonly from: string;
  readonly to: string;
}

export interface OfficesFacts {
  readonly terms: readonly TermFacts[];
  /** How many the board lacks; null where it is whole. */
  readonly lacks: number | null;
  /** Null for who seats nobody. */
  readonly seating: {
    readonly members: readonly Option[];
    readonly assemblies: readonly Option[];
    readonly typed: SeatTyped;
    readonly key: string;
  } | null;
  readonly news: string | null;
  readonly errors: readonly FieldError[];
}

interface OfficesProps {
  readonly t: Texts;
  readonly facts: OfficesFacts;
}

/** Who holds which office, until when, and who held it before. */
export function Offices({ t, facts }: OfficesProps): VNode {
  const say = t.assemblies.offices;
  const { lacks, seating } = facts;
  return (
    <div class="sheet stack loose reading">
      <Opening t={t} title={say.title} lead={say.lead} errors={facts.errors} news={facts.news} />
      {lacks === null ? null : <p class="number">{say.lacks(t.format.count(lacks))}</p>}
      {ORGANS.map((organ) => (
        <section class="stack" aria-labelledby={organ}>
          <h2 id={organ}>{say.organs[organ]}</h2>
          <Terms t={t} facts={facts} organ={organ} />
        </section>
      ))}
      {seating === null ? null : <Seating t={t} seating={seating} errors={facts.errors} />}
      <p>
        <a href="/assemblee" data-act="assemblies">
          {t.assemblies.title}
        </a>
      </p>
    </div>
  );
}

function Terms({ t, facts, organ }: OfficesProps & { readonly organ: Organ }) {
  const say = t.assemblies.offices;
  const terms = facts.terms.filter((term) => term.organ === organ);
  if (terms.length === 0) return <p>{say.none}</p>;
  return (
    <ul class="ruled">
      {terms.map((term) => (
        <li class="stack tight">
          <div class="row apart">
            <strong>{term.name}</strong>
            <span class="tag">{say.states[term.state]}</span>
          </div>
          <p class="small">
            {say.term(t.format.date(term.from), t.format.date(term.to))}
            {term.endedOn === null ? "" : `, ${say.ended(t.format.date(term.endedOn))}`}
            {term.assembly === null ? null : (
              <>
                {", "}
                <a href={`/assemblee/${term.assembly}`} data-act="assembly">
                  {say.by(String(term.assembly))}
                </a>
              </>
            )}
          </p>
          {facts.seating !== null && term.endedOn === null ? <Ending t={t} term={term} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Ending({ t, term }: { readonly t: Texts; readonly term: TermFacts }) {
  const say = t.assemblies.offices;
  const endings = ["resigned", "removed", "left"] as const;
  return (
    <details class="fold">
      <summary data-act="end-term-ask" aria-label={say.endOf(term.name)}>
        {say.end}
      </summary>
      <form class="stack" method="post" action={`/cariche/${term.id}/fine`}>
        <input type="hidden" name="key" value={term.key} />
        <SelectField
          t={t}
          id={`how-${term.id}`}
          name="how"
          label={say.endHow}
          options={endings.map((value) => ({ value, label: say.endings[value] }))}
        />
        <TextField t={t} id={`on-${term.id}`} name="on" label={say.endOn} hint={say.dayHint} />
        <p>
          <button class="button" type="submit" data-act="end-term">
            {say.endGo}
          </button>
        </p>
      </form>
    </details>
  );
}

interface SeatingProps {
  readonly t: Texts;
  readonly seating: NonNullable<OfficesFacts["seating"]>;
  readonly errors: readonly FieldError[];
}

function Seating({ t, seating, errors }: SeatingProps) {
  const say = t.assemblies.offices;
  const { typed } = seating;
  const field = (name: keyof SeatTyped, label: string) => {
    const error = errors.find((one) => one.field === name)?.message;
    return { t, id: name, name, label, value: typed[name], error };
  };
  const organs = ORGANS.map((value) => ({ value, label: say.organs[value] }));
  return (
    <section class="stack" aria-labelledby="seat">
      <h2 id="seat">{say.seat}</h2>
      <form class="stack" method="post" action="/cariche">
        <input type="hidden" name="key" value={seating.key} />
        <SelectField {...field("organ", say.organ)} options={organs} />
        <SelectField {...field("member", t.assemblies.tools.member)} options={seating.members} />
        <SelectField {...field("assembly", say.assembly)} options={seating.assemblies} />
        <TextField {...field("from", say.from)} hint={say.dayHint} />
        <TextField {...field("to", say.to)} hint={say.dayHint} />
        <p>
          <button class="button" type="submit" data-act="seat">
            {say.seatGo}
          </button>
        </p>
      </form>
    </section>
  );
}

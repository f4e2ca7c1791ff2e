import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Area } from "./area.tsx";
import { Part } from "./own-part.tsx";
import type { StandingFacts } from "./standing-facts.ts";
import { StandingForm } from "./standing-form.tsx";
import { StandingRuns } from "./standing-runs.tsx";

interface StandingProps {
  readonly t: Texts;
  readonly facts: StandingFacts;
}

/** A household's list that becomes an order by itself, and what came of it. */
export function Standing({ t, facts }: StandingProps): VNode {
  const say = t.standing;
  const { household, news, errors } = facts;
  const area = { t, here: "orders", title: say.title, lead: say.lead, news, errors } as const;
  if (household === null) {
    return (
      <Area {...area}>
        <div class="empty">
          <p class="lesser">{say.noHousehold}</p>
          <p>{say.noHouseholdWhy}</p>
        </div>
      </Area>
    );
  }
  return (
    <Area {...area} kicker={say.of(household.name)}>
      <Others t={t} facts={facts} />
      <div class="columns">
        <div class="stack loose">
          <p class="lesser">{stateOf(t, facts)}</p>
          <StandingForm t={t} facts={facts} household={household.id} />
        </div>
        <div class="stack loose">
          <Turns t={t} facts={facts} household={household.id} />
          <Part id="andata" title={say.runs}>
            <StandingRuns t={t} runs={facts.runs} />
          </Part>
        </div>
      </div>
    </Area>
  );
}

function stateOf(t: Texts, { state, isRepeated, waitMinutes }: StandingFacts): string {
  const say = t.standing.state;
  if (isRepeated) return say.repeated;
  if (state === null) return say.none;
  if (state.pausedAt !== null) return say.paused(t.format.day(state.pausedAt));
  if (state.skipsNext) return say.skips;
  return say.active(waitMinutes === 0 ? say.at : say.minutes(waitMinutes));
}

function Others({ t, facts: { others } }: StandingProps) {
  if (others.length === 0) return null;
  return (
    <ul class="row">
      {others.map(({ id, name }) => (
        <li>
          <a href={`/io/ricorrenti?famiglia=${id}`} data-act="other-household">
            {t.standing.of(name)}
          </a>
        </li>
      ))}
    </ul>
  );
}

interface TurnsProps extends StandingProps {
  readonly household: string;
}

function Turns({ t, facts: { state, keys }, household }: TurnsProps) {
  const say = t.standing;
  if (state === null) return null;
  const pause = state.pausedAt === null ? "pausa" : "ripresa";
  const skip = state.skipsNext ? "senza-salto" : "salto";
  return (
    <div class="stack">
      <Turn turn={pause} household={household} keyOf={keys.pause}>
        {state.pausedAt === null ? say.pause : say.resume}
      </Turn>
      {state.pausedAt === null ? (
        <Turn turn={skip} household={household} keyOf={keys.skip}>
          {state.skipsNext ? say.takeSkipBack : say.skip}
        </Turn>
      ) : null}
      <details class="fold">
        <summary data-act="standing-end">{say.end}</summary>
        <div class="stack">
          <p>{say.endWhy}</p>
          <Turn turn="fine" household={household} keyOf={keys.end}>
            {say.end}
          </Turn>
        </div>
      </details>
    </div>
  );
}

function Turn({
  turn,
  household,
  keyOf,
  children,
}: {
  readonly turn: string;
  readonly household: string;
  readonly keyOf: string;
  readonly children: string;
}) {
  return (
    <form method="post" action={`/io/ricorrenti/${household}/${turn}`}>
      <input type="hidden" name="key" value={keyOf} />
      <button class="button wide" type="submit" data-act={`standing-${turn}`}>
        {children}
      </button>
    </form>
  );
}

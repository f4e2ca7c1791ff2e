import type { VNode } from "preact";
import { invariant } from "#domain/kernel/invariant.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { groundOf } from "#frontend/ui/drawings/cities.ts";
import { SelectField } from "#frontend/ui/field.tsx";
import { SchematicMap } from "#frontend/ui/map.tsx";
import { FIELDS } from "./list-address.ts";
import type { ProducerFacts, ProvenanceFacts } from "./producer-facts.ts";

interface ProvenanceProps extends ProvenanceFacts {
  readonly t: Texts;
  readonly name: string;
  readonly town: string;
  readonly facts: Pick<ProducerFacts, "slug" | "week">;
}

/** How far it comes: the drawn land with the way to one point, and the list to every point. */
export function Provenance(props: ProvenanceProps): VNode {
  const { t, name, town, place, points, chosen } = props;
  const say = t.producers.page;
  const to = points.find(({ id }) => id === chosen);
  invariant(to !== undefined, "the chosen point is one of the points");
  const marks = [
    { ...place, mark: say.from },
    { ...to, mark: say.to },
  ] as const;
  const far = t.format.distance(to.metres);
  return (
    <section data-side="round" aria-labelledby="provenance">
      <div class="head">
        <h2 id="provenance">{say.far(far, to.name)}</h2>
        <p>{say.straight}</p>
      </div>
      <div class="columns wide">
        <SchematicMap
          t={t}
          ground={groundOf(marks)}
          points={marks}
          way={marks}
          label={say.mapLabel(name, town, far, to.name)}
        />
        <div class="stack">
          {points.length < 2 ? null : <Choice {...props} />}
          <Ways {...props} />
        </div>
      </div>
    </section>
  );
}

/** From the producer to every point: the map's real content. */
function Ways({ t, name, town, points, chosen }: ProvenanceProps) {
  const say = t.producers.page;
  return (
    <ul class="stops">
      <li>
        <span class="figure">{say.from}</span>
        <strong>{t.shop.from(name, town)}</strong>
      </li>
      {points.map((point) => (
        <li>
          <span class="figure">{point.id === chosen ? say.to : ""}</span>
          {point.id === chosen ? <strong>{point.name}</strong> : <span>{point.name}</span>}
          <span class="number">{t.format.distance(point.metres)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Where the reader fetches the crate: the map is drawn to there. */
function Choice({ t, points, chosen, facts }: ProvenanceProps) {
  const say = t.producers.page;
  return (
    <form class="search" method="get" action={`/produttori/${facts.slug}#provenance`}>
      {facts.week === null ? null : <input type="hidden" name={FIELDS.week} value={facts.week} />}
      <SelectField
        t={t}
        id="point"
        name={FIELDS.point}
        label={say.choose}
        value={chosen}
        options={points.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <button class="button" type="submit" data-act="point-go">
        {say.show}
      </button>
    </form>
  );
}

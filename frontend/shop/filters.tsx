import type { VNode } from "preact";
import type { Scheme } from "#domain/catalogue/certificates.ts";
import { Suggestions } from "#frontend/islands/search-suggestions.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import { ChoiceGroup } from "#frontend/ui/field.tsx";
import type { ListWish } from "./list-address.ts";
import { chosenFilters, FIELDS, inWeek, isNarrowed, SORT_WORDS, YES } from "./list-address.ts";

/** One value of a filter and how many offers have it. */
export interface FacetFacts<Value extends string = string> {
  readonly value: Value;
  readonly name: string;
  readonly offers: number;
}

/** Every filter there is; a value without offers is not among them. */
export interface FacetsFacts {
  readonly categories: readonly FacetFacts[];
  readonly producers: readonly FacetFacts[];
  readonly practices: readonly FacetFacts<Scheme>[];
  /** How many are in season; null where none is, or the shelf is too long to count them. */
  readonly inSeason: number | null;
  /** How many can still be ordered; null where the shelf is too long to count them. */
  readonly available: number | null;
}

interface FiltersProps {
  readonly t: Texts;
  readonly wish: ListWish;
  readonly facets: FacetsFacts;
  readonly cycleId: string;
}

/** Search and filters as one form that is read by its address; folded on a phone. */
export function Filters({ t, wish, facets, cycleId }: FiltersProps): VNode {
  const say = t.catalogue.list;
  const chosen = chosenFilters(wish);
  return (
    <search aria-label={say.searchAndFilter}>
      <form class="filters stack" method="get" action="/prodotti">
        {wish.week === null ? null : <input type="hidden" name={FIELDS.week} value={wish.week} />}
        <Search t={t} wish={wish} cycleId={cycleId} />
        <details>
          <summary>{chosen === 0 ? say.filter : say.filterChosen(chosen)}</summary>
          <div class="stack">
            <InSeason t={t} wish={wish} facets={facets} />
            <Facet t={t} name="category" values={facets.categories} chosen={wish.categories} />
            <Facet
              t={t}
              name="practice"
              values={facets.practices.map((one) => ({ ...one, name: schemeName(t, one.value) }))}
              chosen={wish.practices}
            />
            <Facet t={t} name="producer" values={facets.producers} chosen={wish.producers} />
            <Available t={t} wish={wish} facets={facets} />
            {wish.sort === "shelf" ? null : (
              <input type="hidden" name={FIELDS.sort} value={SORT_WORDS[wish.sort]} />
            )}
            <button class="button strong wide" type="submit" data-act="filter">
              {say.apply}
            </button>
          </div>
        </details>
        {isNarrowed(wish) ? (
          <a href={inWeek("/prodotti", wish.week)} data-act="clear-filters">
            {say.clear}
          </a>
        ) : null}
      </form>
    </search>
  );
}

function schemeName(t: Texts, scheme: Scheme): string {
  return t.catalogue.schemes[scheme];
}

/** Longer searches are nobody's. */
const LONGEST = 80;

function Search({ t, wish, cycleId }: Omit<FiltersProps, "facets">) {
  const say = t.catalogue.list;
  return (
    <div class="search">
      <Suggestions
        id="suggestions"
        when="idle"
        props={{
          lang: t.lang,
          field: "search",
          name: FIELDS.query,
          label: say.search,
          value: wish.query,
          placeholder: say.searchHint,
          maxLength: LONGEST,
          cycle: cycleId,
          href: "/prodotti",
          query: inWeek("", wish.week),
          count: say.suggestions,
          list: say.suggested,
        }}
      />
      <button class="button" type="submit" data-act="search">
        {say.searchButton}
      </button>
    </div>
  );
}

interface FacetProps {
  readonly t: Texts;
  readonly name: "category" | "producer" | "practice";
  readonly values: readonly FacetFacts[];
  readonly chosen: readonly string[];
}

/** Values of one filter with their counts; nothing where there is nothing to choose. */
export function Facet({ t, name, values, chosen }: FacetProps): VNode | null {
  if (values.length === 0) return null;
  return (
    <ChoiceGroup
      t={t}
      id={`filter-${name}`}
      name={FIELDS[name]}
      label={t.catalogue.list[name]}
      kind="checkbox"
      chosen={chosen}
      options={values.map(({ value, name: label, offers }) => ({
        value,
        label,
        aside: t.format.count(offers),
      }))}
    />
  );
}

/** What is in season; nothing where nothing is, unless it was chosen before. */
function InSeason({ t, wish, facets }: Omit<FiltersProps, "cycleId">) {
  const say = t.catalogue.list;
  const { inSeason } = facets;
  if (inSeason === null && !wish.inSeason) return null;
  const aside = inSeason === null ? {} : { aside: t.format.count(inSeason) };
  return (
    <ChoiceGroup
      t={t}
      id="filter-season"
      name={FIELDS.season}
      label={say.season}
      kind="checkbox"
      chosen={wish.inSeason ? [YES] : []}
      options={[{ value: YES, label: say.onlyInSeason, ...aside }]}
    />
  );
}

function Available({ t, wish, facets }: Omit<FiltersProps, "cycleId">) {
  const say = t.catalogue.list;
  const { available } = facets;
  const aside = available === null ? {} : { aside: t.format.count(available) };
  return (
    <ChoiceGroup
      t={t}
      id="filter-available"
      name={FIELDS.available}
      label={say.available}
      kind="checkbox"
      chosen={wish.available ? [YES] : []}
      options={[{ value: YES, label: say.onlyAvailable, ...aside }]}
    />
  );
}

/** What another form of the page must carry along, so that sorting keeps search and filters. */
export function KeptFields({ wish }: { readonly wish: ListWish }): VNode {
  const kept = [
    ...(wish.week === null ? [] : [[FIELDS.week, wish.week] as const]),
    ...(wish.query === "" ? [] : [[FIELDS.query, wish.query] as const]),
    ...wish.categories.map((value) => [FIELDS.category, value] as const),
    ...wish.producers.map((value) => [FIELDS.producer, value] as const),
    ...wish.practices.map((value) => [FIELDS.practice, value] as const),
    ...(wish.inSeason ? [[FIELDS.season, YES] as const] : []),
    ...(wish.available ? [[FIELDS.available, YES] as const] : []),
  ];
  return (
    <>
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Icon } from "#frontend/ui/icons.tsx";
import type { FacetFacts, FacetsFacts } from "./filters.tsx";
import type { ListWish } from "./list-address.ts";
import { listHref } from "./list-address.ts";

interface ChosenProps {
  readonly t: Texts;
  readonly wish: ListWish;
  readonly facets: FacetsFacts;
}

/** What is chosen now, each with the link that takes it away again. */
export function Chosen({ t, wish, facets }: ChosenProps): VNode | null {
  const say = t.catalogue.list;
  const chosen = choicesOf(t, wish, facets);
  if (chosen.length === 0) return null;
  return (
    <ul class="chips" aria-label={say.chosen}>
      {chosen.map(({ name, rest }) => (
        <li>
          <a class="chip" href={listHref({ ...wish, ...rest, page: 1 })} data-act="drop-filter">
            <span class="hidden">{say.drop} </span>
            {name}
            <Icon name="remove" />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A choice in words, and what of the wish changes without it. */
interface Choice {
  readonly name: string;
  readonly rest: Partial<ListWish>;
}

function choicesOf(t: Texts, wish: ListWish, facets: FacetsFacts): readonly Choice[] {
  const { query, categories, producers, practices, available, inSeason } = wish;
  return [
    ...(query === "" ? [] : [{ name: `«${query}»`, rest: { query: "" } }]),
    ...(inSeason ? [{ name: t.catalogue.list.onlyInSeason, rest: { inSeason: false } }] : []),
    ...categories.map((one) => ({
      name: nameIn(facets.categories, one),
      rest: { categories: without(categories, one) },
    })),
    ...practices.map((one) => ({
      name: t.catalogue.schemes[one],
      rest: { practices: without(practices, one) },
    })),
    ...producers.map((one) => ({
      name: nameIn(facets.producers, one),
      rest: { producers: without(producers, one) },
    })),
    ...(available ? [{ name: t.catalogue.list.onlyAvailable, rest: { available: false } }] : []),
  ];
}

/** A link may ask for what no offer has any more: then the word of the address is all there is. */
function nameIn(values: readonly FacetFacts[], value: string): string {
  return values.find((one) => one.value === value)?.name ?? value;
}

function without<Value>(list: readonly Value[], value: Value): readonly Value[] {
  return list.filter((one) => one !== value);
}

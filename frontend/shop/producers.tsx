import type { VNode } from "preact";
import { basisPoints } from "#domain/kernel/quantity.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { Empty } from "#frontend/ui/notice.tsx";
import { Pagination } from "#frontend/ui/pagination.tsx";
import type { ProducerTileFacts } from "#frontend/ui/producer-card.tsx";
import { ProducerCard } from "#frontend/ui/producer-card.tsx";
import { Facet } from "./filters.tsx";
import { chosenFilters, FIELDS, inWeek, listHref } from "./list-address.ts";
import type { ProducerCardFacts, ProducersFacts } from "./producer-facts.ts";

interface ProducersProps {
  readonly t: Texts;
  readonly facts: ProducersFacts;
}

/** Who sells here: one label each, chosen by what they sell and how they make it. */
export function Producers({ t, facts }: ProducersProps): VNode {
  const say = t.producers.list;
  return (
    <div class="sheet stack loose">
      <section>
        <div class="head">
          <h1>{say.title}</h1>
          {facts.found === 0 ? null : (
            <p class="number">{say.found(t.shop.producers(facts.found))}</p>
          )}
        </div>
        <div class="columns narrow">
          <Filters t={t} facts={facts} />
          {facts.producers.length === 0 ? (
            <None t={t} facts={facts} />
          ) : (
            <All t={t} facts={facts} />
          )}
        </div>
      </section>
      <Joining t={t} facts={facts} />
    </div>
  );
}

function Filters({ t, facts }: ProducersProps) {
  const { wish } = facts;
  const chosen = chosenFilters(wish);
  const say = t.catalogue.list;
  return (
    <search aria-label={t.producers.list.filters}>
      <form class="filters stack" method="get" action="/produttori">
        {wish.week === null ? null : <input type="hidden" name={FIELDS.week} value={wish.week} />}
        <details>
          <summary>{chosen === 0 ? say.filter : say.filterChosen(chosen)}</summary>
          <div class="stack">
            <Facet t={t} name="category" values={facts.categories} chosen={wish.categories} />
            <Facet
              t={t}
              name="practice"
              values={facts.practices.map((one) => ({
                ...one,
                name: t.catalogue.schemes[one.value],
              }))}
              chosen={wish.practices}
            />
            <button class="button strong wide" type="submit" data-act="filter">
              {t.producers.list.apply}
            </button>
          </div>
        </details>
        {chosen === 0 ? null : (
          <a href={inWeek("/produttori", wish.week)} data-act="clear-filters">
            {t.producers.list.clear}
          </a>
        )}
      </form>
    </search>
  );
}

function All({ t, facts }: ProducersProps) {
  const { wish, producers, pages } = facts;
  return (
    <div class="stack">
      <ul class="shelf">
        {producers.map((producer) => (
          <ProducerCard {...tileOf(t, producer, wish.week)} />
        ))}
      </ul>
      <Pagination
        t={t}
        page={wish.page}
        pages={pages}
        hrefOf={(page) => listHref({ ...wish, page }, "/produttori")}
      />
    </div>
  );
}

function tileOf(t: Texts, producer: ProducerCardFacts, week: string | null): ProducerTileFacts {
  const { name, slug, town, land, schemes, products, shelves } = producer;
  return {
    href: inWeek(`/produttori/${slug}`, week),
    stamp: { name, town, certifications: schemes, category: shelves[0] ?? "" },
    land,
    sells: shelves.length === 0 ? "" : t.format.list(shelves),
    now: products === 0 ? t.producers.nothingNow : t.producers.now(t.shop.products(products)),
    practices: practicesOf(t, schemes),
  };
}

/** Who vouches for a producer, in one line. */
function practicesOf(t: Texts, schemes: ProducerCardFacts["schemes"]): string {
  if (schemes.length === 0) return t.producers.noPractice;
  return schemes.map((scheme) => t.catalogue.schemes[scheme]).join(", ");
}

function None({ t, facts }: ProducersProps) {
  const say = t.producers.list;
  const isNarrowed = chosenFilters(facts.wish) > 0;
  return (
    <Empty title={say.noneTitle} why={isNarrowed ? say.noneWhy : say.nobodyWhy}>
      {isNarrowed ? (
        <a class="button strong" href={inWeek("/produttori", facts.wish.week)} data-act="clear">
          {say.clear}
        </a>
      ) : null}
    </Empty>
  );
}

/** What it takes to sell here, from the rules in force, and whom to ask. */
function Joining({ t, facts }: ProducersProps) {
  const { networkFee, contactEmail } = facts;
  if (networkFee === null) return null;
  const say = t.producers.joining;
  const kept = basisPoints(WHOLE - networkFee);
  return (
    <section id="entrare" data-side="vote" aria-labelledby="joining">
      <div class="head">
        <h2 id="joining">{say.title}</h2>
      </div>
      <div class="columns">
        <ol class="stops">
          {say.steps(t.format.percent(kept), t.format.percent(networkFee)).map((step, index) => (
            <li>
              <span class="figure">{index + 1}</span>
              <strong>{step.what}</strong>
              <span class="small">{step.how}</span>
            </li>
          ))}
        </ol>
        <div class="stack">
          <p>{say.ask}</p>
          {contactEmail === null ? null : (
            <p>
              <a class="button strong" href={`mailto:${contactEmail}`} data-act="join">
                {say.write}
              </a>
            </p>
          )}
        </div>
      </div>
    </section>
  );
}

/** The whole of an amount, in basis points. */
const WHOLE = 10_000;

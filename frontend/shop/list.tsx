import type { VNode } from "preact";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { Empty, Notice } from "#frontend/ui/notice.tsx";
import { Pagination } from "#frontend/ui/pagination.tsx";
import { ProductCard } from "#frontend/ui/product-card.tsx";
import { Chosen } from "./chosen.tsx";
import type { FacetsFacts } from "./filters.tsx";
import { Filters, KeptFields } from "./filters.tsx";
import type { ListWish } from "./list-address.ts";
import { FIELDS, inWeek, isNarrowed, listHref, SORT_WORDS, SORTS } from "./list-address.ts";
import type { OfferFacts } from "./offer.ts";
import { cardOf } from "./offer.ts";
import { reopening } from "./reopening.ts";

/** One page of the shelf. */
export interface ListFacts {
  readonly wish: ListWish;
  readonly offers: readonly OfferFacts[];
  /** How many products fit the wish, on all pages. */
  readonly found: number;
  readonly producers: number;
  readonly pages: number;
  readonly facets: FacetsFacts;
  /** What a mistyped search was taken for; null when it was taken as written. */
  readonly readAs: string | null;
  /** Whose shelf it is; null when no cycle is published at all. */
  readonly cycleId: string | null;
  readonly isOpen: boolean;
  readonly reopensAt: Instant | null;
}

interface ListProps {
  readonly t: Texts;
  readonly facts: ListFacts;
}

/** The shelf with its filters: every choice is an address, so that it can be sent to a friend. */
export function List({ t, facts }: ListProps): VNode {
  return (
    <div class="sheet">
      <div class="head">
        <h1>{listTitle(t, facts.wish)}</h1>
        {facts.found === 0 ? null : (
          <p class="number">
            {t.catalogue.list.found(
              t.shop.products(facts.found),
              t.shop.producers(facts.producers),
            )}
          </p>
        )}
      </div>
      {facts.cycleId === null ? (
        <NoCycle t={t} facts={facts} />
      ) : (
        <Shelves t={t} facts={facts} cycleId={facts.cycleId} />
      )}
    </div>
  );
}

/** The heading of the list, and its title. */
export function listTitle(t: Texts, { query }: ListWish): string {
  return query === "" ? t.catalogue.list.title : t.catalogue.list.titleOf(query);
}

function Shelves({ t, facts, cycleId }: ListProps & { readonly cycleId: string }) {
  return (
    <div class="columns narrow">
      <Filters t={t} wish={facts.wish} facets={facts.facets} cycleId={cycleId} />
      <div class="stack">
        {facts.isOpen ? null : (
          <Notice kind="note">
            <p>{t.catalogue.list.closed(reopening(t, facts.reopensAt))}</p>
          </Notice>
        )}
        {facts.readAs === null ? null : (
          <Notice kind="status">
            <p>{t.catalogue.list.read(facts.wish.query, facts.readAs)}</p>
          </Notice>
        )}
        <Chosen t={t} wish={facts.wish} facets={facts.facets} />
        {facts.offers.length === 0 ? <None t={t} facts={facts} /> : <Found t={t} facts={facts} />}
      </div>
    </div>
  );
}

function Found({ t, facts }: ListProps) {
  const { wish, offers, pages } = facts;
  return (
    <>
      <Sorting t={t} wish={wish} />
      <ul class="shelf">
        {offers.map((offer) => (
          <ProductCard t={t} product={cardOf(t, offer)} level={2} />
        ))}
      </ul>
      <Pagination
        t={t}
        page={wish.page}
        pages={pages}
        hrefOf={(page) => listHref({ ...wish, page })}
      />
    </>
  );
}

function Sorting({ t, wish }: { readonly t: Texts; readonly wish: ListWish }) {
  const say = t.catalogue.list;
  return (
    <form class="row sorting" method="get" action="/prodotti">
      <KeptFields wish={wish} />
      <label for="sort">{say.sortBy}</label>
      <select class="input" id="sort" name={FIELDS.sort} data-act="sort">
        {SORTS.map((sort) => (
          <option value={SORT_WORDS[sort]} selected={sort === wish.sort}>
            {say.sort[sort]}
          </option>
        ))}
      </select>
      <button class="button" type="submit" data-act="sort-go">
        {say.sortButton}
      </button>
    </form>
  );
}

function None({ t, facts }: ListProps) {
  const say = t.catalogue.list;
  const { wish, facets } = facts;
  return (
    <Empty title={say.noneTitle} why={say.noneWhy(wish.query)}>
      {isNarrowed(wish) ? (
        <a class="button strong" href={inWeek("/prodotti", wish.week)} data-act="clear">
          {say.clear}
        </a>
      ) : null}
      {facets.categories.length === 0 ? null : (
        <>
          <p>{say.noneElse}</p>
          <ul class="chips">
            {facets.categories.map(({ value, name, offers }) => (
              <li>
                <a
                  class="chip"
                  href={listHref({ categories: [value], week: wish.week })}
                  data-act="other-shelf"
                >
                  {name} <span class="small">{t.format.count(offers)}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Empty>
  );
}

function NoCycle({ t, facts }: ListProps) {
  const say = t.catalogue.list;
  return (
    <Empty
      title={say.noCycleTitle}
      why={facts.reopensAt === null ? say.noCycleWhy : reopening(t, facts.reopensAt)}
    >
      <a class="button" href="/" data-act="to-home">
        {say.backHome}
      </a>
    </Empty>
  );
}

import type { VNode } from "preact";
import type { CivilDate } from "#domain/kernel/instant.ts";
import type { MonthFigures } from "#domain/network/figures.ts";
import { shareOf } from "#domain/network/figures.ts";
import { firstDayOf } from "#domain/network/month.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { StillLife } from "#frontend/ui/drawings/still-life.tsx";
import { Empty } from "#frontend/ui/notice.tsx";
import { ProductCard } from "#frontend/ui/product-card.tsx";
import type { HomeFacts } from "./home-facts.ts";
import { inWeek, listHref } from "./list-address.ts";
import { cardOf } from "./offer.ts";
import { Places } from "./places.tsx";
import { reopening } from "./reopening.ts";

interface HomeProps {
  readonly t: Texts;
  readonly facts: HomeFacts;
}

/** The first page: whose market this is, what came in, where it is handed out. */
export function Home({ t, facts }: HomeProps): VNode {
  if (facts.name === null) return <Unfounded t={t} />;
  return (
    <div class="sheet stack loose">
      <section>
        <Poster t={t} facts={facts} />
        <Doors t={t} facts={facts} />
      </section>
      {facts.isOpen ? null : <Closed t={t} facts={facts} />}
      {facts.isOpen ? <FirstShelf t={t} facts={facts} /> : null}
      {facts.shelf.length === 0 ? null : <Shelf t={t} facts={facts} />}
      <Places t={t} places={facts.places} />
      {facts.month === null ? null : <LastMonth t={t} month={facts.month} />}
    </div>
  );
}

/** Nobody has set the network up yet: what is missing, and who can do it. */
function Unfounded({ t }: Pick<HomeProps, "t">) {
  const say = t.catalogue.home;
  return (
    <div class="sheet stack loose">
      <div class="poster">
        <div class="said">
          <h1>{say.unfoundedTitle}</h1>
          <p>{say.unfoundedWhy}</p>
        </div>
        <StillLife />
      </div>
    </div>
  );
}

function Poster({ t, facts }: HomeProps) {
  const say = t.catalogue.home;
  const look = facts.isOpen ? say.look(t.shop.products(facts.products)) : say.lookAtShelf;
  return (
    <div class="poster">
      <div class="said">
        <h1>{say.title}</h1>
        <p>
          <strong>{ownersOf(t, facts)}</strong> {say.lead}
        </p>
        <a class="button tall" href={inWeek("/prodotti", facts.week)} data-act="to-products">
          {look}
        </a>
      </div>
      <StillLife />
    </div>
  );
}

/** Whose it is, in one line: everybody who takes part, counted today. */
function ownersOf(t: Texts, { name, counts }: HomeFacts): string {
  const say = t.catalogue.home;
  const those = [
    t.shop.producers(counts.producers),
    ...(counts.households === 0 ? [] : [say.households(counts.households)]),
    ...(counts.groups === 0 ? [] : [say.groups(counts.groups)]),
  ];
  return say.owners(name ?? "", t.format.list(those));
}

function Doors({ t, facts }: HomeProps) {
  const say = t.catalogue.home.doors;
  return (
    <ul class="doors">
      <li>
        <h2>{say.buy}</h2>
        <p>
          {say.buyWhy}{" "}
          <a href={inWeek("/prodotti", facts.week)} data-act="door-buy">
            {say.buyLink}
          </a>
        </p>
      </li>
      <li data-side="vote">
        <h2>{say.sell}</h2>
        <p>
          {say.sellWhy}{" "}
          <a href="/produttori#entrare" data-act="door-sell">
            {say.sellLink}
          </a>
        </p>
      </li>
      <li data-side="round">
        <h2>{say.carry}</h2>
        <p>
          {say.carryWhy}{" "}
          <a href="#ritiro" data-act="door-carry">
            {say.carryLink}
          </a>
        </p>
      </li>
    </ul>
  );
}

function Closed({ t, facts }: HomeProps) {
  const say = t.catalogue.home;
  return (
    <Empty title={say.closedTitle} why={facts.hasWeek ? "" : say.neverOpened}>
      <p>{reopening(t, facts.reopensAt)}</p>
    </Empty>
  );
}

/** What is in season; where nothing is, what came in. */
function FirstShelf({ t, facts }: HomeProps) {
  const { season, deliveryDay, news } = facts;
  if (season.length > 0 && deliveryDay !== null) {
    return <InSeason t={t} facts={facts} day={deliveryDay} />;
  }
  return news.length > 0 ? <News t={t} facts={facts} /> : null;
}

function InSeason({ t, facts, day }: HomeProps & { readonly day: CivilDate }) {
  const say = t.catalogue.season;
  return (
    <section aria-labelledby="season">
      <div class="head">
        <h2 id="season">{say.title(t.format.monthName(day))}</h2>
        <a href={listHref({ inSeason: true, week: facts.week })} data-act="in-season">
          {say.all}
        </a>
      </div>
      <p>{say.why}</p>
      <ul class="shelf">
        {facts.season.map((offer) => (
          <ProductCard t={t} product={cardOf(t, offer)} level={3} />
        ))}
      </ul>
    </section>
  );
}

/** What came in: on the shelf this week, and not in the week before. */
function News({ t, facts }: HomeProps) {
  const say = t.catalogue.home;
  return (
    <section aria-labelledby="news">
      <div class="head">
        <h2 id="news">{say.news}</h2>
        <p>{say.newsWhy}</p>
      </div>
      <ul class="shelf">
        {facts.news.map((offer) => (
          <ProductCard t={t} product={cardOf(t, offer)} level={3} />
        ))}
      </ul>
    </section>
  );
}

function Shelf({ t, facts }: HomeProps) {
  const say = t.catalogue.home;
  return (
    <section aria-labelledby="shelf">
      <div class="head">
        <h2 id="shelf">{facts.isOpen ? say.shelf : say.shelfClosed}</h2>
        <a href={inWeek("/prodotti", facts.week)} data-act="all-products">
          {say.all(t.shop.products(facts.products))}
        </a>
      </div>
      <ul class="chips" aria-label={t.catalogue.list.category}>
        {facts.categories.map(({ value, name, offers }) => (
          <li>
            <a
              class="chip"
              href={listHref({ categories: [value], week: facts.week })}
              data-act="to-category"
            >
              {name} <span class="small">{t.format.count(offers)}</span>
            </a>
          </li>
        ))}
      </ul>
      <ul class="shelf">
        {facts.shelf.map((offer) => (
          <ProductCard t={t} product={cardOf(t, offer)} level={3} />
        ))}
      </ul>
    </section>
  );
}

/** What the last month came to, from the books that were closed in it. */
function LastMonth({ t, month }: { readonly t: Texts; readonly month: MonthFigures }) {
  const say = t.catalogue.home;
  const { goodsCents, toProducersCents, orders, buyers } = month;
  const share = t.format.percent(shareOf(toProducersCents, goodsCents));
  const figures = [
    [say.monthGoods, t.format.money(goodsCents)],
    [say.monthProducers(share), t.format.money(toProducersCents)],
    [say.monthOrders(orders), t.format.count(orders)],
    ...(buyers === null ? [] : [[say.monthBuyers(buyers), t.format.count(buyers)] as const]),
  ] as const;
  return (
    <section data-side="accounts" aria-labelledby="month">
      <div class="head">
        <h2 id="month">{say.monthTitle(t.format.month(firstDayOf(month.month)))}</h2>
        <a href="/trasparenza" data-act="to-transparency">
          {say.monthMore}
        </a>
      </div>
      <dl class="numbers">
        {figures.map(([what, figure]) => (
          <div>
            <dt>{what}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import type { VNode } from "preact";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { StillLife } from "#frontend/ui/drawings/still-life.tsx";
import { Notice } from "#frontend/ui/notice.tsx";
import { ProductCard } from "#frontend/ui/product-card.tsx";
import type { OfferFacts } from "./offer.ts";
import { cardOf } from "./offer.ts";
import type { PlacesFacts } from "./places.tsx";
import { Places } from "./places.tsx";
import { reopening } from "./reopening.ts";
import { inWeek } from "./list-address.ts";

/** What the last delivered cycle came to. */
export interface LastCycleFacts {
  readonly deliveryDay: CivilDate;
  readonly orders: number;
  readonly goodsCents: Cents;
  readonly producers: number;
  readonly toProducersCents: Cents;
  readonly feeCents: Cents;
  readonly lines: number;
}

/** What the first page tells. */
export interface HomeFacts {
  /** What an address calls the week that is shown; null where it is the one shown unasked. */
  readonly week?: string | null;
  readonly products: number;
  readonly producers: number;
  /** A few of the season, in the order of the shelf. */
  readonly shelf: readonly OfferFacts[];
  readonly isOpen: boolean;
  /** When orders open again, where that is known. */
  readonly reopensAt: Instant | null;
  readonly places: PlacesFacts;
  readonly last: LastCycleFacts | null;
  readonly contactEmail: string | null;
}

interface HomeProps {
  readonly t: Texts;
  readonly facts: HomeFacts;
}

/** The first page: whose market this is, what is on the shelf, where it is handed out. */
export function Home({ t, facts }: HomeProps): VNode {
  return (
    <div class="sheet stack loose">
      <section>
        <Poster t={t} facts={facts} />
        <Doors t={t} facts={facts} />
      </section>
      {facts.isOpen ? null : <Closed t={t} facts={facts} />}
      {facts.shelf.length === 0 ? null : <Shelf t={t} facts={facts} />}
      <Places t={t} places={facts.places} />
      {facts.last === null ? null : <LastCycle t={t} last={facts.last} />}
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
        <p>{say.lead(t.shop.producers(facts.producers))}</p>
        <a class="button tall" href={inWeek("/prodotti", facts.week)} data-act="to-products">
          {look}
        </a>
      </div>
      <StillLife />
    </div>
  );
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
          {facts.contactEmail === null ? null : (
            <a href={`mailto:${facts.contactEmail}`} data-act="door-sell">
              {say.sellLink}
            </a>
          )}
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
  return (
    <Notice kind="note">
      <p>
        <strong>{t.catalogue.home.closedTitle}.</strong> {reopening(t, facts.reopensAt)}
      </p>
    </Notice>
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
      <ul class="shelf">
        {facts.shelf.map((offer) => (
          <ProductCard t={t} product={cardOf(t, offer)} level={3} />
        ))}
      </ul>
    </section>
  );
}

function LastCycle({ t, last }: { readonly t: Texts; readonly last: LastCycleFacts }) {
  const say = t.catalogue.home;
  const figures = [
    [say.lastGoods(last.orders), t.format.money(last.goodsCents)],
    [say.lastProducers(last.producers), t.format.money(last.toProducersCents)],
    [say.lastFee, t.format.money(last.feeCents)],
    [say.lastLines, t.format.count(last.lines)],
  ] as const;
  return (
    <section data-side="accounts" aria-labelledby="last">
      <div class="head">
        <h2 id="last">{say.lastTitle(t.format.day(last.deliveryDay))}</h2>
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

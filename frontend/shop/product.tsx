import type { ComponentChildren, VNode } from "preact";
import { ZERO } from "#domain/kernel/money.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { picture } from "#frontend/ui/drawings/picture.tsx";
import { Photo } from "#frontend/ui/photo.tsx";
import { Stamp } from "#frontend/ui/stamp.tsx";
import { toldIn } from "#frontend/ui/told.ts";
import { BoxMeter } from "./box-meter.tsx";
import { inWeek, listHref } from "./list-address.ts";
import { MinimumMeter } from "./minimum-meter.tsx";
import type { OfferFacts } from "./offer.ts";
import { fullName } from "./offer.ts";
import { OfferForm } from "./offer-form.tsx";
import { OfSameProducer } from "./of-same-producer.tsx";
import { PriceSplit } from "./price-split.tsx";
import { FactSheet } from "./fact-sheet.tsx";
import type { ProductFacts } from "./product-facts.ts";
import { reopening } from "./reopening.ts";

interface ProductProps {
  readonly t: Texts;
  readonly facts: ProductFacts;
}

/** All that a buyer may want to know of one product, and the form that asks for it. */
export function Product({ t, facts }: ProductProps): VNode {
  const [offer] = facts.offers;
  return (
    <div class="sheet stack loose">
      <Crumbs t={t} facts={facts} />
      <div class="columns wide">
        <div class="stack">
          <Portrait t={t} offer={offer} />
          {facts.photo === undefined ? null : <Photo {...facts.photo} />}
        </div>
        <div class="stack">
          <p class="kicker">
            <a href={inWeek(`/produttori/${offer.seller.slug}`, offer.week)} data-act="producer">
              {t.shop.from(offer.seller.name, offer.seller.town)}
            </a>
          </p>
          <h1 {...toldIn(t)}>{offer.name}</h1>
          {facts.description === "" ? null : <p {...toldIn(t)}>{facts.description}</p>}
          {facts.offers.map((one) => (
            <Buying t={t} facts={facts} offer={one} />
          ))}
        </div>
      </div>
      <Together t={t} facts={facts} />
      <div class="columns halves">
        <FactSheet t={t} facts={facts} />
        <PriceSplit t={t} offer={offer} {...facts} />
      </div>
      <Makers t={t} facts={facts} />
      <OfSameProducer t={t} seller={offer.seller} others={facts.others} week={offer.week ?? null} />
    </div>
  );
}

/** What its producer tells of itself, and how far it is; nothing where neither is known. */
function Makers({ t, facts }: ProductProps) {
  const [{ seller }] = facts.offers;
  const { story, nearest } = facts;
  if (story.length === 0 && nearest === null) return null;
  const say = t.catalogue.product;
  return (
    <section aria-labelledby="makers">
      <div class="head">
        <h2 id="makers">
          {story.length === 3 ? say.inThreeFacts(seller.name) : say.whoIs(seller.name)}
        </h2>
        {nearest === null ? null : (
          <p>{say.far(t.format.distance(nearest.metres), nearest.name)}</p>
        )}
      </div>
      {story.length === 0 ? null : (
        <ol class="facts" {...toldIn(t)}>
          {story.map((fact) => (
            <li>{fact}</li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Crumbs({ t, facts }: ProductProps) {
  const [offer] = facts.offers;
  const { week } = offer;
  return (
    <nav aria-label={t.catalogue.product.crumbs}>
      <ol class="crumbs">
        <li>
          <a href={inWeek("/prodotti", week)} data-act="crumb-products">
            {t.catalogue.product.products}
          </a>
        </li>
        <li>
          <a
            href={listHref({ categories: [facts.categoryId], week: week ?? null })}
            data-act="crumb-category"
          >
            {offer.category}
          </a>
        </li>
      </ol>
    </nav>
  );
}

function Portrait({ t, offer }: { readonly t: Texts; readonly offer: OfferFacts }) {
  const { name, town, schemes } = offer.seller;
  return (
    <div class="portrait">
      {picture(offer.picture, { label: t.catalogue.product.pictureOf(fullName(offer)) })}
      <Stamp name={name} town={town} certifications={schemes} category={offer.category} />
    </div>
  );
}

interface BuyingProps extends ProductProps {
  readonly offer: OfferFacts;
}

function Buying({ t, facts, offer }: BuyingProps) {
  if (facts.isOpen) {
    const held = facts.inBasket[offer.terms.offerId];
    return (
      <OfferForm t={t} offer={offer} facts={facts} {...(held === undefined ? {} : { held })} />
    );
  }
  return (
    <OfferForm t={t} offer={offer} facts={facts}>
      <Waiting>
        {t.catalogue.product.closedWhy} {reopening(t, facts.reopensAt)}
      </Waiting>
    </OfferForm>
  );
}

function Waiting({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="notice" role="note">
      <p>{children}</p>
    </div>
  );
}

/** What depends on everybody: the box that must be filled, the minimum that must be reached. */
function Together({ t, facts }: ProductProps) {
  const boxed = facts.offers.filter(({ terms }) => terms.boxUnits > 1);
  const { minimumCents } = facts.minimum;
  if (boxed.length === 0 && minimumCents === 0) return null;
  const say = t.catalogue;
  const [offer] = facts.offers;
  return (
    <div class="columns halves">
      {boxed.length === 0 ? null : (
        <section class="stack">
          <h2>{say.product.boxTitle}</h2>
          {boxed.map((one) => (
            <BoxMeter t={t} offer={one} />
          ))}
          <p class="small">{say.box.otherwise}</p>
        </section>
      )}
      {minimumCents === 0 ? null : (
        <section class="stack">
          <h2>{say.product.minimumTitle(offer.seller.name)}</h2>
          <MinimumMeter t={t} slug={offer.seller.slug} {...facts.minimum} yoursCents={ZERO} />
        </section>
      )}
    </div>
  );
}

import type { VNode } from "preact";
import { portion, cents, subtractCents, ZERO } from "#domain/kernel/money.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { Notice } from "#frontend/ui/notice.tsx";
import { EuroBar } from "#frontend/ui/euro-bar.tsx";
import { Photo } from "#frontend/ui/photo.tsx";
import { StampedLand } from "#frontend/ui/producer-card.tsx";
import { ProductCard } from "#frontend/ui/product-card.tsx";
import { toldIn } from "#frontend/ui/told.ts";
import { Certificate } from "./fact-sheet.tsx";
import { inWeek, listHref } from "./list-address.ts";
import { MinimumMeter } from "./minimum-meter.tsx";
import { cardOf } from "./offer.ts";
import type { ProducerFacts } from "./producer-facts.ts";
import { Provenance } from "./provenance.tsx";
import { reopening } from "./reopening.ts";

interface ProducerProps {
  readonly t: Texts;
  readonly facts: ProducerFacts;
}

/** Who makes it: three facts, where it is, who vouches for it, what it brings, what it keeps. */
export function Producer({ t, facts }: ProducerProps): VNode {
  return (
    <div class="sheet stack loose">
      <Crumbs t={t} facts={facts} />
      <div class="columns reversed">
        <StampedLand land={facts.land} stamp={stampOf(facts)} />
        <div class="stack">
          {facts.photo === undefined ? null : <Photo {...facts.photo} />}
          <p class="kicker">{kickerOf(t, facts)}</p>
          <h1>{facts.name}</h1>
          <Story t={t} facts={facts} />
        </div>
      </div>
      <OnShelf t={t} facts={facts} />
      {facts.provenance === null ? null : (
        <Provenance t={t} name={facts.name} town={facts.town} facts={facts} {...facts.provenance} />
      )}
      <div class="columns halves">
        <Practices t={t} facts={facts} />
        <Kept t={t} facts={facts} />
      </div>
    </div>
  );
}

function stampOf({ name, town, schemes, shelves }: ProducerFacts) {
  return { name, town, certifications: schemes, category: shelves[0] ?? "" };
}

function kickerOf(t: Texts, { town, shelves }: ProducerFacts): string {
  return shelves.length === 0 ? town : `${town}. ${t.format.list(shelves)}`;
}

function Crumbs({ t, facts }: ProducerProps) {
  return (
    <nav aria-label={t.catalogue.product.crumbs}>
      <ol class="crumbs">
        <li>
          <a href={inWeek("/produttori", facts.week)} data-act="crumb-producers">
            {t.producers.list.title}
          </a>
        </li>
        <li>{facts.name}</li>
      </ol>
    </nav>
  );
}

/** What it told of itself, and what the network knows of it. */
function Story({ t, facts }: ProducerProps) {
  const say = t.producers.page;
  const known = [
    say.since(t.format.date(facts.since)),
    facts.leadDays === 0 ? say.sameDay : say.lead(facts.leadDays),
  ];
  return (
    <section class="stack" aria-label={say.story}>
      {facts.story.length === 0 ? null : (
        <ol class="facts" {...toldIn(t)}>
          {facts.story.map((fact) => (
            <li>{fact}</li>
          ))}
        </ol>
      )}
      <p class="small">{known.join(" ")}</p>
    </section>
  );
}

function OnShelf({ t, facts }: ProducerProps) {
  const say = t.producers.page;
  const { onShelf, products, slug, week } = facts;
  const hasMore = products > onShelf.length;
  return (
    <section aria-labelledby="on-shelf">
      <div class="head">
        <h2 id="on-shelf">{facts.isOpen ? say.onShelf : say.wasOnShelf}</h2>
        {onShelf.length === 0 ? null : (
          <a href={listHref({ producers: [slug], week })} data-act="its-products">
            {hasMore ? say.all(t.shop.products(products)) : say.onTheShelf}
          </a>
        )}
      </div>
      <div class="stack">
        {facts.isOpen ? null : (
          <Notice kind="note">
            <p>{t.catalogue.list.closed(reopening(t, facts.reopensAt))}</p>
          </Notice>
        )}
        {onShelf.length === 0 ? (
          <p>{say.nothing}</p>
        ) : (
          <ul class="shelf">
            {onShelf.map((offer) => (
              <ProductCard t={t} product={cardOf(t, offer)} level={3} />
            ))}
          </ul>
        )}
        {facts.isOpen && facts.minimum.minimumCents > 0 ? (
          <MinimumMeter t={t} slug={facts.slug} {...facts.minimum} yoursCents={ZERO} />
        ) : null}
      </div>
    </section>
  );
}

function Practices({ t, facts }: ProducerProps) {
  const say = t.producers.page;
  return (
    <section aria-labelledby="practices">
      <div class="head">
        <h2 id="practices">{say.practices}</h2>
      </div>
      {facts.certificates.length === 0 ? (
        <p>{say.noCertificate}</p>
      ) : (
        <ul class="ruled">
          {facts.certificates.map((certificate) => (
            <Certificate t={t} certificate={certificate} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** A round sum, so that the producer's part is understood at a glance. */
const SPENT = cents(1000);

function Kept({ t, facts }: ProducerProps) {
  const { networkFee, name } = facts;
  if (networkFee === null) return null;
  const say = t.producers.page;
  const fee = portion(SPENT, networkFee);
  const title = say.keptTitle(t.format.money(SPENT));
  const parts = [
    { label: name, note: say.keptWhy, amount: subtractCents(SPENT, fee) },
    {
      label: t.catalogue.product.toNetwork,
      note: t.catalogue.product.toNetworkWhy(t.format.percent(networkFee)),
      amount: fee,
    },
  ];
  return (
    <section data-side="accounts" aria-labelledby="kept">
      <div class="head">
        <h2 id="kept">{title}</h2>
      </div>
      <EuroBar t={t} caption={title} parts={parts} />
    </section>
  );
}

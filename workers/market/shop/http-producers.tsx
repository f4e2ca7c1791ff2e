import { Hono } from "hono";
import type { Scheme } from "#domain/catalogue/certificates.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { FacetFacts } from "#frontend/shop/filters.tsx";
import { FIELDS, type ListWish } from "#frontend/shop/list-address.ts";
import { Producer } from "#frontend/shop/producer.tsx";
import type {
  ProducerCardFacts,
  ProducerFacts,
  ProducersFacts,
  ProvenanceFacts,
} from "#frontend/shop/producer-facts.ts";
import { Producers } from "#frontend/shop/producers.tsx";
import type { Edge } from "#market/edge/env.ts";
import {
  isOpen,
  landOf,
  offerFacts,
  photoFacts,
  reopening,
  storyOf,
  weekOf,
} from "./http-facts.ts";
import { writeLost, writeRefusal } from "./http-lost.tsx";
import { wordsOf } from "./http-language.ts";
import { writePage } from "./http-page.ts";
import { pointsFrom } from "./points.ts";
import { SLUG, weekAsked, wishOf } from "./http-wish.ts";
import {
  type ProducerPageView,
  type ProducersView,
  readProducer,
  readProducers,
} from "./producers-actions.ts";

/** The pages about who sells, which everyone may read. */
export const producerPages = new Hono<Edge>()
  .get("/", async (c) => {
    const t = wordsOf(c);
    const wish = wishOf(new URL(c.req.url).searchParams);
    const read = await readProducers(c.var.request, { ...wish, schemes: wish.practices });
    if (!read.ok) return writeRefusal(c, read.refusal);
    const facts = producersFacts(read.value, wish);
    return writePage(c, read.value.around, {
      title: t.producers.list.title,
      description: t.producers.list.description,
      path: "/produttori",
      children: <Producers t={t} facts={facts} />,
    });
  })
  .get("/:slug", async (c) => {
    const slug = c.req.param("slug");
    if (!SLUG.test(slug)) return writeLost(c);
    const t = wordsOf(c);
    const query = new URL(c.req.url).searchParams;
    const read = await readProducer(c.var.request, slug, weekAsked(query));
    if (!read.ok) return writeRefusal(c, read.refusal);
    const facts = producerFacts(read.value, query.get(FIELDS.point), c.var.request.ports.now);
    return writePage(c, read.value.around, {
      title: facts.name,
      description: t.producers.page.description(facts.name, facts.town),
      path: `/produttori/${facts.slug}`,
      hasWeek: true,
      weekPath: `/produttori/${facts.slug}`,
      children: <Producer t={t} facts={facts} />,
    });
  });

function producersFacts(view: ProducersView, wish: ListWish): ProducersFacts {
  const { around, producers, found, pages, facets } = view;
  const of = (facet: string) =>
    facets
      .filter((one) => one.facet === facet)
      .map(({ value, name, producers: offers }) => ({ value, name, offers }));
  return {
    wish: { ...wish, week: weekOf(around) },
    producers: producers.map(cardFacts),
    found,
    pages,
    categories: of("category"),
    practices: of("scheme") as readonly FacetFacts<Scheme>[],
    networkFee: around.terms?.networkFee ?? null,
    contactEmail: around.network?.contactEmail ?? null,
  };
}

function cardFacts(producer: ProducersView["producers"][number]): ProducerCardFacts {
  const { name, slug, town, land, schemes, offers: products, shelves } = producer;
  return { name, slug, town, land: landOf(land), schemes, products, shelves };
}

function producerFacts(view: ProducerPageView, point: string | null, now: Instant): ProducerFacts {
  const { around, sheet } = view;
  const { leadDays, since, certificates, minimum } = sheet;
  const week = weekOf(around);
  return {
    ...cardFacts(sheet),
    story: storyOf(sheet.story),
    ...photoFacts(view.photo),
    leadDays,
    since,
    certificates,
    minimum,
    onShelf: sheet.onShelf.map((offer) => offerFacts(offer, week)),
    provenance: provenanceFacts(view, point),
    networkFee: around.terms?.networkFee ?? null,
    week,
    isOpen: isOpen(around, now),
    reopensAt: reopening(around),
  };
}

/** The way to the point that is asked for, or to the nearest. */
function provenanceFacts(
  { sheet, points }: ProducerPageView,
  asked: string | null,
): ProvenanceFacts | null {
  const { latMicrodegrees, lonMicrodegrees } = sheet;
  if (latMicrodegrees === null || lonMicrodegrees === null) return null;
  const place = { latMicrodegrees, lonMicrodegrees };
  const [nearest, ...others] = pointsFrom(place, points);
  if (nearest === undefined) return null;
  const chosen = others.find(({ id }) => id === asked) ?? nearest;
  return { place, points: [nearest, ...others], chosen: chosen.id };
}

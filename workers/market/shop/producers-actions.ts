import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { Scheme } from "#domain/catalogue/certificates.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { photoAt, type ShownPhoto } from "#store/photos.ts";
import { type PickupPointView, pickupPointPage } from "#store/places.ts";
import {
  type ProducerFacet,
  producerFacets,
  type ProducerPart,
  producerPart,
  type ProducerSheet,
  producerSheet,
} from "#store/shown-producers.ts";
import { EVERY_PLACE } from "./actions.ts";
import { type Around, aroundLoaders, aroundOf } from "./around.ts";

/** What a reader asks of the producers. */
export interface ProducersWish {
  /** The code of a week; null where none is asked for. */
  readonly week: string | null;
  readonly categories: readonly string[];
  readonly schemes: readonly Scheme[];
  /** From 1. */
  readonly page: number;
}

export interface ProducersView extends ProducerPart {
  readonly around: Around;
  readonly facets: readonly ProducerFacet[];
  readonly pages: number;
}

/** How many stand on one page. */
const A_PAGE = 24;

/** Who sells here, in one round trip. */
export async function readProducers(
  request: Request,
  wish: ProducersWish,
): Promise<Outcome<ProducersView, AccessRefusal>> {
  const { now } = request.ports;
  const part = { ...wish, limit: A_PAGE, offset: (wish.page - 1) * A_PAGE };
  const { known, principal } = await look(request, {
    ...aroundLoaders(request, { code: wish.week }),
    part: producerPart(part, now),
    facets: producerFacets(wish.week, now),
  });
  const allowed = allow(principal, "enterprises.read");
  if (!allowed.ok) return allowed;
  const { facets } = known;
  const pages = Math.ceil(known.part.found / A_PAGE);
  return accept({ ...known.part, around: aroundOf(known, request), facets, pages });
}

export interface ProducerPageView {
  readonly around: Around;
  readonly sheet: ProducerSheet;
  readonly points: readonly PickupPointView[];
  /** What it shows of itself; null where it shows nothing. */
  readonly photo: ShownPhoto | null;
}

/** One producer with what it brings, and the points from which its way is measured. */
export async function readProducer(
  request: Request,
  slug: string,
  week: string | null,
): Promise<Outcome<ProducerPageView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request, { code: week }),
    sheet: producerSheet(slug, week, request.ports.now),
    points: pickupPointPage(EVERY_PLACE),
    photo: photoAt("enterprise", slug),
  });
  const allowed = allow(principal, "enterprises.read");
  if (!allowed.ok) return allowed;
  if (known.sheet === null) return refuse({ code: "not-found", what: "enterprise" });
  const { sheet, points, photo } = known;
  return accept({ around: aroundOf(known, request), sheet, points: points.items, photo });
}

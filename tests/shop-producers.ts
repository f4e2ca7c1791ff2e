import { EVERYTHING } from "#frontend/shop/list-address.ts";
import type { ProducerFacts, ProducersFacts } from "#frontend/shop/producer-facts.ts";
import { offer, sellers } from "./shop-cast.ts";
import { fee, tuesday } from "./shop-pages.tsx";
import { product } from "./shop-products.ts";

/** Who sells in the Veronetta week, as the pages about producers are given it. */

const practices = [{ value: "pgs", name: "", offers: 2 }] as const;

export const producers: ProducersFacts = {
  wish: EVERYTHING,
  producers: sellers.map(({ name, slug, town, schemes }) => {
    return { name, slug, town, land: "hill", schemes, products: 3, shelves: ["Formaggi"] };
  }),
  found: sellers.length,
  pages: 1,
  categories: [{ value: "formaggi", name: "Formaggi", offers: 2 }],
  practices,
  networkFee: fee,
  contactEmail: "ciao@filiera.example",
};

const dairy = { latMicrodegrees: 45_620_000, lonMicrodegrees: 11_030_000 };
const point = (id: string, name: string, metres: number) => {
  return { id, name, metres, latMicrodegrees: 45_439_000, lonMicrodegrees: 11_006_000 };
};

export const producer: ProducerFacts = {
  name: "Malga Alta Lessinia",
  slug: "malga-alta-lessinia",
  town: "Bosco Chiesanuova",
  land: "mountain",
  schemes: ["pgs"],
  products: 3,
  shelves: ["Formaggi"],
  story: ["Ventidue vacche, a millecinquecento metri da giugno a settembre."],
  leadDays: 2,
  since: tuesday,
  certificates: product.certificates,
  minimum: product.minimum,
  onShelf: ["R10", "R11", "R12"].map(offer),
  provenance: {
    place: dairy,
    points: [point("p1", "Santa Toscana", 20_190), point("p2", "Università", 20_600)],
    chosen: "p1",
  },
  networkFee: fee,
  week: null,
  isOpen: true,
  reopensAt: null,
};

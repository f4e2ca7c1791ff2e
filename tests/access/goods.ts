import type { Row } from "./row.ts";

const size = {
  sku: "SEI",
  kind: "piece",
  priceCents: 300,
  vatBasisPoints: 1000,
  stepMilli: 1000,
  leastMilli: 1000,
};

/** The catalogue, stocks and lists. */
export const goodsRows: readonly Row[] = [
  { route: "GET /api/v1/categories", at: () => "/api/v1/categories", anyone: true, absent: "in" },
  {
    route: "PUT /api/v1/categories/:id",
    at: () => "/api/v1/categories/tutto",
    body: () => ({ name: "Tutto", position: 1 }),
    all: "officer",
    absent: "in",
  },
  {
    route: "POST /api/v1/products",
    at: () => "/api/v1/products",
    body: ({ enterprise }) => ({
      enterpriseId: enterprise,
      name: "Uova di quaglia",
      categoryId: "tutto",
      variants: [size],
    }),
    all: "officer",
    own: "producer",
  },
  {
    route: "GET /api/v1/products/:id",
    at: ({ product }) => `/api/v1/products/${product}`,
    anyone: true,
  },
  {
    route: "PATCH /api/v1/products/:id",
    at: ({ product }) => `/api/v1/products/${product}`,
    body: () => ({ description: "Fresche" }),
    all: "officer",
    own: "producer",
  },
  {
    route: "PUT /api/v1/products/:id/photo",
    at: ({ product }) => `/api/v1/products/${product}/photo`,
    body: () => ({ alt: "Una cassa di mele", image: "AAAA" }),
    all: "officer",
    own: "producer",
  },
  {
    route: "DELETE /api/v1/products/:id/photo",
    at: ({ product }) => `/api/v1/products/${product}/photo`,
    all: "officer",
    own: "producer",
  },
  {
    route: "PUT /api/v1/enterprises/:id/photo",
    at: ({ enterprise }) => `/api/v1/enterprises/${enterprise}/photo`,
    body: () => ({ alt: "Il cortile", image: "AAAA" }),
    all: "officer",
    own: "producer",
  },
  {
    route: "DELETE /api/v1/enterprises/:id/photo",
    at: ({ enterprise }) => `/api/v1/enterprises/${enterprise}/photo`,
    all: "officer",
    own: "producer",
  },
  {
    route: "POST /api/v1/products/:id/variants",
    at: ({ product }) => `/api/v1/products/${product}/variants`,
    body: () => size,
    all: "officer",
    own: "producer",
  },
  {
    route: "PATCH /api/v1/variants/:id",
    at: ({ variant }) => `/api/v1/variants/${variant}`,
    body: () => ({ priceCents: 310 }),
    all: "officer",
    own: "producer",
  },
  {
    route: "POST /api/v1/stock-pools",
    at: () => "/api/v1/stock-pools",
    body: ({ enterprise }) => ({ enterpriseId: enterprise, name: "Cella", onHandMilli: 1000 }),
    all: "officer",
    own: "producer",
    // That an enterprise is no producer, and that it is not there, is said in the same words.
    absent: "in",
  },
  {
    route: "POST /api/v1/stock-pools/:id/counts",
    at: ({ pool }) => `/api/v1/stock-pools/${pool}/counts`,
    body: () => ({ onHandMilli: 80_000 }),
    all: "officer",
    own: "producer",
  },
  {
    route: "PUT /api/v1/stock-pools/:id/quotas/:hub",
    at: ({ pool, hub }) => `/api/v1/stock-pools/${pool}/quotas/${hub}`,
    body: () => ({ quotaMilli: 50_000 }),
    all: "officer",
    own: "producer",
  },
  {
    route: "PUT /api/v1/listings",
    at: () => "/api/v1/listings",
    body: ({ hub, variant }) => ({ hubId: hub, listings: [{ variantId: variant }] }),
    all: "officer",
    own: "hub",
    absent: "in",
  },
  {
    route: "DELETE /api/v1/listings/:variant/:hub",
    at: ({ hub, variant }) => `/api/v1/listings/${variant}/${hub}`,
    all: "officer",
    own: "hub",
  },
];

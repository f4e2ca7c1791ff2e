import { Hono } from "hono";
import type { Edge } from "#market/edge/env.ts";
import { openPage } from "#market/edge/request.ts";
import { shop } from "./http.tsx";
import { basketPages } from "./http-basket.tsx";
import { checkoutPages } from "./http-checkout.tsx";
import { householdLinks } from "./http-household-link.ts";
import { orderPages } from "./http-order.tsx";
import { orderLinks } from "./http-order-link.ts";

/** Every page of the shop, at its Italian path. */
export const pages = new Hono<Edge>()
  .use(openPage)
  .route("/", shop)
  .route("/cassetta", basketPages)
  .route("/cassa", checkoutPages)
  .route("/ordini", orderPages)
  .route("/o", orderLinks)
  .route("/f", householdLinks);

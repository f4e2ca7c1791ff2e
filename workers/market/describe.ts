import { generateSpecs } from "hono-openapi";
import { api } from "./app.ts";

/** The OpenAPI 3.1 document of the API, for the build: no Worker carries it. */
export function describeApi() {
  return generateSpecs(api, {
    documentation: {
      openapi: "3.1.0",
      info: {
        title: "Filiera",
        version: "1",
        description:
          "A marketplace its members own. Every write needs an Idempotency-Key: the same key and " +
          "the same request get the same answer. Refusals are problem details (RFC 9457) with a " +
          "stable code.",
      },
      servers: [{ url: "/api/v1" }],
      components: {
        securitySchemes: {
          token: { type: "http", scheme: "bearer" },
          order: { type: "apiKey", in: "header", name: "X-Order-Token" },
          basket: { type: "apiKey", in: "header", name: "X-Basket-Token" },
        },
      },
      security: [{}, { token: [] }, { order: [] }, { basket: [] }],
    },
  });
}

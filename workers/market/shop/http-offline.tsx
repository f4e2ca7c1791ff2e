import { Hono } from "hono";
import { Offline } from "#frontend/shop/lost.tsx";
import type { Edge } from "#market/edge/env.ts";
import { readAround } from "./actions.ts";
import { wordsOf } from "./http-language.ts";
import { writePage } from "./http-page.ts";

/** What a browser keeps of the shop for when it has no network (`frontend/browser/offline.ts`). */
export const offlinePages = new Hono<Edge>()
  .get("/senza-rete", async (c) => {
    const t = wordsOf(c);
    const children = <Offline t={t} />;
    const page = { title: t.lost.offlineTitle, path: "/senza-rete", children };
    return writePage(c, await readAround(c.var.request), page);
  })
  .get("/manifest.webmanifest", async (c) => {
    const { network } = await readAround(c.var.request);
    c.header("Cache-Control", "public, max-age=3600");
    c.header("Content-Type", "application/manifest+json");
    return c.body(JSON.stringify(manifestOf(network?.name ?? "Filiera")));
  });

/** How a phone calls the shop that somebody puts on its first screen. */
function manifestOf(name: string) {
  return {
    id: "/",
    name,
    short_name: name,
    lang: "it",
    start_url: "/",
    scope: "/",
    display: "minimal-ui",
    background_color: "#fbf8f1",
    theme_color: "#fbf8f1",
    icons: [{ src: "/icon.svg", type: "image/svg+xml", sizes: "any" }],
  };
}

import { Hono } from "hono";
import { FEWEST_BUYERS } from "#domain/network/figures.ts";
import { CHARTS } from "#domain/network/public-charts.ts";
import { Transparency } from "#frontend/shop/transparency.tsx";
import type { TransparencyFacts } from "#frontend/shop/transparency-facts.ts";
import type { Edge } from "#market/edge/env.ts";
import { readTransparency, type TransparencyView } from "./read-transparency.ts";
import { writeRefusal } from "./http-lost.tsx";
import { wordsOf } from "./http-language.ts";
import { writePage } from "./http-page.ts";

/** What the network came to, for anyone. */
export const transparencyPage = new Hono<Edge>().get("/", async (c) => {
  const t = wordsOf(c);
  const read = await readTransparency(c.var.request);
  if (!read.ok) return writeRefusal(c, read.refusal);
  return writePage(c, read.value.around, {
    title: t.transparency.title,
    description: t.transparency.description,
    path: "/trasparenza",
    side: "accounts",
    children: <Transparency t={t} facts={factsOf(read.value)} />,
  });
});

function factsOf({ figures, counts, hasNames }: TransparencyView): TransparencyFacts {
  const { households } = counts;
  const isFew = households < FEWEST_BUYERS;
  return {
    ...figures,
    today: { ...counts, households: isFew ? null : households },
    hasNames,
    files: CHARTS.map((chart) => {
      const path = `/api/v1/transparency/${chart}`;
      return { chart, csv: `${path}.csv`, json: `${path}.json` };
    }),
  };
}

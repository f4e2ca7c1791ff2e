import { Hono } from "hono";
import { Accessibility, LegalNotes, type NetworkSaid, TermsOfSale } from "#frontend/shop/legal.tsx";
import type { Edge } from "#market/edge/env.ts";
import type { Around } from "./around.ts";
import { readAround } from "./actions.ts";
import { wordsOf } from "./http-language.ts";
import { writePage } from "./http-page.ts";

/** What the law wants said, filled from the network's settings. */
export const legalPages = new Hono<Edge>()
  .get("/note-legali", async (c) => {
    const t = wordsOf(c);
    const around = await readAround(c.var.request);
    const children = <LegalNotes t={t} network={saidBy(around)} />;
    return writePage(c, around, { title: t.legal.notes.title, path: "/note-legali", children });
  })
  .get("/condizioni", async (c) => {
    const t = wordsOf(c);
    const around = await readAround(c.var.request);
    const children = <TermsOfSale t={t} network={saidBy(around)} terms={around.terms} />;
    return writePage(c, around, { title: t.legal.terms.title, path: "/condizioni", children });
  })
  .get("/accessibilita", async (c) => {
    const t = wordsOf(c);
    const around = await readAround(c.var.request);
    const children = <Accessibility t={t} network={saidBy(around)} />;
    const { title } = t.legal.accessibility;
    return writePage(c, around, { title, path: "/accessibilita", children });
  });

/** A network that is not set up yet says its placeless name alone. */
function saidBy({ network }: Around): NetworkSaid {
  return {
    name: network?.legalName ?? network?.name ?? "Filiera",
    seat: network?.seat ?? null,
    taxCode: network?.taxCode ?? null,
    vatNumber: network?.vatNumber ?? null,
    reaNumber: network?.reaNumber ?? null,
    coopRegisterNumber: network?.coopRegisterNumber ?? null,
    certifiedEmail: network?.certifiedEmail ?? null,
    contactEmail: network?.contactEmail ?? null,
    phone: network?.phone ?? null,
  };
}

import { Hono } from "hono";
import { NetworkHistory } from "#frontend/member/network-history.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import type { Edge } from "#market/edge/env.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { writeNotFor } from "./http-act.tsx";
import { type NetworkHistoryView, readNetworkHistory } from "./read-network-history.ts";

const HERE = "/rete/modifiche";

/** What the network said of itself before, who changed it and when. */
export const networkHistoryPages = new Hono<Edge>().get("/", async (c) => {
  const t = wordsOf(c);
  const after = c.req.query("dopo") ?? "";
  const read = await readNetworkHistory(
    c.var.request,
    /^\d{1,15}$/.test(after) ? Number(after) : null,
  );
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around, changes, next } = read.value;
  const facts = {
    changes: changes.map((change) => ({ ...change, by: whoOf(t, read.value, change.changedBy) })),
    older: next === null ? null : `${HERE}?dopo=${next}`,
  };
  return writePage(c, around, {
    title: t.office.history.title,
    path: HERE,
    side: "vote",
    children: <NetworkHistory t={t} facts={facts} />,
  });
});

/** A person by name; one who is gone, and a program, by what they are. */
function whoOf(t: Texts, { names }: NetworkHistoryView, changedBy: string): string {
  const { program, gone } = t.office.history;
  return names.get(changedBy) ?? (changedBy.startsWith("person:") ? gone : program);
}

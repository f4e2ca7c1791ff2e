import { Hono } from "hono";
import { OwnGroups } from "#frontend/member/own-groups.tsx";
import type { Edge } from "#market/edge/env.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { writeNotFor } from "./http-act.tsx";
import { readOwnHouseholds } from "./read-own-households.ts";

/** The households in which the reader takes part, and their groups. */
export const ownGroupPages = new Hono<Edge>().get("/", async (c) => {
  const read = await readOwnHouseholds(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around, households } = read.value;
  const facts = { households, contactEmail: around.network?.contactEmail ?? null };
  const t = wordsOf(c);
  const children = <OwnGroups t={t} facts={facts} />;
  return writePage(c, around, { title: t.member.groups.title, path: "/io/gruppi", children });
});

import { type Context, Hono } from "hono";
import { policyAt } from "#domain/governance/policy/policy-text.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { PoliciesPage, type PolicyFacts, PolicyPage } from "#frontend/member/policies.tsx";
import type { Edge } from "#market/edge/env.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { writePage } from "#market/shop/http-page.ts";
import { type PoliciesView, readPolicies } from "./read-policies.ts";

const HERE = "/regolamenti";

/** The policies by which is voted, and the history of each, for anyone. */
export const policyPages = new Hono<Edge>()
  .get("/", (c) => showAll(c))
  .get("/:code", (c) => showOne(c, c.req.param("code")));

async function showAll(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const { request } = c.var;
  const read = await readPolicies(request, null);
  if (!read.ok) return writeLost(c);
  const { title, description } = t.policies;
  const children = <PoliciesPage t={t} policies={factsOf(read.value, request.ports.now)} />;
  return writePage(c, read.value.around, {
    title,
    description,
    path: HERE,
    side: "vote",
    children,
  });
}

async function showOne(c: Context<Edge>, code: string): Promise<Response> {
  const t = wordsOf(c);
  const { request } = c.var;
  const read = await readPolicies(request, code);
  if (!read.ok) return writeLost(c);
  const [facts] = factsOf(read.value, request.ports.now);
  if (facts === undefined) return writeLost(c);
  const title = t.policies.named(t.proposals.policyNames[code] ?? code);
  const children = <PolicyPage t={t} facts={facts} />;
  const path = `${HERE}/${facts.code}`;
  return writePage(c, read.value.around, { title, path, side: "vote", children });
}

/** By code, in the order in which they are kept: that in force, and every version of it. */
function factsOf({ versions, isMember }: PoliciesView, now: Instant): readonly PolicyFacts[] {
  const byCode = Map.groupBy(versions, ({ policy }) => policy.code);
  return [...byCode].flatMap(([code, those]) => {
    const inForce = policyAt(those, code, now);
    return inForce === null ? [] : [{ code, inForce, versions: those, isMember }];
  });
}

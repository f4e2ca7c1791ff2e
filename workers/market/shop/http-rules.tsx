import { type Context, Hono } from "hono";
import { isArticleNumber, STATUTE } from "#domain/governance/statute.ts";
import { Rule } from "#frontend/shop/rule.tsx";
import { Rules } from "#frontend/shop/rules.tsx";
import { ArticleHistory, Statute } from "#frontend/shop/statute.tsx";
import type { Edge } from "#market/edge/env.ts";
import { wordsOf } from "./http-language.ts";
import { writeLost, writeRefusal } from "./http-lost.tsx";
import { writePage } from "./http-page.ts";
import { historyFacts, rulesFacts, statuteFacts } from "./http-rules-facts.ts";
import { readRule, readRules, readStatute } from "./read-rules.ts";

/** The rules of the network and their history, for anyone. */
export const rulePages = new Hono<Edge>()
  .get("/", async (c) => {
    const t = wordsOf(c);
    const { request } = c.var;
    const read = await readRules(request);
    if (!read.ok) return writeRefusal(c, read.refusal);
    const { title, description } = t.rules;
    const facts = rulesFacts(read.value, request.ports.now);
    const children = <Rules t={t} facts={facts} />;
    return writePage(c, read.value.around, {
      title,
      description,
      path: "/regole",
      side: "vote",
      children,
    });
  })
  .get("/:key", (c) => showHistory(c, c.req.param("key"), ""));

/** The statute in force, and the history of each article. */
export const statutePages = new Hono<Edge>()
  .get("/", async (c) => {
    const t = wordsOf(c);
    const { request } = c.var;
    const read = await readStatute(request);
    if (!read.ok) return writeRefusal(c, read.refusal);
    const { title, description } = t.rules.statute;
    const articles = statuteFacts(read.value, request.ports.now);
    const children = <Statute t={t} articles={articles} />;
    return writePage(c, read.value.around, {
      title,
      description,
      path: "/statuto",
      side: "vote",
      children,
    });
  })
  .get("/:article", (c) => showHistory(c, STATUTE, c.req.param("article")));

async function showHistory(c: Context<Edge>, key: string, subject: string): Promise<Response> {
  const t = wordsOf(c);
  const { request } = c.var;
  // The statute as a whole has a page of its own.
  if ((key === STATUTE) !== isArticleNumber(subject)) return writeLost(c);
  const read = await readRule(request, key, subject);
  if (!read.ok) return writeLost(c);
  const facts = historyFacts(read.value, request.ports.now);
  const isArticle = key === STATUTE;
  const title = isArticle
    ? t.rules.statute.history(subject)
    : t.rules.history(t.rules.names[facts.rule.key].title);
  const children = isArticle ? (
    <ArticleHistory t={t} facts={facts} />
  ) : (
    <Rule t={t} facts={facts} />
  );
  return writePage(c, read.value.around, { title, path: c.req.path, side: "vote", children });
}

import type { Context } from "hono";
import { Hono } from "hono";
import { lastForGood } from "#domain/governance/rule.ts";
import { isArticleNumber, MOST_ARTICLE_CHARACTERS, STATUTE } from "#domain/governance/statute.ts";
import { ArticleForm } from "#frontend/member/article-form.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { writeNotFor } from "./http-act.tsx";
import { faultsOfWords, saveChange, typedIn } from "./http-drafts.ts";
import { type NewProposalView, readNewProposal } from "./read-new-proposal.ts";

const HERE = "/proposte/nuova/articolo";

/** Where a member writes an article of the statute as it should be. */
export const newArticlePage = new Hono<Edge>()
  .get("/", (c) => {
    const number = c.req.query("articolo")?.trim() ?? "";
    return showForm(c, { typed: { number } });
  })
  .post("/", (c) => write(c));

interface Shown {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
  readonly isPreview?: boolean;
}

async function showForm(c: Context<Edge>, { typed, errors = [], isPreview }: Shown) {
  const t = wordsOf(c);
  const read = await readNewProposal(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const facts = {
    ...formFacts(read.value, typed),
    errors,
    isPreview: isPreview === true,
    key: c.var.request.ports.ids.next(),
  };
  const page = {
    title: t.policies.write.article,
    path: HERE,
    side: "vote" as const,
    refused: errors.length > 0,
    children: <ArticleForm t={t} facts={facts} />,
  };
  return writePage(c, read.value.around, page, errors.length > 0 ? 422 : 200);
}

function formFacts(view: NewProposalView, typed: Shown["typed"]) {
  const number = typed["number"] ?? "";
  const { acting } = view;
  return {
    actsFor: acting.map(({ memberId, name }) => ({ memberId, name })),
    number: isArticleNumber(number) ? number : null,
    before: articleOf(view, number)?.value ?? null,
    typed,
  };
}

function articleOf({ articles }: Pick<NewProposalView, "articles">, number: string) {
  return lastForGood(articles.filter(({ subject }) => subject === number));
}

async function write(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const typed = typedIn(c);
  const number = typed["number"]?.trim() ?? "";
  const value = writtenText(typed["text"] ?? "");
  if (typed["act"] === "preview") {
    return showForm(c, { typed, isPreview: true, errors: faultsOfNumber(t, number) });
  }
  const read = await readNewProposal(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const last = articleOf(read.value, number);
  const isSame = value === (last?.value ?? "") || value.length > MOST_ARTICLE_CHARACTERS;
  const faults = [
    ...faultsOfNumber(t, number),
    ...faultsOfWords(t, typed),
    ...(isSame ? [{ field: "text", message: t.policies.write.textMissing }] : []),
  ];
  if (faults.length > 0) return showForm(c, { typed, errors: faults });
  const action = { key: STATUTE, subject: number, value, follows: last?.version ?? 0 };
  return saveChange(c, t, { typed, action, field: "text" }, (errors) =>
    showForm(c, { typed, errors }),
  );
}

function faultsOfNumber(t: Texts, number: string): readonly FieldError[] {
  if (isArticleNumber(number)) return [];
  return [{ field: "number", message: t.policies.write.numberMissing }];
}

/** As the register keeps it: composed, with the line ends of one system, without an empty end. */
function writtenText(text: string): string {
  return text.normalize("NFC").replaceAll("\r\n", "\n").trim();
}

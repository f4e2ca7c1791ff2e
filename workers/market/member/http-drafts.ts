import type { Context } from "hono";
import type { RuleAction } from "#domain/governance/rule-actions.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import { draftProposal } from "#market/proposals/draft.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { writeNotFor } from "./http-act.tsx";

/** As long as the API takes them. */
export const MOST = { title: 160, body: 20_000, option: 160 };

type Typed = Readonly<Record<string, string>>;

/** What a form says: the text of each box by its name. */
export function typedIn(c: Context<Edge>): Typed {
  return Object.fromEntries(new URLSearchParams(c.var.bodyText));
}

/** Which of title and reasons are missing, or too long. */
export function faultsOfWords(t: Texts, typed: Typed): readonly FieldError[] {
  const say = t.proposals.write;
  const isWrong = (name: "title" | "body") => {
    const { length } = typed[name]?.trim() ?? "";
    return length === 0 || length > MOST[name];
  };
  return [
    ...(isWrong("title") ? [{ field: "title", message: say.nameMissing }] : []),
    ...(isWrong("body") ? [{ field: "body", message: say.bodyMissing }] : []),
  ];
}

/**
 * Saves a draft of one change that takes the statute's policy, and goes to it.
 * @param again the form once more, with why not
 * @param field where a refusal is told
 */
export async function saveChange(
  c: Context<Edge>,
  t: Texts,
  {
    typed,
    action,
    field,
  }: {
    readonly typed: Typed;
    readonly action: RuleAction;
    readonly field: string;
  },
  again: (errors: readonly FieldError[]) => Promise<Response>,
): Promise<Response> {
  const of = (name: string) => typed[name]?.trim() ?? "";
  const reply = await draftProposal(c.var.request, {
    memberId: of("member"),
    policy: "statute",
    subject: "rules",
    budgetCents: null,
    text: { title: of("title"), body: of("body"), actions: [action], options: [] },
  });
  if (reply.ok) return c.redirect(`/proposte/${reply.value.number}?fatto=1`, 303);
  const { refusal } = reply;
  return ["not-signed-in", "not-allowed", "not-found"].includes(refusal.code)
    ? writeNotFor(c, refusal)
    : again([{ field, message: reasonOf(t, refusal) }]);
}

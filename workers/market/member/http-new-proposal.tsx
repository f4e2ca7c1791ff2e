import type { Context } from "hono";
import { Hono } from "hono";
import { lastForGood } from "#domain/governance/rule.ts";
import type { RuleAction } from "#domain/governance/rule-actions.ts";
import type { ProposalOption, ProposalSubject } from "#domain/governance/proposal/proposal-text.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { ProposalForm, type ProposalFormFacts } from "#frontend/member/proposal-form.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import { moneyFromForm } from "#frontend/ui/money-value.ts";
import { valueWords } from "#frontend/ui/rule-words.ts";
import type { Edge } from "#market/edge/env.ts";
import { draftProposal } from "#market/proposals/draft.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { writeNotFor } from "./http-act.tsx";
import { faultsOfWords, MOST, typedIn } from "./http-drafts.ts";
import { type NewProposalView, readNewProposal } from "./read-new-proposal.ts";

const HERE = "/proposte/nuova";

/** Where a member writes down what they want to propose. */
export const newProposalPage = new Hono<Edge>()
  .get("/", (c) => showForm(c))
  .post("/", (c) => draft(c));

type Typed = ProposalFormFacts["typed"];

async function showForm(
  c: Context<Edge>,
  typed: Typed = {},
  errors: readonly FieldError[] = [],
): Promise<Response> {
  const t = wordsOf(c);
  const read = await readNewProposal(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const facts = formFacts(t, read.value, { typed, errors, key: c.var.request.ports.ids.next() });
  const page = {
    title: t.proposals.write.title,
    path: HERE,
    side: "vote" as const,
    refused: errors.length > 0,
    children: <ProposalForm t={t} facts={facts} />,
  };
  return writePage(c, read.value.around, page, errors.length > 0 ? 422 : 200);
}

function formFacts(
  t: Texts,
  view: NewProposalView,
  written: Pick<ProposalFormFacts, "typed" | "errors" | "key">,
): ProposalFormFacts {
  const { acting, policies, rules, versions } = view;
  const names: Readonly<Record<string, { readonly title: string }>> = t.rules.names;
  return {
    ...written,
    actsFor: acting.map(({ memberId, name }) => ({ memberId, name })),
    subjects: ["motion", "rules", "election", "budget"],
    policies: policies.map((code) => ({ code, name: t.proposals.policyNames[code] ?? code })),
    rules: rules.map((rule) => {
      const now = lastForGood(versions.filter(({ key }) => key === rule.key))?.value;
      return {
        key: rule.key,
        name: names[rule.key]?.title ?? rule.key,
        now: valueWords(t, rule, now ?? rule.default),
      };
    }),
  };
}

async function draft(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const say = t.proposals.write;
  const typed = typedIn(c);
  const of = (name: string) => typed[name]?.trim() ?? "";
  const read = await readNewProposal(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const [title, body] = [of("title"), of("body")];
  const subject = SUBJECTS.find((one) => one === of("subject")) ?? "motion";
  const actions = subject === "rules" ? actionsOf(read.value, of("rule"), of("value")) : [];
  const options = subject === "election" || subject === "budget" ? optionsIn(of("options")) : [];
  const budgetCents = subject === "budget" ? moneyFromForm(of("budget")) : null;
  const missing = [
    ...faultsOfWords(t, typed).map((fault) => ({ ...fault, is: true })),
    { field: "value", message: say.valueMissing, is: actions === null },
    { field: "options", message: say.optionsMissing, is: options === null },
    {
      field: "budget",
      message: say.budgetMissing,
      is: subject === "budget" && budgetCents === null,
    },
  ].filter(({ is }) => is);
  if (missing.length > 0 || actions === null || options === null) {
    return showForm(c, typed, missing);
  }
  const reply = await draftProposal(c.var.request, {
    memberId: of("member"),
    policy: of("policy"),
    subject,
    budgetCents,
    text: { title, body, actions, options },
  });
  if (reply.ok) return c.redirect(`/proposte/${reply.value.number}?fatto=1`, 303);
  const { refusal } = reply;
  if (["not-signed-in", "not-allowed", "not-found"].includes(refusal.code)) {
    return writeNotFor(c, refusal);
  }
  return showForm(c, typed, [{ field: "policy", message: reasonOf(t, refusal) }]);
}

const SUBJECTS: readonly ProposalSubject[] = ["motion", "rules", "election", "budget"];

/** The change of a rule that the form asks for; null where its value is none. */
function actionsOf(
  { rules, versions }: NewProposalView,
  key: string,
  typed: string,
): readonly RuleAction[] | null {
  const rule = rules.find((one) => one.key === key);
  if (rule === undefined) return null;
  const value = valueFrom(rule, typed);
  if (value === null) return null;
  const last = lastForGood(versions.filter((one) => one.key === key && one.subject === ""));
  return [{ key, subject: "", value, follows: last?.version ?? 0 }];
}

/** As people write it: `5,5` per cent, `4,50` euros, 30 minutes; its bounds are the rules'. */
function valueFrom({ unit }: NewProposalView["rules"][number], typed: string): string | null {
  if (unit === "minutes" || unit === "days") return /^\d{1,6}$/.test(typed) ? typed : null;
  const hundredths = moneyFromForm(typed.replace(/\s*%$/, ""));
  return hundredths === null ? null : String(hundredths);
}

/** One a line; of a project its cost stands after a semicolon. Null where there are not two. */
function optionsIn(text: string): readonly ProposalOption[] | null {
  const lines = text.split("\n").map((line) => line.trim());
  const options = lines.filter((line) => line !== "").map(optionOf);
  return options.length >= 2 ? options : null;
}

function optionOf(line: string, at: number): ProposalOption {
  const [, title = line, sum = ""] = /^(.*);\s*([\d.,]+)\s*€?$/.exec(line) ?? [];
  const costCents: Cents | null = sum === "" ? null : moneyFromForm(sum);
  return { code: `o${at + 1}`, title: title.trim().slice(0, MOST.option), detail: "", costCents };
}

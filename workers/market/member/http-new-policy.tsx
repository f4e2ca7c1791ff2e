import type { Context } from "hono";
import { Hono } from "hono";
import { POLICY_KEY, policyUse } from "#domain/governance/proposal/check-changes.ts";
import { checkPolicy } from "#domain/governance/policy/check-policy.ts";
import type { Policy } from "#domain/governance/policy/policy.ts";
import { policyText } from "#domain/governance/policy/policy-text.ts";
import { PolicyForm } from "#frontend/member/policy-form.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { writeNotFor } from "./http-act.tsx";
import { faultsOfWords, saveChange, typedIn } from "./http-drafts.ts";
import { policyTyped, type Typed, typedOf } from "./http-policy-form.ts";
import { type NewProposalView, readNewProposal } from "./read-new-proposal.ts";

const HERE = "/proposte/nuova/regolamento";

/** Where a member writes a policy as it should be. */
export const newPolicyPage = new Hono<Edge>()
  .get("/:code", (c) => showForm(c, {}))
  .post("/:code", (c) => write(c));

interface Shown {
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  readonly isPreview?: boolean;
}

type LastPolicy = NewProposalView["lastPolicies"][number];

function lastOf(c: Context<Edge>, { lastPolicies }: NewProposalView): LastPolicy | undefined {
  return lastPolicies.find(({ policy }) => policy.code === c.req.param("code"));
}

async function showForm(c: Context<Edge>, { typed, errors = [], isPreview }: Shown) {
  const t = wordsOf(c);
  const read = await readNewProposal(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const last = lastOf(c, read.value);
  if (last === undefined) return writeLost(c);
  const { code } = last.policy;
  const shown = typed ?? typedOf(last.policy);
  const facts = {
    actsFor: read.value.acting.map(({ memberId, name }) => ({ memberId, name })),
    before: last.policy,
    after: isPreview === true ? policyTyped(last.policy, shown).policy : null,
    typed: shown,
    errors,
    key: c.var.request.ports.ids.next(),
  };
  const page = {
    title: t.policies.write.policy(t.proposals.policyNames[code] ?? code),
    path: `${HERE}/${code}`,
    side: "vote" as const,
    refused: errors.length > 0,
    children: <PolicyForm t={t} facts={facts} />,
  };
  return writePage(c, read.value.around, page, errors.length > 0 ? 422 : 200);
}

async function write(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const say = t.policies.write;
  const typed = typedIn(c);
  const read = await readNewProposal(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const last = lastOf(c, read.value);
  if (last === undefined) return writeLost(c);
  const { policy, wrong } = policyTyped(last.policy, typed);
  const whole = wrong.map((field) => ({ field, message: say.notWhole }));
  const unlawful = policy === null ? [] : faultsOfLaw(t, policy);
  if (typed["act"] === "preview") {
    return showForm(c, { typed, errors: [...whole, ...unlawful], isPreview: true });
  }
  const faults = [...faultsOfWords(t, typed), ...whole, ...unlawful];
  if (policy !== null && isSame(policy, last.policy)) {
    faults.push({ field: "method", message: say.policySame });
  }
  if (faults.length > 0 || policy === null) return showForm(c, { typed, errors: faults });
  const { code: subject } = policy;
  const value = policyText(policy);
  const action = { key: POLICY_KEY, subject, value, follows: last.version };
  return saveChange(c, t, { typed, action, field: "method" }, (errors) =>
    showForm(c, { typed, errors }),
  );
}

/** What the law, or reason, does not allow, at the box where it stands. */
function faultsOfLaw(t: Texts, policy: Policy): readonly FieldError[] {
  const checked = checkPolicy(policy, policyUse(policy.code));
  if (checked.ok) return [];
  const { refusal } = checked;
  const about = refusal.code === "policy-impossible" ? refusal.why : refusal.key;
  return [{ field: BOXES[about] ?? "method", message: reasonOf(t, refusal) }];
}

/** Where a form has what a refusal is about. */
const BOXES: Readonly<Record<string, string>> = {
  "policy.days-enrolled": "daysEnrolled",
  "policy.proxies": "mostProxies",
  "policy.legal-person-votes": "mostVotes",
  "policy.timelock": "time-timelock",
  "revote-is-for-open-ballots": "mayRevote",
  "own-ballot-over-proxy-is-for-open-ballots": "ownBeatsProxy",
  "method-counts-heads": "votes",
  "secret-weights-of-their-own": "votes",
  seats: "seats",
  share: "first-share",
  times: "time-notice",
  proxies: "mostProxies",
};

function isSame(one: Policy, other: Policy): boolean {
  return policyText(one) === policyText(other);
}

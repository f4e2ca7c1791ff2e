import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { ProposalRefusal } from "#domain/governance/refusals.ts";
import type { ChangeGround } from "#domain/governance/proposal/check-changes.ts";
import type { PolicyVersion } from "#domain/governance/policy/policy-text.ts";
import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import type { RuleVersion } from "#domain/governance/rule.ts";
import { STATUTE } from "#domain/governance/statute.ts";
import { toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { type BookMember, membersShown } from "#store/members.ts";
import { policyVersions } from "#store/policies.ts";
import { RULES } from "#store/rule-register.ts";
import { networkRules, versionsForAll } from "#store/rules.ts";

/** For whom whoever asks may speak, as the book has them today. */
export function actingLoader({ credentials, ports }: Request) {
  return membersShown(credentials, toRome(ports.now).date);
}

/** What changes of rules and policies are checked against. */
export function changeLoaders() {
  return { rules: networkRules(), articles: versionsForAll(STATUTE), policies: policyVersions() };
}

/** What `changeLoaders` read, as the domain wants it. */
export function groundOf(known: {
  readonly rules: readonly RuleVersion[];
  readonly articles: readonly RuleVersion[];
  readonly policies: readonly PolicyVersion[];
}): ChangeGround & { readonly policies: readonly PolicyVersion[] } {
  const { rules, articles, policies } = known;
  return { rules: RULES, versions: [...rules, ...articles], policies };
}

/**
 * The member that somebody speaks for: one that is not theirs is answered like one that is not
 * there. Who is suspended has no voice.
 */
export function speaksFor(
  acting: readonly BookMember[],
  memberId: string,
): Outcome<BookMember, AccessRefusal | ProposalRefusal> {
  const member = acting.find((one) => one.memberId === memberId);
  if (member === undefined) return refuse({ code: "not-found", what: "member" });
  return member.state === "suspended" ? refuse({ code: "member-suspended" }) : accept(member);
}

/** A proposal as its author: nobody else finds a draft, and nobody else changes what is public. */
export function authored(
  proposal: Proposal | null,
  acting: readonly BookMember[],
): Outcome<Proposal, AccessRefusal | ProposalRefusal> {
  const shown = visible(proposal, acting);
  if (!shown.ok) return shown;
  const isAuthor = acting.some(({ memberId }) => memberId === shown.value.authorId);
  return isAuthor ? shown : refuse({ code: "not-the-author" });
}

/** A proposal that was put before the members; a draft for its author alone. */
export function visible(
  proposal: Proposal | null,
  acting: readonly BookMember[],
): Outcome<Proposal, AccessRefusal> {
  const isVisible =
    proposal !== null &&
    (proposal.submittedAt !== null ||
      acting.some(({ memberId }) => memberId === proposal.authorId));
  return isVisible ? accept(proposal) : refuse({ code: "not-found", what: "proposal" });
}

/** The person behind an author, where it is one that whoever asks speaks for. */
export function authorsPerson(
  proposal: Proposal | null,
  acting: readonly BookMember[],
): string | null {
  return acting.find(({ memberId }) => memberId === proposal?.authorId)?.personId ?? null;
}

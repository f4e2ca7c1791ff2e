import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { policyAt } from "#domain/governance/policy/policy-text.ts";
import { checkWritten, type TextRefusal } from "#domain/governance/proposal/check-changes.ts";
import { mayBeDone } from "#domain/governance/proposal/may-be-done.ts";
import type { ProposalSubject, ProposalText } from "#domain/governance/proposal/proposal-text.ts";
import type { ProposalId } from "#domain/kernel/ids.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { insertText, TEXT_CHANGED } from "#store/proposal-texts.ts";
import {
  insertProposal,
  nextNumber,
  NUMBER_TAKEN,
  PROPOSAL_ENDED,
  PROPOSAL_FIXED,
  PROPOSAL_OPEN,
  proposalBy,
  submitProposal as submitted,
} from "#store/proposals.ts";
import { actingLoader, authored, changeLoaders, groundOf, speaksFor } from "./ground.ts";

/** What a member writes down to propose it. */
export interface DraftProposal {
  readonly memberId: string;
  /** The code of the policy that is to decide it. */
  readonly policy: string;
  readonly subject: ProposalSubject;
  /** What projects may cost together; null for anything but a budget. */
  readonly budgetCents: Cents | null;
  readonly text: ProposalText;
}

export interface DraftedProposal {
  readonly id: ProposalId;
  readonly number: number;
}

/** What the author changed of a text, or submitted. */
export interface ProposalStep {
  readonly id: ProposalId;
  readonly version: number;
}

/** Somebody else was quicker: what is there now decides. */
export const RACES = Object.fromEntries(
  [...NUMBER_TAKEN, ...TEXT_CHANGED, PROPOSAL_ENDED, PROPOSAL_FIXED, PROPOSAL_OPEN].map(
    (guard) => [guard, "decide-again"] as const,
  ),
);

type DraftRefusal = AccessRefusal | TextRefusal;

/** Begins a proposal: nobody but its author finds it until it is submitted. */
export function draftProposal(request: Request, command: DraftProposal) {
  const id = request.ports.ids.next<ProposalId>();
  return perform(request, {
    load: () => ({ acting: actingLoader(request), number: nextNumber(), ...changeLoaders() }),
    decide: (known, principal): Outcome<Plan<DraftedProposal>, DraftRefusal> => {
      const allowed = allow(principal, "proposals.write");
      if (!allowed.ok) return allowed;
      const member = speaksFor(known.acting, command.memberId);
      if (!member.ok) return member;
      const { now } = request.ports;
      const { subject, budgetCents, text } = command;
      const used = policyAt(known.policies, command.policy, now);
      if (used === null) return refuse({ code: "policy-unknown", policy: command.policy });
      const frame = { subject, budgetCents };
      const written = checkWritten(text, frame, used.policy, groundOf(known));
      if (!written.ok) return written;
      const none = { amendmentId: null, submittedAt: null, endorsedAt: null };
      const proposal = {
        id,
        number: known.number,
        authorId: member.value.memberId,
        policyCode: used.policy.code,
        policyVersion: used.version,
        ...frame,
        ...none,
        createdAt: now,
      };
      const at = { writtenAt: now, writtenBy: actorName(principal) };
      return accept({
        status: 201,
        value: { id, number: known.number },
        statements: [
          insertProposal(proposal),
          insertText({ proposalId: id, version: 1 }, text, frame, at),
        ],
      });
    },
    guards: RACES,
  });
}

/** Another version of the text, by its author; `follows` is the one that they read. */
export function writeText(
  request: Request,
  id: ProposalId,
  { follows, text }: { readonly follows: number; readonly text: ProposalText },
) {
  return perform(request, {
    load: () => ({
      proposal: proposalBy(id),
      acting: actingLoader(request),
      ...changeLoaders(),
    }),
    decide: (known, principal): Outcome<Plan<ProposalStep>, DraftRefusal> => {
      const allowed = allow(principal, "proposals.write");
      if (!allowed.ok) return allowed;
      const proposal = authored(known.proposal, known.acting);
      if (!proposal.ok) return proposal;
      const { now } = request.ports;
      const may = mayBeDone("write", proposal.value.row, now);
      if (!may.ok) return may;
      const last = proposal.value.text.version;
      if (follows !== last) return refuse({ code: "text-changed", version: last });
      const { policy } = proposal.value.policy;
      const written = checkWritten(text, proposal.value, policy, groundOf(known));
      if (!written.ok) return written;
      const version = last + 1;
      const at = { writtenAt: now, writtenBy: actorName(principal) };
      const statement = insertText({ proposalId: id, version }, text, proposal.value, at);
      return accept({ status: 201, value: { id, version }, statements: [statement] });
    },
    guards: RACES,
  });
}

/** Puts a draft before the members, under its policy as it is in force now. */
export function submitProposal(request: Request, id: ProposalId) {
  return perform(request, {
    load: () => ({
      proposal: proposalBy(id),
      acting: actingLoader(request),
      ...changeLoaders(),
    }),
    decide: (known, principal): Outcome<Plan<ProposalStep>, DraftRefusal> => {
      const allowed = allow(principal, "proposals.write");
      if (!allowed.ok) return allowed;
      const proposal = authored(known.proposal, known.acting);
      if (!proposal.ok) return proposal;
      const { row, text, policy, authorId } = proposal.value;
      const author = speaksFor(known.acting, authorId);
      if (!author.ok) return author;
      const { now } = request.ports;
      const may = mayBeDone("submit", row, now);
      if (!may.ok) return may;
      const used = policyAt(known.policies, policy.policy.code, now) ?? policy;
      const written = checkWritten(text, proposal.value, used.policy, groundOf(known));
      if (!written.ok) return written;
      const needed = used.policy.endorsements;
      const statements = [submitted(id, { at: now, needed, policyVersion: used.version })];
      return accept({ value: { id, version: text.version }, statements });
    },
    guards: RACES,
  });
}

import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import {
  type ChangeGround,
  checkWritten,
  type TextRefusal,
} from "#domain/governance/proposal/check-changes.ts";
import { mayBeDone } from "#domain/governance/proposal/may-be-done.ts";
import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import type { ProposalText } from "#domain/governance/proposal/proposal-text.ts";
import type { AmendmentId, ProposalId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import type { Statement } from "#ports/database.ts";
import {
  AMENDMENT_DECIDED,
  amendmentsOf,
  decideAmendment as decided,
  insertAmendment,
  type KeptAmendment,
} from "#store/deliberation.ts";
import { insertText } from "#store/proposal-texts.ts";
import { insertProposal, nextNumber, proposalBy } from "#store/proposals.ts";
import { RACES } from "./draft.ts";
import { actingLoader, authored, changeLoaders, groundOf, speaksFor, visible } from "./ground.ts";

type Refusal = AccessRefusal | TextRefusal;

export interface ProposeAmendment {
  readonly memberId: string;
  /** The version of the text that it changes. */
  readonly follows: number;
  readonly text: ProposalText;
  readonly reason: string;
}

/** Proposes another text for what is being discussed. */
export function proposeAmendment(request: Request, id: ProposalId, command: ProposeAmendment) {
  const amendmentId = request.ports.ids.next<AmendmentId>();
  const { follows, text, reason } = command;
  return perform(request, {
    load: () => ({ proposal: proposalBy(id), acting: actingLoader(request), ...changeLoaders() }),
    decide: (known, principal): Outcome<Plan<{ id: AmendmentId }>, Refusal> => {
      const allowed = allow(principal, "proposals.discuss");
      if (!allowed.ok) return allowed;
      const proposal = visible(known.proposal, known.acting);
      if (!proposal.ok) return proposal;
      const member = speaksFor(known.acting, command.memberId);
      if (!member.ok) return member;
      const { row, policy, text: last } = proposal.value;
      const may = mayBeDone("amend", row, request.ports.now);
      if (!may.ok) return may;
      if (last.version !== follows) {
        return refuse({ code: "amendment-outdated", version: last.version });
      }
      const written = checkWritten(text, proposal.value, policy.policy, groundOf(known));
      if (!written.ok) return written;
      const by = { memberId: member.value.memberId, proposedAt: request.ports.now };
      const amendment = { id: amendmentId, proposalId: id, baseVersion: follows, reason, ...by };
      const statements = [insertAmendment(amendment, text)];
      return accept({ status: 201, value: { id: amendmentId }, statements });
    },
    guards: RACES,
  });
}

export interface DecideAmendment {
  readonly id: ProposalId;
  readonly amendmentId: AmendmentId;
  readonly decision: "accepted" | "rejected" | "put-to-vote";
  readonly reason: string;
}

/** What became of an amendment: the new version of the text, or the proposal it has become. */
export interface DecidedAmendment {
  readonly id: AmendmentId;
  readonly decision: DecideAmendment["decision"];
  /** The version that the text has now. */
  readonly version: number;
  /** The proposal that it is put to the vote as; null unless it is. */
  readonly proposal: { readonly id: ProposalId; readonly number: number } | null;
}

/**
 * The author decides an amendment: takes it into the text, leaves it, or lets the members choose by
 * putting it to the vote as a proposal of its own. A text that changes after its notice needs
 * another notice.
 */
export function decideAmendment(request: Request, command: DecideAmendment) {
  const { id, amendmentId, decision } = command;
  const proposalId = request.ports.ids.next<ProposalId>();
  return perform(request, {
    load: () => ({
      proposal: proposalBy(id),
      acting: actingLoader(request),
      amendments: amendmentsOf(id),
      number: nextNumber(),
      ...changeLoaders(),
    }),
    decide: (known, principal): Outcome<Plan<DecidedAmendment>, Refusal> => {
      const allowed = allow(principal, "proposals.write");
      if (!allowed.ok) return allowed;
      const proposal = authored(known.proposal, known.acting);
      if (!proposal.ok) return proposal;
      const found = known.amendments.find((one) => one.id === amendmentId);
      if (found === undefined) return refuse({ code: "not-found", what: "amendment" });
      const { now: at } = request.ports;
      const amendment = answerable(found, proposal.value, decision, { ...groundOf(known), at });
      if (!amendment.ok) return amendment;
      const by = actorName(principal);
      const own = decision === "put-to-vote" ? { id: proposalId, number: known.number } : null;
      const changes = changesOf(found, proposal.value, { decision, own, at, by });
      const how = { decision, decidedAt: at, decidedBy: by, decisionReason: command.reason };
      const version = proposal.value.text.version + Number(decision === "accepted");
      return accept({
        value: { id: amendmentId, decision, version, proposal: own },
        statements: [decided(amendmentId, how), ...changes],
      });
    },
    guards: { ...RACES, [AMENDMENT_DECIDED]: { code: "amendment-decided" } },
  });
}

/** Whether an amendment may be answered so, now: once, and taken in only on the text it changes. */
function answerable(
  amendment: KeptAmendment,
  { row, text, policy, subject, budgetCents }: Proposal,
  decision: DecideAmendment["decision"],
  { at, ...ground }: ChangeGround & { readonly at: Instant },
): Outcome<KeptAmendment, Refusal> {
  if (amendment.decision !== null) return refuse({ code: "amendment-decided" });
  const may = mayBeDone("amend", row, at);
  if (!may.ok) return may;
  if (decision === "rejected") return accept(amendment);
  if (decision === "accepted" && amendment.baseVersion !== text.version) {
    return refuse({ code: "amendment-outdated", version: text.version });
  }
  return checkWritten(amendment, { subject, budgetCents }, policy.policy, ground);
}

interface Said {
  readonly at: Instant;
  readonly by: string;
}

/** What a decision writes besides itself. */
function changesOf(
  amendment: KeptAmendment,
  proposal: Proposal,
  {
    decision,
    own,
    ...said
  }: Said & Pick<DecideAmendment, "decision"> & { readonly own: DecidedAmendment["proposal"] },
): readonly Statement[] {
  if (own !== null) return asItsOwn(amendment, proposal, own, said);
  if (decision !== "accepted") return [];
  const { id, text } = proposal;
  return [textFrom(amendment, proposal, { id, version: text.version + 1 }, said)];
}

function textFrom(
  amendment: KeptAmendment,
  frame: Proposal,
  { id, version }: { readonly id: ProposalId; readonly version: number },
  { at, by }: Said,
): Statement {
  const written = { writtenAt: at, writtenBy: by };
  return insertText({ proposalId: id, version }, amendment, frame, written);
}

/** The amended text beside the first one: endorsed as that was, and discussed anew. */
function asItsOwn(
  amendment: KeptAmendment,
  { policy, subject, budgetCents, ...rest }: Proposal,
  { id, number }: { readonly id: ProposalId; readonly number: number },
  said: Said,
): readonly Statement[] {
  const frame = { subject, budgetCents };
  return [
    insertProposal({
      id,
      number,
      authorId: amendment.memberId,
      policyCode: policy.policy.code,
      policyVersion: policy.version,
      ...frame,
      amendmentId: amendment.id,
      createdAt: said.at,
      submittedAt: said.at,
      endorsedAt: said.at,
    }),
    textFrom(amendment, { ...rest, policy, ...frame }, { id, version: 1 }, said),
  ];
}

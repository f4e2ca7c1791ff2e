import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { mayBeDone } from "#domain/governance/proposal/may-be-done.ts";
import type { ProposalRefusal } from "#domain/governance/refusals.ts";
import type { CommentId, MemberId, ProposalId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import {
  COMMENT_FIXED,
  commentBy,
  ENDORSED_ALREADY,
  endorsersOf,
  hideComment as hidden,
  insertComment,
  insertEndorsement,
  NOT_TO_ENDORSE,
  type Stance,
} from "#store/deliberation.ts";
import { proposalBy } from "#store/proposals.ts";
import { actingLoader, speaksFor, visible } from "./ground.ts";

type Refusal = AccessRefusal | ProposalRefusal;

export interface Endorsed {
  readonly id: ProposalId;
  readonly memberId: MemberId;
  readonly endorsements: number;
}

/** Puts a member's name to an idea. The last one that its policy asks for begins the discussion. */
export function endorseProposal(request: Request, id: ProposalId, memberId: string) {
  return perform(request, {
    load: () => ({
      proposal: proposalBy(id),
      acting: actingLoader(request),
      endorsers: endorsersOf(id),
    }),
    decide: (known, principal): Outcome<Plan<Endorsed>, Refusal> => {
      const allowed = allow(principal, "proposals.discuss");
      if (!allowed.ok) return allowed;
      const proposal = visible(known.proposal, known.acting);
      if (!proposal.ok) return proposal;
      const member = speaksFor(known.acting, memberId);
      if (!member.ok) return member;
      const may = mayBeDone("endorse", proposal.value.row, request.ports.now);
      if (!may.ok) return may;
      const own = member.value.memberId;
      if (own === proposal.value.authorId) return refuse({ code: "endorsement-own" });
      const isRepeat = known.endorsers.some((one) => one.memberId === own);
      if (isRepeat) return refuse({ code: "endorsed-already" });
      return accept({
        status: 201,
        value: { id, memberId: own, endorsements: proposal.value.endorsements + 1 },
        statements: [insertEndorsement(id, own, request.ports.now)],
      });
    },
    guards: { [ENDORSED_ALREADY]: { code: "endorsed-already" }, [NOT_TO_ENDORSE]: "decide-again" },
  });
}

export interface CommentCommand {
  readonly memberId: string;
  readonly answersId: CommentId | null;
  readonly stance: Stance;
  readonly words: string;
}

/** Says something for or against a proposal, or answers what somebody said. */
export function commentOn(request: Request, id: ProposalId, command: CommentCommand) {
  const commentId = request.ports.ids.next<CommentId>();
  const { memberId, answersId, stance, words } = command;
  return perform(request, {
    load: () => ({
      proposal: proposalBy(id),
      acting: actingLoader(request),
      answered: commentBy(id, answersId),
    }),
    decide: (known, principal): Outcome<Plan<{ id: CommentId }>, Refusal> => {
      const allowed = allow(principal, "proposals.discuss");
      if (!allowed.ok) return allowed;
      const proposal = visible(known.proposal, known.acting);
      if (!proposal.ok) return proposal;
      const member = speaksFor(known.acting, memberId);
      if (!member.ok) return member;
      const may = mayBeDone("comment", proposal.value.row, request.ports.now);
      if (!may.ok) return may;
      if (answersId !== null && known.answered === null) {
        return refuse({ code: "not-found", what: "comment" });
      }
      const said = { proposalId: id, answersId, stance, words, writtenAt: request.ports.now };
      const statement = insertComment({ id: commentId, memberId: member.value.memberId, ...said });
      return accept({ status: 201, value: { id: commentId }, statements: [statement] });
    },
  });
}

/** Hides what must not be read, with the reason: that somebody spoke goes on being shown. */
export function hideComment(
  request: Request,
  { id, commentId, reason }: { id: ProposalId; commentId: CommentId; reason: string },
) {
  return perform(request, {
    load: () => ({ comment: commentBy(id, commentId) }),
    decide: ({ comment }, principal): Outcome<Plan<{ id: CommentId }>, Refusal> => {
      const allowed = allow(principal, "comments.hide");
      if (!allowed.ok) return allowed;
      if (comment === null) return refuse({ code: "not-found", what: "comment" });
      if (comment.hidden !== null) return refuse({ code: "comment-hidden" });
      const { now } = request.ports;
      const by = actorName(principal);
      const how = { hiddenAt: now, hiddenBy: by, hiddenReason: reason };
      return accept({ value: { id: commentId }, statements: [hidden(commentId, how)] });
    },
    guards: { [COMMENT_FIXED]: { code: "comment-hidden" } },
  });
}

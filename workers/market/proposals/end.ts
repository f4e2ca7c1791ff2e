import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { mayBeDone } from "#domain/governance/proposal/may-be-done.ts";
import type { ProposalRefusal } from "#domain/governance/refusals.ts";
import type { ProposalId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { endProposal, proposalBy } from "#store/proposals.ts";
import { RACES } from "./draft.ts";
import { actingLoader, authored, visible } from "./ground.ts";

type Refusal = AccessRefusal | ProposalRefusal;

export interface EndedNow {
  readonly id: ProposalId;
  readonly how: "withdrawn" | "superseded" | "vetoed";
}

export interface EndCommand {
  readonly id: ProposalId;
  readonly reason: string;
}

/** Takes back what is not being voted on yet; its author does. */
export function withdrawProposal(request: Request, { id, reason }: EndCommand) {
  return perform(request, {
    load: () => ({ proposal: proposalBy(id), acting: actingLoader(request) }),
    decide: (known, principal): Outcome<Plan<EndedNow>, Refusal> => {
      const allowed = allow(principal, "proposals.end");
      if (!allowed.ok) return allowed;
      const proposal = authored(known.proposal, known.acting);
      if (!proposal.ok) return proposal;
      const may = mayBeDone("withdraw", proposal.value.row, request.ports.now);
      if (!may.ok) return may;
      const by = actorName(principal);
      return accept(ending(request, { id, how: "withdrawn", by, reason, other: null }));
    },
    guards: RACES,
  });
}

/** Replaces a proposal of one's own by another that is on its way. */
export function supersedeProposal(
  request: Request,
  { id, reason, by: other }: EndCommand & { readonly by: ProposalId },
) {
  return perform(request, {
    load: () => ({
      proposal: proposalBy(id),
      other: proposalBy(other),
      acting: actingLoader(request),
    }),
    decide: (known, principal): Outcome<Plan<EndedNow>, Refusal> => {
      const allowed = allow(principal, "proposals.end");
      if (!allowed.ok) return allowed;
      const proposal = authored(known.proposal, known.acting);
      if (!proposal.ok) return proposal;
      const { now } = request.ports;
      const may = mayBeDone("supersede", proposal.value.row, now);
      if (!may.ok) return may;
      const another = visible(known.other, known.acting);
      if (!another.ok) return another;
      if (other === id) return refuse({ code: "not-found", what: "proposal" });
      const isOnItsWay = mayBeDone("withdraw", another.value.row, now);
      if (!isOnItsWay.ok) return isOnItsWay;
      const by = actorName(principal);
      return accept(ending(request, { id, how: "superseded", by, reason, other }));
    },
    guards: RACES,
  });
}

/** Stops what the law or the statute does not allow, with the reason; supervisors do. */
export function vetoProposal(request: Request, { id, reason }: EndCommand) {
  return perform(request, {
    load: () => ({ proposal: proposalBy(id), acting: actingLoader(request) }),
    decide: (known, principal): Outcome<Plan<EndedNow>, Refusal> => {
      const allowed = allow(principal, "proposals.veto");
      if (!allowed.ok) return allowed;
      const proposal = visible(known.proposal, known.acting);
      if (!proposal.ok) return proposal;
      const may = mayBeDone("veto", proposal.value.row, request.ports.now);
      if (!may.ok) return may;
      const by = actorName(principal);
      return accept(ending(request, { id, how: "vetoed", by, reason, other: null }));
    },
    guards: RACES,
  });
}

function ending(
  { ports }: Request,
  ended: EndCommand & {
    readonly how: EndedNow["how"];
    readonly by: string;
    readonly other: ProposalId | null;
  },
): Plan<EndedNow> {
  const { id, how, by, reason, other: supersededBy } = ended;
  const row = { how, at: ports.now, by, reason, supersededBy };
  return { value: { id, how }, statements: [endProposal(id, row)] };
}

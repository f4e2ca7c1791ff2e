import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { giveProxy as mayGive } from "#domain/governance/electorate/proxies.ts";
import { mayBeDone } from "#domain/governance/proposal/may-be-done.ts";
import type { ProposalRefusal, ProxyRefusal } from "#domain/governance/refusals.ts";
import type { ProposalId, ProxyId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import { electorsAmong } from "#store/electorate.ts";
import { proposalBy } from "#store/proposals.ts";
import {
  insertProxy,
  type KeptProxy,
  PROXY_CHANGED,
  PROXY_FIXED,
  PROXY_TOO_MANY,
  PROXY_USED,
  proxiesOf,
  revokeProxy as revoked,
} from "#store/proxies.ts";
import { actingLoader, speaksFor, visible } from "./ground.ts";

type Refusal = AccessRefusal | ProposalRefusal | ProxyRefusal;

export interface GiveProxy {
  readonly id: ProposalId;
  readonly giverId: string;
  readonly holderId: string;
}

/** Lets another member vote in one's place in the call that is noticed or open. */
export function giveProxy(request: Request, { id, giverId, holderId }: GiveProxy) {
  const proxyId = request.ports.ids.next<ProxyId>();
  return perform(request, {
    load: () => ({
      proposal: proposalBy(id),
      acting: actingLoader(request),
      electors: electorsAmong(id, [giverId, holderId]),
      proxies: proxiesOf(id),
    }),
    decide: (known, principal): Outcome<Plan<{ id: ProxyId }>, Refusal> => {
      const allowed = allow(principal, "proxies.give");
      if (!allowed.ok) return allowed;
      const proposal = visible(known.proposal, known.acting);
      if (!proposal.ok) return proposal;
      const giver = speaksFor(known.acting, giverId);
      if (!giver.ok) return giver;
      const { row, call } = proposal.value;
      const { now: givenAt } = request.ports;
      const may = mayBeDone("give-proxy", row, givenAt);
      if (!may.ok) return may;
      const entitled = known.electors.filter(({ reason }) => reason === "");
      const checked = mayGive(
        { giver: giverId, holder: holderId },
        {
          most: call?.policy.policy.mostProxies ?? 0,
          eligible: new Set(entitled.map(({ memberId }) => memberId)),
          excluded: new Set(entitled.filter((one) => !one.mayHold).map((one) => one.memberId)),
          given: known.proxies.filter(({ revokedAt }) => revokedAt === null),
        },
      );
      if (!checked.ok) return checked;
      const box = { proposalId: id, callNumber: call?.number ?? 0 };
      const statements = [insertProxy(box, { id: proxyId, ...checked.value, givenAt })];
      return accept({ status: 201, value: { id: proxyId }, statements });
    },
    guards: { [PROXY_CHANGED]: "decide-again", [PROXY_TOO_MANY]: "decide-again" },
  });
}

/** Takes a proxy back while the vote goes on; a ballot that was cast by it stays in the box. */
export function revokeProxy(
  request: Request,
  { id, proxyId }: { readonly id: ProposalId; readonly proxyId: ProxyId },
) {
  return perform(request, {
    load: () => ({
      proposal: proposalBy(id),
      acting: actingLoader(request),
      proxies: proxiesOf(id),
    }),
    decide: (known, principal): Outcome<Plan<{ id: ProxyId }>, Refusal> => {
      const allowed = allow(principal, "proxies.revoke");
      if (!allowed.ok) return allowed;
      const proposal = visible(known.proposal, known.acting);
      if (!proposal.ok) return proposal;
      const proxy = known.proxies.find((one) => one.id === proxyId);
      const isOwn = known.acting.some(({ memberId }) => memberId === proxy?.giver);
      if (proxy === undefined || !isOwn) return refuse({ code: "not-found", what: "proxy" });
      if (proxy.revokedAt !== null) return refuse({ code: "proxy-revoked-already" });
      const { now } = request.ports;
      const may = mayBeDone("give-proxy", proposal.value.row, now);
      if (!may.ok) return may;
      return accept({ value: { id: proxyId }, statements: [revoked(proxyId, now)] });
    },
    guards: {
      [PROXY_FIXED]: { code: "proxy-revoked-already" },
      [PROXY_USED]: { code: "proxy-used" },
    },
  });
}

/** The proxies of the last call: one's own for members, all of them for who controls. */
export async function listProxies(
  request: Request,
  id: ProposalId,
): Promise<Outcome<readonly KeptProxy[], Refusal>> {
  const { known, principal } = await look(request, {
    proposal: proposalBy(id),
    acting: actingLoader(request),
    proxies: proxiesOf(id),
  });
  const allowed = allow(principal, "deliberation.read");
  if (!allowed.ok) return allowed;
  const proposal = visible(known.proposal, known.acting);
  if (!proposal.ok) return proposal;
  const { who } = principal;
  const grants = who.kind === "person" || who.kind === "token" ? who.grants : [];
  const controls = grants.some(({ role }) => role === "supervisor" || role === "auditor");
  const own = new Set<string>(known.acting.map(({ memberId }) => memberId));
  const isSeen = ({ giver, holder }: KeptProxy) => controls || own.has(giver) || own.has(holder);
  return accept(known.proxies.filter(isSeen));
}

import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import type { RowPage } from "#market/edge/row-paging.ts";
import {
  changePage,
  changesSoFar,
  NETWORK_CHANGED,
  type NetworkChange,
  type Said,
  writeChanges,
} from "#store/network-history.ts";
import { networkRow, type NetworkView, updateNetwork } from "#store/network.ts";
import type { Page } from "#store/page.ts";

/** What officers change of what the network says of itself; what is left out stays. */
export type NetworkChanges = Partial<Said>;

/** Changes what the network says of itself, and writes down who did it, when, and what it said. */
export function editNetwork(request: Request, changes: NetworkChanges) {
  return perform(request, {
    load: () => ({ network: networkRow(), after: changesSoFar() }),
    decide: ({ network, after }, principal): Outcome<Plan<NetworkView>, AccessRefusal> => {
      const allowed = allow(principal, "network.edit");
      if (!allowed.ok) return allowed;
      if (network === null) return refuse({ code: "not-found", what: "network" });
      const now = { ...network, ...changes };
      const by = { at: request.ports.now, by: actorName(principal) };
      const history = writeChanges({ before: network, now, after }, by);
      return accept({ value: now, statements: [...history, updateNetwork(changes)] });
    },
    guards: { [NETWORK_CHANGED]: "decide-again" },
  });
}

/** What the network said of itself before, and who changed it when; the newest first. */
export async function listChanges(
  request: Request,
  asked: RowPage,
): Promise<Outcome<Page<NetworkChange>, AccessRefusal>> {
  const { known, principal } = await look(request, { page: changePage(asked) });
  const allowed = allow(principal, "network-history.read");
  return allowed.ok ? accept(known.page) : allowed;
}

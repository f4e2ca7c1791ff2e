import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { networkRow, type NetworkView, updateNetwork } from "#store/network.ts";

/** What officers may change of what the network says of itself; what is left out stays. */
export type NetworkChanges = Partial<
  Pick<NetworkView, "name" | "contactEmail" | "legalName" | "taxCode" | "seat">
>;

/** Changes what the network says of itself. The row of the operation says who did it, and when. */
export function editNetwork(request: Request, changes: NetworkChanges) {
  return perform(request, {
    load: () => ({ network: networkRow() }),
    decide: ({ network }, principal): Outcome<Plan<NetworkView>, AccessRefusal> => {
      const allowed = allow(principal, "network.edit");
      if (!allowed.ok) return allowed;
      if (network === null) return refuse({ code: "not-found", what: "network" });
      return accept({ value: { ...network, ...changes }, statements: [updateNetwork(changes)] });
    },
  });
}

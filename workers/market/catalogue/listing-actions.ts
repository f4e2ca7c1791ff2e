import { allow } from "#domain/access/access.ts";
import type { AccessRefusal, EnterpriseGrantRefusal } from "#domain/access/refusals.ts";
import type { CatalogueRefusal } from "#domain/catalogue/refusals.ts";
import type { EnterpriseId, VariantId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { enterpriseById } from "#store/enterprises.ts";
import {
  type ListingAsked,
  listingCount,
  putListings,
  sellable,
  unopened,
  withdrawListing,
} from "#store/listings.ts";

export interface ListVariants {
  readonly hubId: EnterpriseId;
  readonly listings: readonly ListingAsked[];
}

export interface Listed {
  readonly hubId: EnterpriseId;
  readonly listed: number;
}

type Refusals = AccessRefusal | EnterpriseGrantRefusal | CatalogueRefusal;

/**
 * Lists variants for a hub: its next cycle offers them. All of them, or none. Whoever writes the
 * list, each producer has opened its goods to this hub.
 */
export function listVariants(request: Request, { hubId, listings }: ListVariants) {
  const asked = listings.map(({ variantId }) => variantId);
  return perform(request, {
    load: () => ({
      hub: enterpriseById(hubId),
      known: sellable(asked),
      closed: unopened(asked, hubId),
    }),
    decide: ({ hub, known, closed: [closed] }, principal): Outcome<Plan<Listed>, Refusals> => {
      const allowed = allow(principal, "listings.edit", { hub: hubId });
      if (!allowed.ok) return allowed;
      if (hub?.roles.includes("hub") !== true) {
        return refuse({ code: "not-a-hub", enterpriseId: hubId });
      }
      const sold = new Set(known);
      const variantId = asked.find((one) => !sold.has(one));
      if (variantId !== undefined) return refuse({ code: "variant-unknown", variantId });
      if (closed !== undefined) {
        return refuse({ code: "not-granted", kind: "list-in-cycles", ownerId: closed.ownerId });
      }
      return accept({
        value: { hubId, listed: sold.size },
        statements: [putListings(hubId, listings, request.ports.now)],
      });
    },
  });
}

export interface Unlisted {
  readonly hubId: EnterpriseId;
  readonly variantId: VariantId;
}

/** Takes a variant off a hub's list; cycles that are published keep their offers. */
export function unlistVariant(request: Request, command: Unlisted) {
  const { hubId, variantId } = command;
  return perform(request, {
    load: () => ({ count: listingCount(variantId, hubId) }),
    decide: ({ count }, principal): Outcome<Plan<Unlisted>, Refusals> => {
      const allowed = allow(principal, "listings.edit", { hub: hubId });
      if (!allowed.ok) return allowed;
      if (count === 0) return refuse({ code: "not-found", what: "listing" });
      return accept({
        value: command,
        statements: [withdrawListing(variantId, hubId, request.ports.now)],
      });
    },
  });
}

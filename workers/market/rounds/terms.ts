import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { EmissionFactor } from "#domain/delivery/footprint.ts";
import type { EarthPoint } from "#domain/kernel/earth.ts";
import type { EnterpriseId, OrderId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import { enterpriseById } from "#store/enterprises.ts";
import {
  type CollectionTerms,
  emissionFactors,
  FACTOR_CHANGED,
  orderOfHub,
  type HubTerms,
  noteFactor,
  type NumberedFactor,
  setCollectionTerms,
  setHubTerms,
  setOrderDoor,
} from "#store/round-terms.ts";

/** Says how a hub works on delivery day. */
export function setTermsOfHub(request: Request, hubId: EnterpriseId, terms: HubTerms) {
  return perform(request, {
    load: () => ({ hub: enterpriseById(hubId) }),
    decide: ({ hub }, principal): Outcome<Plan<HubTerms>, AccessRefusal> => {
      const allowed = allow(principal, "enterprises.edit", { hub: hubId });
      if (!allowed.ok) return allowed;
      if (hub?.roles.includes("hub") !== true) {
        return refuse({ code: "not-found", what: "enterprise" });
      }
      const said = { at: request.ports.now, actor: actorName(principal) };
      return accept({ value: terms, statements: [setHubTerms(hubId, terms, said)] });
    },
  });
}

/** Says when a producer's goods are fetched, or that it brings them. */
export function setTermsOfProducer(
  request: Request,
  enterpriseId: EnterpriseId,
  terms: CollectionTerms,
) {
  return perform(request, {
    load: () => ({ producer: enterpriseById(enterpriseId) }),
    decide: ({ producer }, principal): Outcome<Plan<CollectionTerms>, AccessRefusal> => {
      const allowed = allow(principal, "enterprises.edit", { producer: enterpriseId });
      if (!allowed.ok) return allowed;
      if (producer?.roles.includes("producer") !== true) {
        return refuse({ code: "not-found", what: "enterprise" });
      }
      const said = { at: request.ports.now, actor: actorName(principal) };
      const statements = [setCollectionTerms(enterpriseId, terms, said)];
      return accept({ value: terms, statements });
    },
  });
}

/** Says where an order is brought that nobody can place by its address. */
export function placeOrderDoor(request: Request, orderId: OrderId, door: EarthPoint) {
  return perform(request, {
    load: () => ({ order: orderOfHub(orderId) }),
    decide: ({ order }, principal): Outcome<Plan<EarthPoint>, AccessRefusal> => {
      const allowed = allow(principal, "rounds.manage", { hub: order?.hubId ?? null });
      if (!allowed.ok) return allowed;
      if (order === null) return refuse({ code: "not-found", what: "order" });
      const said = { at: request.ports.now, actor: actorName(principal) };
      return accept({ value: door, statements: [setOrderDoor(orderId, door, said)] });
    },
  });
}

/** What kilometres are counted by; anyone may read it. */
export async function listFactors(
  request: Request,
): Promise<Outcome<{ readonly items: readonly NumberedFactor[] }, AccessRefusal>> {
  const { known, principal } = await look(request, { factors: emissionFactors() });
  const allowed = allow(principal, "emission-factors.read");
  return allowed.ok ? accept({ items: known.factors }) : allowed;
}

/** Notes what a kilometre of a kind of vehicle emits, and who says so. */
export function addFactor(request: Request, factor: EmissionFactor) {
  return perform(request, {
    load: () => ({ factors: emissionFactors() }),
    decide: ({ factors }, principal): Outcome<Plan<NumberedFactor>, AccessRefusal> => {
      const allowed = allow(principal, "emission-factors.edit");
      if (!allowed.ok) return allowed;
      const last = factors.find(({ vehicleKind }) => vehicleKind === factor.vehicleKind);
      const numbered = { ...factor, number: (last?.number ?? 0) + 1 };
      const said = { at: request.ports.now, actor: actorName(principal) };
      return accept({ status: 201, value: numbered, statements: [noteFactor(numbered, said)] });
    },
    guards: { [FACTOR_CHANGED]: "decide-again" },
  });
}

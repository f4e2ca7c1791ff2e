import { allow, type Subjects } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { EnterpriseId, VehicleId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import { enterpriseById } from "#store/enterprises.ts";
import {
  changeVehicle,
  insertVehicle,
  retireVehicle,
  vehicleInUse,
  type VehicleRow,
  vehiclesInUse,
} from "#store/shifts.ts";

export type VehicleTold = Omit<VehicleRow, "vehicleId">;

/** Whose a vehicle is says who may do something with it. */
function subjectsOf(enterpriseId: EnterpriseId): Subjects {
  return { hub: enterpriseId, courier: enterpriseId };
}

/** The vehicles that this reader may put on a shift: all of them, or those of their enterprise. */
export async function listVehicles(
  request: Request,
): Promise<
  Outcome<
    { readonly items: readonly (VehicleRow & { readonly enterpriseName: string })[] },
    AccessRefusal
  >
> {
  const { known, principal } = await look(request, { vehicles: vehiclesInUse() });
  const mine = known.vehicles.filter(
    ({ enterpriseId }) => allow(principal, "vehicles.read", subjectsOf(enterpriseId)).ok,
  );
  if (mine.length > 0) return accept({ items: mine });
  const allowed = allow(principal, "vehicles.read", ownFirms(principal));
  return allowed.ok ? accept({ items: [] }) : allowed;
}

/** A hub or a courier without any vehicle sees an empty list, not a no. */
function ownFirms(principal: Parameters<typeof allow>[0]): Subjects {
  const { who } = principal;
  if (who.kind !== "token" && who.kind !== "person") return {};
  const of = (role: "hub" | "courier") =>
    who.grants.find((grant) => grant.role === role)?.subject ?? null;
  return { hub: of("hub"), courier: of("courier") };
}

/** Enters a vehicle. */
export function addVehicle(request: Request, told: VehicleTold) {
  const { enterpriseId } = told;
  return perform(request, {
    load: () => ({ enterprise: enterpriseById(enterpriseId) }),
    decide: ({ enterprise }, principal): Outcome<Plan<VehicleRow>, AccessRefusal> => {
      const allowed = allow(principal, "vehicles.manage", subjectsOf(enterpriseId));
      if (!allowed.ok) return allowed;
      if (enterprise === null) return refuse({ code: "not-found", what: "enterprise" });
      const vehicle = { ...told, vehicleId: request.ports.ids.next<VehicleId>() };
      const statements = [insertVehicle(vehicle, request.ports.now)];
      return accept({ status: 201, value: vehicle, statements });
    },
  });
}

/** Says anew what a vehicle carries and costs; whose it is stays. */
export function editVehicle(
  request: Request,
  vehicleId: VehicleId,
  told: Omit<VehicleTold, "enterpriseId">,
) {
  return perform(request, {
    load: () => ({ vehicle: vehicleInUse(vehicleId) }),
    decide: ({ vehicle }, principal): Outcome<Plan<VehicleRow>, AccessRefusal> => {
      const mine = ownVehicle(principal, vehicle);
      if (!mine.ok) return mine;
      const changed = { ...mine.value, ...told };
      return accept({ value: changed, statements: [changeVehicle(changed)] });
    },
  });
}

/** Takes a vehicle out of use; its shifts stay as they were. */
export function retire(request: Request, vehicleId: VehicleId) {
  return perform(request, {
    load: () => ({ vehicle: vehicleInUse(vehicleId) }),
    decide: ({ vehicle }, principal): Outcome<Plan<VehicleRow>, AccessRefusal> => {
      const mine = ownVehicle(principal, vehicle);
      if (!mine.ok) return mine;
      const statements = [retireVehicle(vehicleId, request.ports.now)];
      return accept({ status: 201, value: mine.value, statements });
    },
  });
}

function ownVehicle(
  principal: Parameters<typeof allow>[0],
  vehicle: VehicleRow | null,
): Outcome<VehicleRow, AccessRefusal> {
  if (vehicle === null) {
    const allowed = allow(principal, "vehicles.manage");
    return allowed.ok ? refuse({ code: "not-found", what: "vehicle" }) : allowed;
  }
  const allowed = allow(principal, "vehicles.manage", subjectsOf(vehicle.enterpriseId));
  return allowed.ok ? accept(vehicle) : allowed;
}

import { type CivilDate, fromRome } from "#domain/kernel/instant.ts";
import { demoCapacities, demoFactors, demoVehicles } from "#schema/demo/rounds.ts";
import { named, type Told } from "./stage.ts";

interface DemoShift {
  readonly vehicle: string;
  readonly task: "collect" | "deliver";
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** The vehicles of the demo by their codes. */
export type DemoFleet = ReadonlyMap<string, string>;

/** Enters what the demo drives with, what that emits, and how many orders a window takes. */
export async function enterFleet({ client, names }: Told): Promise<DemoFleet> {
  const owners = { hub: names.hub, courier: names.courier };
  const fleet = new Map<string, string>();
  for (const { code, owner, ...told } of demoVehicles) {
    const body = { ...told, enterpriseId: owners[owner] };
    const { vehicleId } = await client.write<{ vehicleId: string }>("POST", "/vehicles", body);
    fleet.set(code, vehicleId);
  }
  for (const factor of demoFactors) await client.write("POST", "/emission-factors", factor);
  for (const [window, capacityOrders] of Object.entries(demoCapacities)) {
    const path = `/slots/${named(names.slots, window)}/capacity`;
    await client.write("PUT", path, { capacityOrders });
  }
  return fleet;
}

/** Says who drives on a cycle's delivery day. */
export async function putOnShift(
  { client }: Told,
  fleet: DemoFleet,
  cycle: { readonly id: string; readonly deliveryDay: CivilDate },
  shifts: readonly DemoShift[],
): Promise<void> {
  const at = (minuteOfDay: number) => fromRome({ date: cycle.deliveryDay, minuteOfDay });
  for (const { vehicle, task, fromMinute, toMinute } of shifts) {
    const body = {
      vehicleId: named(fleet, vehicle),
      task,
      fromAt: at(fromMinute),
      toAt: at(toMinute),
    };
    await client.write("POST", `/cycles/${cycle.id}/shifts`, body);
  }
}

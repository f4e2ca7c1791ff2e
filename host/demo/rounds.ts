import { type CivilDate, fromRome } from "#domain/kernel/instant.ts";
import { demoCapacities, demoFactors, demoVehicles } from "#schema/demo/rounds.ts";
import { named, type Told } from "./stage.ts";

interface DemoShift {
  readonly vehicle: string;
  readonly task: "collect" | "deliver";
  /** By name; absent while nobody is. */
  readonly driver?: string;
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** What the demo drives with, by codes, and who of its people is who, by name. */
export interface DemoFleet {
  readonly vehicles: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

/** Enters what the demo drives with, what that emits, and how many orders a window takes. */
export async function enterFleet({ client, names }: Told): Promise<DemoFleet> {
  const owners = { hub: names.hub, courier: names.courier };
  const vehicles = new Map<string, string>();
  for (const { code, owner, ...told } of demoVehicles) {
    const body = { ...told, enterpriseId: owners[owner] };
    const { vehicleId } = await client.write<{ vehicleId: string }>("POST", "/vehicles", body);
    vehicles.set(code, vehicleId);
  }
  for (const factor of demoFactors) await client.write("POST", "/emission-factors", factor);
  for (const [window, capacityOrders] of Object.entries(demoCapacities)) {
    const path = `/slots/${named(names.slots, window)}/capacity`;
    await client.write("PUT", path, { capacityOrders });
  }
  // Who carries a hub's crates sees its rounds: the doors they go to, and what changes.
  const carrying = { holderId: names.courier, kinds: ["transport"] };
  await client.write("POST", `/enterprises/${names.hub}/grants`, carrying);
  const people = await client.list<{ id: string; name: string }>("/people");
  return { vehicles, people: new Map(people.map(({ id, name }) => [name, id])) };
}

/** Says who drives on a cycle's delivery day. */
export async function putOnShift(
  { client }: Told,
  fleet: DemoFleet,
  cycle: { readonly id: string; readonly deliveryDay: CivilDate },
  shifts: readonly DemoShift[],
): Promise<void> {
  const at = (minuteOfDay: number) => fromRome({ date: cycle.deliveryDay, minuteOfDay });
  for (const { vehicle, task, driver, fromMinute, toMinute } of shifts) {
    const body = {
      vehicleId: named(fleet.vehicles, vehicle),
      personId: driver === undefined ? null : named(fleet.people, driver),
      task,
      fromAt: at(fromMinute),
      toAt: at(toMinute),
    };
    await client.write("POST", `/cycles/${cycle.id}/shifts`, body);
  }
}

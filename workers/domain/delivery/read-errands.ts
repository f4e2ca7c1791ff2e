import type { Errand, Stop, StopType } from "./problem.ts";
import type { Field } from "./read-fields.ts";

const stopKeys = [
  "id",
  "description",
  "location",
  "location_index",
  "setup",
  "service",
  "setup_per_type",
  "service_per_type",
  "time_windows",
];
/** Seconds: with the latest instant and the longest way it still adds up in 32 bits. */
export const LONGEST_WORK = 50_000_000;

const errandKeys = ["skills", "priority", "vehicle", "max_ride", "planned", "aboard"];

/**
 * A job of VROOM's JSON, and what is ours: `release`, `vehicle`, `max_ride`, `planned`, and
 * `aboard` for one whose goods are in its vehicle already.
 */
export function readJob(field: Field, places: number): Errand {
  field.only([...stopKeys, ...errandKeys, "delivery", "pickup", "release"]);
  const leaves = field.get("delivery").amounts();
  const takes = field.get("pickup").amounts();
  const job = stopFrom(field, { type: "job", places, leaves, takes });
  if (field.has("aboard")) field.get("aboard").get("since").integer();
  const release = field.has("release") ? { release: field.get("release").integer() } : {};
  return { stops: [{ ...job, ...release }], ...demandsOf(field) };
}

/**
 * A shipment of VROOM's JSON. Ours are: `pickups`, each with its own `amount`, instead of `pickup`;
 * `aboard`, for goods that are in the named `vehicle` already, all of them or, beside `pickups`, an
 * `amount` of them; and `returns`, empties that are taken along where it is delivered.
 */
export function readShipment(field: Field, places: number): Errand {
  const own = ["pickup", "pickups", "delivery", "amount", "returns"];
  field.only([...own, ...errandKeys]);
  const pickups = pickupsFrom(field, places);
  const drop = field.get("delivery");
  drop.only(stopKeys);
  const fetched = field.has("aboard") ? [field.get("aboard").get("amount").amounts()] : [];
  const leaves = field.has("pickups")
    ? sumOf([...fetched, ...pickups.map(({ takes }) => takes)])
    : field.get("amount").amounts();
  const delivery = stopFrom(drop, { type: "delivery", places, leaves, takes: [] });
  const returns = field.has("returns") ? { returns: field.get("returns").amounts() } : {};
  return { stops: [...pickups, { ...delivery, ...returns }], ...demandsOf(field) };
}

function pickupsFrom(field: Field, places: number): Stop[] {
  const isClear = !field.has("pickup") || !(field.has("pickups") || field.has("aboard"));
  if (!isClear) field.fail("pickup alone, or pickups, or what is aboard");
  if (field.has("aboard") && !field.has("pickups")) return [];
  if (!field.has("pickups")) {
    field.get("pickup").only(stopKeys);
    const takes = field.get("amount").amounts();
    return [stopFrom(field.get("pickup"), { type: "pickup", places, leaves: [], takes })];
  }
  if (field.has("amount")) field.get("amount").fail("an amount for each of the pickups instead");
  const pickups = field.get("pickups").list();
  if (pickups.length === 0) field.get("pickups").fail("at least one pickup");
  return pickups.map((pickup) => {
    pickup.only([...stopKeys, "amount"]);
    const takes = pickup.get("amount").amounts();
    return stopFrom(pickup, { type: "pickup", places, leaves: [], takes });
  });
}

function sumOf(amounts: readonly (readonly number[])[]): number[] {
  const width = Math.max(0, ...amounts.map(({ length }) => length));
  return Array.from({ length: width }, (_, d) =>
    amounts.reduce((sum, amount) => sum + (amount[d] ?? 0), 0),
  );
}

function demandsOf(field: Field): Omit<Errand, "stops"> {
  return {
    skills: field.get("skills").amounts(),
    priority: field.get("priority").integer({ otherwise: 0, most: 100 }),
    ...(field.has("vehicle") ? { vehicle: field.get("vehicle").integer() } : {}),
    ...(field.has("max_ride") ? { maxRide: field.get("max_ride").integer() } : {}),
    ...(field.has("aboard") ? aboardFrom(field) : {}),
    ...(field.has("planned") ? { planned: plannedFrom(field.get("planned")) } : {}),
  };
}

/** Who limits the ride of goods that are under way must say since when. */
function aboardFrom(field: Field): Pick<Errand, "aboardSince"> {
  const aboard = field.get("aboard");
  aboard.only(["since", "amount"]);
  if (!field.has("vehicle")) field.get("vehicle").fail("the vehicle that has it aboard");
  if (!aboard.has("since") && !field.has("max_ride")) return {};
  return { aboardSince: aboard.get("since").integer() };
}

function plannedFrom(field: Field): NonNullable<Errand["planned"]> {
  field.only(["vehicle", "time"]);
  return {
    ...(field.has("vehicle") ? { vehicle: field.get("vehicle").integer() } : {}),
    ...(field.has("time") ? { at: field.get("time").integer() } : {}),
  };
}

interface Fixed extends Pick<Stop, "leaves" | "takes"> {
  readonly type: StopType;
  readonly places: number;
}

function stopFrom(field: Field, { type, places, leaves, takes }: Fixed): Stop {
  return {
    type,
    id: field.get("id").integer(),
    place: field.get("location_index").integer({ most: places - 1 }),
    setup: field.get("setup").integer({ otherwise: 0, most: LONGEST_WORK }),
    service: field.get("service").integer({ otherwise: 0, most: LONGEST_WORK }),
    setupPerType: field.get("setup_per_type").integersByName(LONGEST_WORK),
    servicePerType: field.get("service_per_type").integersByName(LONGEST_WORK),
    windows: field.get("time_windows").windows(),
    leaves,
    takes,
  };
}

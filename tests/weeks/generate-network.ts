/** The network of a generated week: its terms, places, households, producers and products. */
import type { Dice } from "./dice.ts";
import type { WeekSize } from "./generate.ts";
import { sketchShelf, times } from "./generate-shelf.ts";
import type { Identify } from "./identify.ts";
import type {
  GroupEntry,
  HouseholdEntry,
  NetworkFile,
  NetworkTerms,
  PickupPointEntry,
} from "./week-files.ts";

/** A network whose boxes, minimums and openings are still to be set, once orders are known. */
export function sketchNetwork(chance: Dice, name: Identify, size: Required<WeekSize>): NetworkFile {
  const pickupPoints = times(chance.between(1, 4), (place) => pickupPoint(chance, name, place));
  const households = sketchHouseholds(chance, name, { count: size.households, pickupPoints });
  return {
    note: "Made by chance for a test, CC0-1.0.",
    network: terms(chance),
    hub: { id: name("Q", 99), name: "Magazzino di rete", lat: 45.43, lon: 10.96 },
    groups: groupsOf(households, pickupPoints),
    pickup_points: pickupPoints,
    households,
    ...sketchShelf(chance, name, size),
  };
}

function terms(chance: Dice): NetworkTerms {
  return {
    name: "Rete di una settimana",
    currency: "EUR",
    prices_include_vat: true,
    network_fee_percent: chance.pick([0, 2.5, 4.35, 4.35, 5, 6, 6.5, 6.5, 7.25, 12.5]),
    home_delivery_fee_cents: chance.pick([350, 350, 490, 1, 0]),
    card_hold_percent_of_variable: chance.pick([100, 105.5, 107.25, 110, 112.5, 115, 125]),
    wallet_floor_cents: chance.pick([-1000, -1000, -2500, -20_000, -1, 0, 500]),
  };
}

function pickupPoint(chance: Dice, name: Identify, place: number): PickupPointEntry {
  return {
    id: name("Q", place),
    name: `Ritiro ${place}`,
    street: `via del Ritiro ${place}`,
    ...somewhere(chance),
    opens: "17:00",
    closes: "19:30",
    capacity_orders: chance.between(1, 60),
  };
}

interface HouseholdsAsked {
  readonly count: number;
  readonly pickupPoints: readonly PickupPointEntry[];
}

function sketchHouseholds(
  chance: Dice,
  name: Identify,
  { count, pickupPoints }: HouseholdsAsked,
): HouseholdEntry[] {
  // Now and then the last pickup point is left for nobody.
  const open = pickupPoints.length > 1 && chance.chance(50) ? -1 : pickupPoints.length;
  const places = pickupPoints.slice(0, open).map(({ id }) => id);
  const groups = chance.between(0, 3);
  return times(count, (place) => {
    const group = groups > 0 && chance.chance(60) ? name("G", chance.between(1, groups)) : null;
    const home = chance.chance(group === null ? 45 : 15);
    const wallet = chance.chance(group === null ? 10 : 88);
    return {
      id: name("H", place),
      group,
      member: group !== null || chance.chance(40),
      street: `via Cantarane ${place}`,
      postcode: "37129",
      ...somewhere(chance),
      fulfilment: home ? "home" : chance.pick(places),
      window: home ? chance.pick([EARLY, LATE]) : null,
      payment: wallet ? "wallet" : "card",
      wallet_opening_cents: 0,
    };
  });
}

const EARLY = ["17:00", "19:00"] as const;
const LATE = ["19:00", "21:00"] as const;

/** One group for each that a household names; its first household coordinates it. */
function groupsOf(
  households: readonly HouseholdEntry[],
  pickupPoints: readonly PickupPointEntry[],
): GroupEntry[] {
  const coordinators = new Map<string, string>();
  for (const { id, group } of households) {
    if (group !== null && !coordinators.has(group)) coordinators.set(group, id);
  }
  return [...coordinators].map(([id, coordinator], place) => ({
    id,
    name: `GAS ${id}`,
    pickup: pickupPoints[place % pickupPoints.length]?.id ?? "",
    coordinator,
  }));
}

function somewhere(chance: Dice) {
  return {
    lat: (45_437_000 + chance.below(8500)) / 1_000_000,
    lon: (11_001_000 + chance.below(14_000)) / 1_000_000,
  };
}

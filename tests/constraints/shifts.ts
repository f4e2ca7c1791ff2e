import {
  checksOf,
  insert,
  replace,
  type Row,
  type Sample,
  statement,
  type Trial,
} from "./attempt.ts";
import { anOrder } from "./order-rows.ts";

const vehicle: Row = {
  id: "cargo-1",
  enterprise_id: "loggia",
  name: "Cargo 1",
  kind: "cargo-bike",
  profile: "bike",
  capacity_grams: 80_000,
  capacity_millilitres: 320_000,
  capacity_crates: 8,
  cold_crates: 2,
  range_metres: 45_000,
  round_cents: 0,
  hour_cents: 1800,
  km_cents: 10,
  made_at: 1000,
  retired_at: null,
};
const shift: Row = {
  id: "evening-1",
  cycle_id: "week-23",
  vehicle_id: "cargo-1",
  person_id: null,
  task: "deliver",
  from_at: 10_000,
  to_at: 20_000,
  made_at: 2000,
  made_by: "anna",
  cancelled_at: null,
};
const capacity: Row = { slot_id: "evening", orders: 2, set_at: 1000, set_by: "anna" };
const hours: Row = {
  hub_id: "loggia",
  sort_from_minute: 780,
  sort_to_minute: 870,
  reload_minutes: 8,
  home_minutes: 3,
  cold_ride_minutes: 120,
  set_at: 1000,
  set_by: "anna",
};
const collection: Row = {
  enterprise_id: "malga",
  brings: 0,
  from_minute: 360,
  to_minute: 780,
  set_at: 1000,
  set_by: "anna",
};
const door: Row = {
  order_id: "order-1",
  lat_microdegrees: 45_438_400,
  lon_microdegrees: 10_993_100,
  set_at: 1000,
  set_by: "anna",
};

const samples: readonly Sample[] = [
  {
    table: "vehicle",
    seeds: [vehicle, { ...vehicle, id: "cargo-2", retired_at: 1500 }],
    fresh: { ...vehicle, id: "cargo-3" },
  },
  {
    table: "courier_shift",
    seeds: [shift, { ...shift, id: "called-off", from_at: 30_000, to_at: 40_000, cancelled_at: 5 }],
    fresh: { ...shift, id: "evening-2", from_at: 20_000, to_at: 30_000 },
  },
  { table: "slot_capacity", seeds: [{ ...capacity, slot_id: "at-home" }], fresh: capacity },
  { table: "slot_total", seeds: [], fresh: { cycle_id: "week-24", slot_id: "evening", orders: 1 } },
  { table: "hub_terms", seeds: [{ ...hours, hub_id: "malga" }], fresh: hours },
  {
    table: "collection_terms",
    seeds: [{ ...collection, enterprise_id: "loggia" }],
    fresh: collection,
  },
  { table: "order_door", seeds: [door], fresh: { ...door, order_id: "order-3" } },
];

/** A further order for the same evening. */
const later: Row = {
  ...anOrder,
  id: "order-7",
  code: "F-7",
  household_id: null,
  payment: "card",
  link_digest: "7".repeat(64),
};
const atMost = (orders: number) => insert("slot_capacity", { ...capacity, orders });
const ofEvening =
  "SELECT orders FROM slot_total WHERE cycle_id = 'week-23' AND slot_id = 'evening'";
const pointFull = statement("UPDATE pickup_point SET capacity_orders = 1 WHERE id = 'porch'");
const doors = "SELECT order_id FROM order_door";

/** Vehicles, shifts, slots and how hubs and producers work on delivery day. */
export const shiftsTrial: Trial = {
  samples,
  checks: [
    ...checksOf("vehicle", [
      ["vehicle_name_said", { name: "" }],
      ["vehicle_kind_said", { kind: "" }],
      ["vehicle_profile_known", { profile: "boat" }],
      ["vehicle_carries_weight", { capacity_grams: 0 }],
      ["vehicle_has_room", { capacity_millilitres: 0 }],
      ["vehicle_takes_crates", { capacity_crates: 0, cold_crates: 0 }],
      ["vehicle_cold_crates_among_crates", { cold_crates: 9 }],
      ["vehicle_range_positive", { range_metres: 0 }],
      ["vehicle_made_at_instant", { made_at: -1 }],
      ["vehicle_tariff_positive", { hour_cents: -1 }],
    ]),
    ...checksOf("courier_shift", [
      ["courier_shift_task_known", { task: "rest" }],
      ["courier_shift_from_instant", { from_at: -1 }],
      ["courier_shift_ends_after_it_begins", { to_at: 20_000 }],
      ["courier_shift_ends_after_it_begins", { to_at: 20_000 + 57_600_001 }],
      ["courier_shift_made_at_instant", { made_at: -1 }],
    ]),
    ...checksOf("slot_capacity", [
      ["slot_capacity_positive", { orders: 0 }],
      ["slot_capacity_set_at_instant", { set_at: -1 }],
    ]),
    ...checksOf("slot_total", [["slot_total_positive", { orders: -1 }]]),
    ...checksOf("hub_terms", [
      ["hub_terms_sort_in_day", { sort_from_minute: -1 }],
      ["hub_terms_cold_ride_sane", { cold_ride_minutes: 4 }],
      ["hub_terms_set_at_instant", { set_at: -1 }],
      ["hub_terms_sort_ends", { sort_to_minute: 779 }],
      ["hub_terms_sort_ends", { sort_to_minute: 1441 }],
      ["hub_terms_minutes_few", { reload_minutes: 121 }],
      ["hub_terms_minutes_few", { home_minutes: -1 }],
    ]),
    ...checksOf("collection_terms", [
      ["collection_terms_brings_or_not", { brings: 2 }],
      ["collection_terms_from_in_day", { from_minute: -1 }],
      ["collection_terms_to_after_from", { to_minute: 360 }],
      ["collection_terms_to_after_from", { to_minute: 1441 }],
      ["collection_terms_set_at_instant", { set_at: -1 }],
    ]),
    ...checksOf("order_door", [
      ["order_door_lat_on_earth", { lat_microdegrees: 90_000_001 }],
      ["order_door_lon_on_earth", { lon_microdegrees: -180_000_001 }],
      ["order_door_set_at_instant", { set_at: -1 }],
    ]),
  ],
  refusals: [
    {
      trigger: "courier_shift_alone",
      says: "refused:shift-overlaps",
      title: "nobody drives the same vehicle twice at once",
      by: [insert("courier_shift", { ...shift, id: "evening-3", from_at: 19_999, to_at: 30_000 })],
    },
    {
      trigger: "courier_shift_alone",
      says: "refused:shift-overlaps",
      title: "a shift is not replaced",
      by: [replace("courier_shift", { ...shift, from_at: 50_000, to_at: 60_000 })],
    },
    {
      trigger: "courier_shift_alone",
      says: "refused:vehicle-retired",
      title: "a vehicle that is gone has no more shifts",
      by: [insert("courier_shift", { ...shift, id: "evening-3", vehicle_id: "cargo-2" })],
    },
    {
      trigger: "courier_shift_stays",
      says: "refused:shift-fixed",
      title: "a shift that a plan may speak of is not moved",
      by: [statement("UPDATE courier_shift SET to_at = 21000 WHERE id = 'evening-1'")],
    },
    {
      trigger: "courier_shift_stays",
      says: "refused:shift-fixed",
      title: "a shift that was called off stays so",
      by: [statement("UPDATE courier_shift SET cancelled_at = NULL WHERE id = 'called-off'")],
    },
    {
      trigger: "customer_order_finds_room",
      says: "refused:slot-full",
      title: "a slot that is full takes no more orders",
      by: [atMost(1), insert("customer_order", later)],
    },
    {
      trigger: "customer_order_finds_place",
      says: "refused:place-full",
      title: "a pickup point that is full takes no more orders",
      by: [pointFull, insert("customer_order", later)],
    },
    {
      trigger: "customer_order_moves_to_room",
      says: "refused:place-full",
      title: "an order does not move to a pickup point that is full",
      by: [
        insert("customer_order", { ...later, place: "home", slot_id: null }),
        pointFull,
        statement("UPDATE customer_order SET place = 'porch' WHERE id = 'order-7'"),
      ],
    },
    {
      trigger: "customer_order_keeps_slot",
      says: "refused:slot-fixed",
      title: "an order does not move to another slot past the count",
      by: [statement("UPDATE customer_order SET slot_id = NULL WHERE id = 'order-1'")],
    },
  ],
  effects: [
    {
      trigger: "customer_order_takes_slot",
      title: "an order is counted in its slot",
      by: [statement("DELETE FROM slot_total"), insert("customer_order", later)],
      shows: ofEvening,
      gives: [[1]],
    },
    {
      trigger: "customer_order_gives_slot_back",
      title: "an order that is cancelled leaves its place to another",
      by: [
        statement("DELETE FROM slot_total"),
        insert("customer_order", later),
        statement("UPDATE customer_order SET cancelled_at = 5 WHERE id = 'order-7'"),
      ],
      shows: ofEvening,
      gives: [[0]],
    },
    {
      trigger: "order_door_goes_with_contact",
      title: "where a guest lives is forgotten with the address",
      by: [statement("DELETE FROM order_contact WHERE order_id = 'order-1'")],
      shows: doors,
      gives: [],
    },
    {
      trigger: "order_door_goes_with_household",
      title: "where a household lives is forgotten with the household",
      by: [statement("DELETE FROM household_profile WHERE household_id = 'rossi'")],
      shows: doors,
      gives: [],
    },
  ],
};

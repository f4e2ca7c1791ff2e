import type { Errand, Matrix, Problem, Vehicle } from "#domain/delivery/problem.ts";
import { secondsAt } from "./fleet.ts";
import type { Legend, PlaceRef } from "./legend.ts";
import { isHub } from "./make-rounds.ts";
import { DIMENSIONS, parcelsOfOrders } from "./parcels.ts";
import type { DayOrder, RoundsDay } from "./rounds-day.ts";
import { dropOf } from "./stops.ts";

/** The round that a producer would drive if it brought its own goods to everybody itself. */
export interface OwnRound {
  readonly enterpriseId: string;
  readonly problem: Problem;
}

/** From when to when a producer would be out by itself. */
const OWN_DAY = { fromMinute: 6 * 60, toMinute: 22 * 60 } as const;
/** It makes as many trips as it takes: nothing is left out for want of room. */
const ROOM = 1_000_000_000;

/**
 * What sharing is compared with: the same orders, roads and windows, each producer alone with a
 * vehicle of its own, from its yard and back. Orders that the common round cannot carry because
 * nobody knows where they go are left out here, too.
 * @param legend of the problem made of this day; `matrices` are those between its places
 */
export function ownRounds(
  day: RoundsDay,
  legend: Legend,
  matrices: Readonly<Record<string, Matrix>>,
): OwnRound[] {
  return day.producers.flatMap(({ enterpriseId }) => {
    const start = placeOf(legend, { kind: "producer", ref: enterpriseId });
    if (start < 0) return [];
    const lines = day.lines.filter((line) => line.enterpriseId === enterpriseId);
    const errands = ownErrands({ ...day, lines }, legend);
    if (errands.length === 0) return [];
    const problem = {
      vehicles: [ownVehicle(day, start)],
      errands,
      matrices,
      places: legend.places.length,
      dimensions: DIMENSIONS,
    };
    return [{ enterpriseId, problem }];
  });
}

function ownErrands(day: RoundsDay, legend: Legend): Errand[] {
  const parcels = parcelsOfOrders(day.lines);
  return day.orders.flatMap((order, index) => {
    const carried = parcels.get(order.orderId) ?? [];
    const place = placeOfOrder(day, legend, order);
    if (carried.length === 0 || place < 0) return [];
    const point = day.points.find(({ pointId }) => pointId === order.place) ?? null;
    const drop = dropOf(day, order, point, { id: index + 1, place, parcels: carried });
    // It waits for no sorting at the hub, and nobody checks how cold it drives.
    const [{ release: _release, ...stop }] = drop.stops as [Errand["stops"][number]];
    return [
      { stops: [{ ...stop, windows: fromMorning(day, stop.windows) }], skills: [], priority: 0 },
    ];
  });
}

/** What is only due by an hour may come in the morning, too. */
function fromMorning(
  { deliveryDay, terms }: RoundsDay,
  windows: Errand["stops"][number]["windows"],
) {
  const sorted = secondsAt(deliveryDay, terms.sortToMinute);
  const morning = secondsAt(deliveryDay, OWN_DAY.fromMinute);
  return windows.map(({ from, to }) => ({ from: from === sorted ? morning : from, to }));
}

function placeOfOrder(day: RoundsDay, legend: Legend, order: DayOrder): number {
  const stop = legend.stops.find(({ kind, ref }) => kind !== "collection" && ref === order.orderId);
  if (stop !== undefined) return stop.place;
  const point = day.points.find(({ pointId }) => pointId === order.place);
  return point !== undefined && isHub(day, point) ? 0 : -1;
}

function placeOf({ places }: Legend, { kind, ref }: PlaceRef): number {
  return places.findIndex((place) => place.kind === kind && place.ref === ref);
}

function ownVehicle({ deliveryDay, terms }: RoundsDay, start: number): Vehicle {
  const { kind, profile, tariff } = terms.ownVehicle;
  return {
    id: 1,
    profile,
    type: kind,
    start,
    end: start,
    capacity: Array.from({ length: DIMENSIONS }, () => ROOM),
    skills: [],
    shift: {
      from: secondsAt(deliveryDay, OWN_DAY.fromMinute),
      to: secondsAt(deliveryDay, OWN_DAY.toMinute),
    },
    breaks: [],
    costs: {
      fixed: tariff.roundCents,
      perHour: tariff.hourCents,
      perKm: tariff.kmCents,
      perTaskHour: tariff.hourCents,
    },
  };
}

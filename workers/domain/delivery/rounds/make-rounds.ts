import { type EarthPoint, metresBetween } from "#domain/kernel/earth.ts";
import type { Errand, Fairness, Matrix, Problem, Vehicle } from "#domain/delivery/problem.ts";
import { cellName } from "#domain/delivery/roads/road-table.ts";
import type { RoadProfile } from "#domain/delivery/roads/road-graph.ts";
import { vehicleOf } from "./fleet.ts";
import type { DraftPlace, LeftOut, Legend, PlaceRef, StopRef, VehicleRef } from "./legend.ts";
import { DIMENSIONS, type Parcel, parcelsOfOrders, parcelsOfProducers } from "./parcels.ts";
import type { DayOrder, DayProducer, RoundsDay } from "./rounds-day.ts";
import { collectionOf, dropOf, isReadyInTime, refOf } from "./stops.ts";

/** The rounds of a day before anybody knows how far its places are from one another. */
export interface RoundsDraft {
  readonly errands: readonly Errand[];
  readonly vehicles: readonly Vehicle[];
  readonly places: readonly DraftPlace[];
  readonly profiles: readonly RoadProfile[];
  readonly legend: Legend;
  /** Absent where nobody minds, or nobody shares a task with another. */
  readonly fairness?: Fairness;
}

/** A point that is the hub itself: nobody carries crates there. */
const SAME_DOOR_METRES = 30;

/**
 * Makes errands of a cycle's orders, and vehicles of its shifts: what each producer has to be
 * fetched, what is left at each pickup point and each home, once the hub has sorted it.
 * @param before the legend of an earlier problem of the same day: what is in both keeps its number,
 * so that a plan of the one can be read as a plan of the other.
 */
export function draftRounds(day: RoundsDay, before?: Legend): RoundsDraft {
  const work = new Drafting(day, before);
  for (const shift of day.shifts) work.drive(shift);
  const collected = parcelsOfProducers(day.lines);
  for (const producer of day.producers) {
    work.collect(producer, collected.get(producer.enterpriseId) ?? []);
  }
  const ordered = parcelsOfOrders(day.lines);
  for (const order of day.orders) work.drop(order, ordered.get(order.orderId) ?? []);
  return work.draft();
}

/** The problem of a draft, with a matrix for each of its profiles. */
export function problemOfDraft(
  { errands, vehicles, places }: RoundsDraft,
  matrices: Readonly<Record<string, Matrix>>,
): Problem {
  return { errands, vehicles, matrices, places: places.length, dimensions: DIMENSIONS };
}

class Drafting {
  readonly #day: RoundsDay;
  readonly #numbers: Numbers;
  readonly #places: DraftPlace[];
  readonly #placeAt = new Map<string, number>();
  readonly #errands: Errand[] = [];
  readonly #stops: StopRef[] = [];
  readonly #vehicles: Vehicle[] = [];
  readonly #drivers: VehicleRef[] = [];
  readonly #leftOut: LeftOut[] = [];

  constructor(day: RoundsDay, before: Legend | undefined) {
    this.#day = day;
    this.#numbers = new Numbers(before);
    this.#places = day.hub === null ? [] : [{ ...pointOf(day.hub), place: THE_HUB }];
  }

  drive(shift: RoundsDay["shifts"][number]): void {
    const id = this.#numbers.of("shift", shift.shiftId);
    const vehicle = this.#day.hub === null ? undefined : vehicleOf(id, shift, this.#day);
    if (vehicle === undefined) return;
    this.#vehicles.push(vehicle);
    const { shiftId, task } = shift;
    this.#drivers.push({ id, shiftId, vehicleKind: shift.vehicle.kind, task });
  }

  collect(producer: DayProducer, parcels: readonly Parcel[]): void {
    if (parcels.length === 0) return;
    const { enterpriseId, door } = producer;
    const at = { kind: "producer", ref: enterpriseId } as const;
    // Who brings its goods comes from somewhere, too: its way counts in what sharing saves.
    const place = door === null ? null : this.#placeOf(door, at);
    if (producer.brings) return;
    const reason = this.#whyNotFetched(producer);
    if (place === null || reason !== undefined) {
      this.#leftOut.push({ kind: "producer", ref: enterpriseId, reason: reason ?? "no-yard" });
      return;
    }
    const put = { id: this.#numbers.of("producer", enterpriseId), place, parcels };
    const hurried = isReadyInTime(this.#day, producer) ? {} : { isHurried: true as const };
    this.#stops.push({ ...refOf("collection", enterpriseId, put), ...hurried });
    this.#errands.push(collectionOf(this.#day, producer, put));
  }

  drop(order: DayOrder, parcels: readonly Parcel[]): void {
    if (parcels.length === 0) return;
    const { orderId } = order;
    const point = this.#day.points.find(({ pointId }) => pointId === order.place) ?? null;
    const door = point ?? order.door;
    if (point !== null && isHub(this.#day, point)) return;
    if (door === null || !this.#has("deliver")) {
      const reason = door === null ? "no-door" : "no-shift";
      this.#leftOut.push({ kind: "order", ref: orderId, reason });
      return;
    }
    const kind = point === null ? "home" : "point";
    const place = this.#placeOf(door, { kind, ref: point?.pointId ?? orderId });
    const put = { id: this.#numbers.of("order", orderId), place, parcels };
    this.#stops.push(refOf(kind, orderId, put));
    this.#errands.push(dropOf(this.#day, order, point, put));
  }

  draft(): RoundsDraft {
    const places = this.#places.map(({ place }) => place);
    return {
      errands: this.#errands,
      vehicles: this.#vehicles,
      places: this.#places,
      profiles: this.#profiles(),
      ...this.#fairness(),
      legend: { places, stops: this.#stops, vehicles: this.#drivers, leftOut: this.#leftOut },
    };
  }

  #fairness(): Pick<RoundsDraft, "fairness"> {
    const perHour = this.#day.fairnessCents;
    const crews = this.#vehicles.map(({ crew }) => crew);
    return perHour > 0 && new Set(crews).size < crews.length ? { fairness: { perHour } } : {};
  }

  /** Those of the vehicles, and that of what producers would drive themselves. */
  #profiles(): RoadProfile[] {
    const own = this.#day.terms.ownVehicle.profile;
    return [...new Set([...this.#day.shifts.map(({ vehicle }) => vehicle.profile), own])];
  }

  #has(task: VehicleRef["task"]): boolean {
    return this.#drivers.some((driver) => driver.task === task);
  }

  #whyNotFetched(producer: DayProducer): LeftOut["reason"] | undefined {
    if (producer.door === null) return "no-yard";
    return this.#has("collect") ? undefined : "no-shift";
  }

  /** Homes behind the same door are one place; a point or a producer is one of its own. */
  #placeOf(door: EarthPoint, place: PlaceRef): number {
    const key = place.kind === "home" ? cellName(door) : `${place.kind} ${place.ref}`;
    const known = this.#placeAt.get(key);
    if (known !== undefined) return known;
    this.#placeAt.set(key, this.#places.length);
    this.#places.push({ ...pointOf(door), place });
    return this.#places.length - 1;
  }
}

/** Whether a pickup point is where the hub is: what is fetched there needs no round. */
export function isHub({ hub }: RoundsDay, point: EarthPoint): boolean {
  return hub !== null && metresBetween(hub, point) <= SAME_DOOR_METRES;
}

const THE_HUB: PlaceRef = { kind: "hub", ref: "" };

function pointOf({ latMicrodegrees, lonMicrodegrees }: EarthPoint): EarthPoint {
  return { latMicrodegrees, lonMicrodegrees };
}

/** Numbers for the planner: what had one keeps it, what is new gets the next. */
class Numbers {
  readonly #known: Map<string, number>;
  #last: { stop: number; shift: number };

  constructor(before: Legend | undefined) {
    const stops = before?.stops ?? [];
    const vehicles = before?.vehicles ?? [];
    this.#known = new Map([
      ...stops.map(({ id, kind, ref }) => {
        return [`${kind === "collection" ? "producer" : "order"} ${ref}`, id] as const;
      }),
      ...vehicles.map(({ id, shiftId }) => [`shift ${shiftId}`, id] as const),
    ]);
    this.#last = {
      stop: Math.max(0, ...stops.map(({ id }) => id)),
      shift: Math.max(0, ...vehicles.map(({ id }) => id)),
    };
  }

  of(kind: "order" | "producer" | "shift", ref: string): number {
    const known = this.#known.get(`${kind} ${ref}`);
    if (known !== undefined) return known;
    const count = kind === "shift" ? "shift" : "stop";
    this.#last = { ...this.#last, [count]: this.#last[count] + 1 };
    this.#known.set(`${kind} ${ref}`, this.#last[count]);
    return this.#last[count];
  }
}

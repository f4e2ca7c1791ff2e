import type { Errand, Stop, TimeWindow } from "#domain/delivery/problem.ts";
import { seconds, secondsAt, SKILLS } from "./fleet.ts";
import type { StopRef } from "./legend.ts";
import { amountOf, type Parcel } from "./parcels.ts";
import type { DayOrder, DayPoint, DayProducer, RoundsDay } from "./rounds-day.ts";

type Day = Pick<RoundsDay, "deliveryDay" | "terms">;

interface Put {
  readonly id: number;
  readonly place: number;
  readonly parcels: readonly Parcel[];
}

/** An order's drop: at its door within its window, or at its point before that one opens. */
export function dropOf(
  day: Day,
  order: DayOrder,
  point: DayPoint | null,
  { id, place, parcels }: Put,
): Errand {
  const { terms, deliveryDay } = day;
  const minutes = point === null ? terms.homeMinutes : terms.pointMinutes;
  const stop = {
    ...emptyStop(id, place),
    setup: terms.arrivalMinutes * 60,
    service: minutes * 60,
    windows: point === null ? homeWindows(day, order) : pointWindows(day, point),
    leaves: amountOf(parcels),
    release: secondsAt(deliveryDay, terms.sortToMinute),
  };
  const isCold = parcels.some(({ temperature }) => temperature === "cold");
  return {
    stops: [stop],
    skills: [SKILLS.deliver],
    priority: 0,
    ...(isCold ? { maxRide: terms.coldRideMinutes * 60 } : {}),
  };
}

/**
 * A producer's goods, fetched once they are ready and brought to the hub by the sorting. One that
 * wants more days than there were is visited all the same: it said yes to the orders.
 */
export function collectionOf(day: Day, producer: DayProducer, { id, place, parcels }: Put): Errand {
  const { fromMinute, toMinute } = producer.window;
  const opens = secondsAt(day.deliveryDay, fromMinute);
  const from = isReadyInTime(day, producer) ? Math.max(opens, seconds(producer.readyAt)) : opens;
  const stop = {
    ...emptyStop(id, place),
    setup: day.terms.arrivalMinutes * 60,
    service: day.terms.producerMinutes * 60,
    windows: [{ from, to: secondsAt(day.deliveryDay, toMinute) }],
    takes: amountOf(parcels),
  };
  return { stops: [stop], skills: [SKILLS.collect], priority: 0 };
}

/** Whether a producer's goods are ready before its yard closes on delivery day. */
export function isReadyInTime(day: Day, { readyAt, window }: DayProducer): boolean {
  return seconds(readyAt) <= secondsAt(day.deliveryDay, window.toMinute);
}

/** What a stop is about, in the words of the legend. */
export function refOf(kind: StopRef["kind"], ref: string, { id, place, parcels }: Put): StopRef {
  const [grams = 0, , crates = 0, coldCrates = 0] = amountOf(parcels);
  return { id, kind, ref, place, grams, crates, coldCrates };
}

function emptyStop(id: number, place: number): Stop {
  const plain = { setup: 0, service: 0, setupPerType: {}, servicePerType: {}, windows: [] };
  return { type: "job", id, place, leaves: [], takes: [], ...plain };
}

function homeWindows({ deliveryDay }: Day, { window }: DayOrder): TimeWindow[] {
  if (window === null) return [];
  const { fromMinute, toMinute } = window;
  return [{ from: secondsAt(deliveryDay, fromMinute), to: secondsAt(deliveryDay, toMinute) }];
}

function pointWindows({ deliveryDay, terms }: Day, { opensMinute }: DayPoint): TimeWindow[] {
  if (opensMinute === null) return [];
  const from = secondsAt(deliveryDay, terms.sortToMinute);
  const to = secondsAt(deliveryDay, Math.max(opensMinute, terms.sortToMinute));
  return [{ from, to }];
}

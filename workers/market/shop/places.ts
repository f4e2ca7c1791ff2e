import type { Page } from "#store/page.ts";
import type { PickupPointView, SlotView } from "#store/places.ts";
import type { SlotRoom } from "#store/slots.ts";

/** A time with what it still takes. */
export interface SlotShown extends SlotView {
  /** Null where it takes any number of orders. */
  readonly left: number | null;
}

/** Where and when crates are handed out in the shop's week. */
export interface PlacesView {
  readonly points: readonly PointShown[];
  readonly windows: readonly SlotShown[];
}

interface PointShown extends Omit<PickupPointView, "slots"> {
  readonly slots: readonly SlotShown[];
  readonly isFull: boolean;
}

interface ReadPlaces {
  readonly points: Page<PickupPointView>;
  readonly windows: Page<SlotView>;
  readonly counts: ReadonlyMap<string, number>;
  readonly rooms: readonly SlotRoom[];
}

/** Points and windows with what they still take; windows in the order of the day. */
export function placesView({ points, windows, counts, rooms }: ReadPlaces): PlacesView {
  const left = new Map<string, number>(rooms.map(({ slotId, leftOrders }) => [slotId, leftOrders]));
  const shown = (slot: SlotView) => ({ ...slot, left: left.get(slot.id) ?? null });
  return {
    points: points.items.map((point) => ({
      ...point,
      slots: point.slots.map(shown),
      isFull: isFull(point, counts),
    })),
    windows: windows.items.toSorted((a, b) => a.fromMinute - b.fromMinute).map(shown),
  };
}

function isFull({ id, capacityOrders }: PickupPointView, counts: ReadPlaces["counts"]): boolean {
  return capacityOrders !== null && (counts.get(id) ?? 0) >= capacityOrders;
}

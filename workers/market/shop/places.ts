import type { Page } from "#store/page.ts";
import type { PickupPointView, SlotView } from "#store/places.ts";

/** Where and when crates are handed out in the shop's week. */
export interface PlacesView {
  readonly points: readonly (PickupPointView & { readonly isFull: boolean })[];
  readonly windows: readonly SlotView[];
}

interface ReadPlaces {
  readonly points: Page<PickupPointView>;
  readonly windows: Page<SlotView>;
  readonly counts: ReadonlyMap<string, number>;
}

/** Points with what they still take; windows in the order of the day. */
export function placesView({ points, windows, counts }: ReadPlaces): PlacesView {
  return {
    points: points.items.map((point) => ({ ...point, isFull: isFull(point, counts) })),
    windows: windows.items.toSorted((a, b) => a.fromMinute - b.fromMinute),
  };
}

function isFull({ id, capacityOrders }: PickupPointView, counts: ReadPlaces["counts"]): boolean {
  return capacityOrders !== null && (counts.get(id) ?? 0) >= capacityOrders;
}

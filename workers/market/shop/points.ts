import { type EarthPoint, metresBetween } from "#domain/kernel/earth.ts";
import type { PickupPointView } from "#store/places.ts";

/** A point where crates are handed out, and how far it is as the crow flies. */
export interface PointAway extends EarthPoint {
  readonly id: string;
  readonly name: string;
  readonly metres: number;
}

/** How far each point is from a place, the nearest first. */
export function pointsFrom(
  place: EarthPoint,
  points: readonly PickupPointView[],
): readonly PointAway[] {
  return points
    .map(({ id, name, latMicrodegrees, lonMicrodegrees }) => {
      const there = { latMicrodegrees, lonMicrodegrees };
      return { id, name, ...there, metres: metresBetween(place, there) };
    })
    .toSorted((one, other) => one.metres - other.metres);
}

import { metresBetween } from "#domain/kernel/earth.ts";
import { placeNamed } from "#domain/network/known-places.ts";
import type { CheckoutFacts } from "#frontend/shop/checkout-facts.ts";
import type { PlacesFacts } from "#frontend/shop/places.tsx";

/** The points with how far they are from what somebody named, the nearest first. */
export function awayFacts(
  places: PlacesFacts,
  near: string,
): Pick<CheckoutFacts, "places" | "away"> {
  const place = placeNamed(near);
  if (place === null) return { places, away: null };
  const metres = new Map(places.pickups.map((point) => [point.id, metresBetween(place, point)]));
  const far = (id: string) => metres.get(id) ?? 0;
  const pickups = places.pickups.toSorted((one, other) => far(one.id) - far(other.id));
  return { places: { ...places, pickups }, away: { from: place.name, metres } };
}

/** A point on the earth, in millionths of a degree. */
export interface EarthPoint {
  readonly latMicrodegrees: number;
  readonly lonMicrodegrees: number;
}

/** The mean radius of the earth, in metres (IUGG). */
const EARTH = 6_371_009;

/**
 * As the crow flies, in whole metres, by the haversine formula on a sphere: within half a percent
 * of the true length, which is more than a page that says «20 km» needs.
 */
export function metresBetween(from: EarthPoint, to: EarthPoint): number {
  const north = radians(to.latMicrodegrees - from.latMicrodegrees);
  const east = radians(to.lonMicrodegrees - from.lonMicrodegrees);
  const squeeze = Math.cos(radians(from.latMicrodegrees)) * Math.cos(radians(to.latMicrodegrees));
  const chord = Math.sin(north / 2) ** 2 + squeeze * Math.sin(east / 2) ** 2;
  return Math.round(2 * EARTH * Math.asin(Math.min(1, Math.sqrt(chord))));
}

function radians(microdegrees: number): number {
  return (microdegrees / 1_000_000) * (Math.PI / 180);
}

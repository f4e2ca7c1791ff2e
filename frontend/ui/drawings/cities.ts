import type { MapGround, MapPoint } from "#frontend/ui/map.tsx";
import { groundAround } from "#frontend/ui/map.tsx";
import { verona } from "./verona.ts";
import { veronese } from "./veronese.ts";

/** The narrower before the wider: the first that holds all points is drawn. */
const drawn: readonly MapGround[] = [verona, veronese];

/** The drawn city or land that holds all these points, or empty ground fitted around them. */
export function groundOf(points: readonly Omit<MapPoint, "mark">[]): MapGround {
  const city = drawn.find((ground) => points.every((point) => isWithin(ground, point)));
  return city ?? groundAround(points);
}

function isWithin(ground: MapGround, point: Omit<MapPoint, "mark">): boolean {
  const east = point.lonMicrodegrees - ground.westMicrodegrees;
  const south = ground.northMicrodegrees - point.latMicrodegrees;
  const across = (ground.width / ground.unitsPerDegreeEast) * 1_000_000;
  const down = (ground.height / ground.unitsPerDegreeNorth) * 1_000_000;
  return east >= 0 && east <= across && south >= 0 && south <= down;
}

import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { spoken } from "./spoken.ts";

/** A point on the earth, in millionths of a degree. */
export interface MapPoint {
  /** What the pin carries: its number in the list beside. */
  readonly mark: string;
  readonly latMicrodegrees: number;
  readonly lonMicrodegrees: number;
}

/** A drawn city and how the earth is laid on it. North is up; distances are true to the centre. */
export interface MapGround {
  readonly width: number;
  readonly height: number;
  /** The earth under the top left corner. */
  readonly westMicrodegrees: number;
  readonly northMicrodegrees: number;
  readonly unitsPerDegreeEast: number;
  readonly unitsPerDegreeNorth: number;
  readonly shapes: readonly (readonly [kind: string, ...pieces: readonly string[]])[];
  readonly places: readonly { readonly name: string; readonly x: number; readonly y: number }[];
}

interface MapProps {
  readonly t: Texts;
  readonly ground: MapGround;
  readonly points: readonly MapPoint[];
  /** A straight way between two of them. */
  readonly way?: readonly [MapPoint, MapPoint];
  /** Ways along several points, each in a colour and a stroke of its own. */
  readonly ways?: readonly (readonly Omit<MapPoint, "mark">[])[];
  /** What the map shows, in words. The ordered list beside it is its real content. */
  readonly label: string;
}

const METRES_PER_DEGREE = 111_320;

/** Pins stay this far inside the frame, so that a far point is still seen on its edge. */
const MARGIN = 20;

/** A schematic map; always placed beside the list of its points. */
export function SchematicMap({ t, ground, points, way, ways, label }: MapProps): VNode {
  return (
    <div class="map">
      <svg viewBox={`0 0 ${ground.width} ${ground.height}`} {...spoken(label)}>
        {ground.shapes.map(([kind, ...pieces]) => (
          <path class={kind} d={pieces.join("")} />
        ))}
        {ground.places.map(({ name, x, y }) => (
          <text class="place" x={x} y={y}>
            {name}
          </text>
        ))}
        {way === undefined ? null : <path class="way" d={wayOf(ground, way)} />}
        {ways?.map((along, index) => (
          <path class={`way tour t${index % TOURS}`} d={alongOf(ground, along)} />
        ))}
        {points.map((point) => (
          <Pin ground={ground} point={point} />
        ))}
        <ScaleBar t={t} ground={ground} />
      </svg>
    </div>
  );
}

/** Rounds beyond these begin with the first colour again; the list tells them apart. */
const TOURS = 6;

function alongOf(ground: MapGround, along: readonly Omit<MapPoint, "mark">[]): string {
  return along
    .map((point, index) => {
      const { x, y } = project(ground, point);
      return `${index === 0 ? "M" : "L"}${x} ${y}`;
    })
    .join("");
}

function wayOf(ground: MapGround, [from, to]: readonly [MapPoint, MapPoint]): string {
  const start = project(ground, from);
  const end = project(ground, to);
  return `M${start.x} ${start.y}L${end.x} ${end.y}`;
}

/** Where a point falls on a drawn ground; far points are drawn on the edge nearest to them. */
export function project(ground: MapGround, point: Omit<MapPoint, "mark">) {
  const east = (point.lonMicrodegrees - ground.westMicrodegrees) / 1_000_000;
  const south = (ground.northMicrodegrees - point.latMicrodegrees) / 1_000_000;
  return {
    x: within(Math.round(east * ground.unitsPerDegreeEast), MARGIN, ground.width - MARGIN),
    y: within(Math.round(south * ground.unitsPerDegreeNorth), 2 * MARGIN + 4, ground.height - 4),
  };
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

function Pin({ ground, point }: { readonly ground: MapGround; readonly point: MapPoint }) {
  const { x, y } = project(ground, point);
  return (
    <g transform={`translate(${x} ${y})`}>
      <path class="pin" d="M0 0C-18 -20 -16 -42 0 -42C16 -42 18 -20 0 0Z" />
      <text class="pin-number" y="-20">
        {point.mark}
      </text>
    </g>
  );
}

/** The longest round distance that fits a quarter of the width. */
function ScaleBar({ t, ground }: { readonly t: Texts; readonly ground: MapGround }) {
  const unitsPerMetre = ground.unitsPerDegreeNorth / METRES_PER_DEGREE;
  const fitting = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000].filter(
    (metres) => metres * unitsPerMetre <= ground.width / 4,
  );
  const metres = fitting.at(-1) ?? 100;
  const end = 24 + Math.round(metres * unitsPerMetre);
  const base = ground.height - 18;
  return (
    <>
      <path class="st" d={`M24 ${base - 6}V${base}H${end}V${base - 6}`} />
      <text class="place" x={end + 8} y={base + 3}>
        {t.format.distance(metres)}
      </text>
    </>
  );
}

/** Empty ground fitted around points, for a network whose city nobody has drawn yet. */
export function groundAround(points: readonly Omit<MapPoint, "mark">[]): MapGround {
  const width = 640;
  const height = 376;
  const lats = points.map(({ latMicrodegrees }) => latMicrodegrees);
  const lons = points.map(({ lonMicrodegrees }) => lonMicrodegrees);
  const north = Math.max(...lats);
  const west = Math.min(...lons);
  const middle = (north + Math.min(...lats)) / 2_000_000;
  const squeeze = Math.cos((middle * Math.PI) / 180);
  const tall = Math.max((north - Math.min(...lats)) / 1_000_000, 0.01);
  const broad = Math.max((Math.max(...lons) - west) / 1_000_000, 0.01);
  const perNorth = Math.min((height * 0.6) / tall, (width * 0.7) / (broad * squeeze));
  const perEast = perNorth * squeeze;
  const left = (width - broad * perEast) / 2;
  const top = (height - tall * perNorth) / 2 + MARGIN;
  return {
    width,
    height,
    westMicrodegrees: Math.round(west - (left / perEast) * 1_000_000),
    northMicrodegrees: Math.round(north + (top / perNorth) * 1_000_000),
    unitsPerDegreeEast: perEast,
    unitsPerDegreeNorth: perNorth,
    shapes: [],
    places: [],
  };
}

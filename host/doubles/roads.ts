import * as v from "valibot";
import { type EarthPoint, metresBetween } from "#domain/kernel/earth.ts";
import { type Asked, type Loopback, serveLoopback, type Told } from "./loopback.ts";

/** A service of roads as a test holds it. */
export interface Roads extends Loopback {
  /** The questions that were answered: how many places from, and to. */
  readonly answered: readonly { readonly from: number; readonly to: number }[];
  /** Where questions went, answered or not. */
  readonly paths: readonly string[];
  /** What was sent as Authorization, question by question. */
  readonly keys: readonly string[];
  /** The next questions fail: `"error"` says so, `"hang up"` says nothing. */
  fail(how: "error" | "hang up", times: number): void;
}

interface RoadRules {
  /** More places or cells in one question are refused, as the real ones do. */
  readonly places?: number;
  readonly cells?: number;
  /** Where no way leads, or comes from. */
  readonly island?: EarthPoint;
}

/** Metres and seconds with fractions; null where no way leads. */
interface Tables {
  readonly metres: readonly (readonly (number | null)[])[];
  readonly seconds: readonly (readonly (number | null)[])[];
}

const pair = v.tuple([v.number(), v.number()]);
const located = v.object({ lat: v.number(), lon: v.number() });
const OrsBody = v.object({
  locations: v.array(pair),
  sources: v.array(v.number()),
  destinations: v.array(v.number()),
  metrics: v.tuple([v.literal("duration"), v.literal("distance")]),
});
const ValhallaBody = v.object({
  sources: v.array(located),
  targets: v.array(located),
  costing: v.picklist(["bicycle", "auto"]),
});

/**
 * OSRM's table, Valhalla's matrix and openrouteservice's, in one: streets are 1.3 times the crow's
 * way and half a metre, a bike rides 4 metres a second, a van 7, and southwards it takes a tenth
 * longer. It keeps to its limits, and remembers what it was asked.
 */
export async function startRoads(rules: RoadRules = {}): Promise<Roads> {
  const answered: { from: number; to: number }[] = [];
  const keys: string[] = [];
  const paths: string[] = [];
  const faults: ("error" | "hang up")[] = [];
  const served = await serveLoopback((asked) => {
    keys.push(asked.authorization);
    paths.push(asked.path);
    const fault = faults.shift();
    if (fault === "hang up") return "hang up";
    if (fault === "error") return { status: 500, json: { code: "Broken" } };
    const question = read(asked);
    if (question === null) return { status: 404, json: { code: "InvalidUrl" } };
    const { from, to } = question;
    const isTooBig =
      new Set([...from, ...to].map(name)).size > (rules.places ?? Infinity) ||
      from.length * to.length > (rules.cells ?? Infinity);
    if (isTooBig) return { status: 400, json: { code: "TooBig" } };
    answered.push({ from: from.length, to: to.length });
    return { status: 200, json: question.tell(tablesOf(question, rules.island)) };
  });
  return {
    ...served,
    answered,
    paths,
    keys,
    fail: (how, times) => void faults.push(...Array.from({ length: times }, () => how)),
  };
}

interface Question {
  readonly from: readonly EarthPoint[];
  readonly to: readonly EarthPoint[];
  readonly isBike: boolean;
  readonly tell: (tables: Tables) => Extract<Told, { json: unknown }>["json"];
}

function read(asked: Asked): Question | null {
  if (asked.path.startsWith("/table/v1/")) return osrm(asked);
  if (asked.path === "/sources_to_targets") return valhalla(asked);
  return asked.path.startsWith("/v2/matrix/") ? ors(asked) : null;
}

function osrm({ path, query }: Asked): Question | null {
  const [, , , profile, coordinates = ""] = path.split("/");
  const points = coordinates.split(";").map((one) => point(one.split(",").map(Number)));
  const some = (which: string) =>
    (query.get(which) ?? "").split(";").flatMap((index) => points[Number(index)] ?? []);
  if (query.get("annotations") !== "duration,distance") return null;
  return {
    from: some("sources"),
    to: some("destinations"),
    isBike: profile === "bike",
    tell: ({ seconds, metres }) => ({ code: "Ok", durations: seconds, distances: metres }),
  };
}

function valhalla({ body }: Asked): Question | null {
  const parsed = v.safeParse(ValhallaBody, body);
  if (!parsed.success) return null;
  const { sources, targets, costing } = parsed.output;
  return {
    from: sources.map(locatedPoint),
    to: targets.map(locatedPoint),
    isBike: costing === "bicycle",
    tell: ({ seconds, metres }) => ({
      sources_to_targets: seconds.map((row, from) =>
        row.map((time, to) => {
          const metre = metres[from]?.[to] ?? null;
          const ends = { from_index: from, to_index: to };
          return { ...ends, time, distance: metre === null ? null : metre / 1000 };
        }),
      ),
      units: "kilometers",
    }),
  };
}

function ors({ path, body }: Asked): Question | null {
  const parsed = v.safeParse(OrsBody, body);
  if (!parsed.success) return null;
  const { locations, sources, destinations } = parsed.output;
  const points = locations.map(point);
  const some = (indexes: readonly number[]) => indexes.flatMap((index) => points[index] ?? []);
  return {
    from: some(sources),
    to: some(destinations),
    isBike: path.endsWith("/cycling-regular"),
    tell: ({ seconds, metres }) => ({ durations: seconds, distances: metres }),
  };
}

function tablesOf({ from, to, isBike }: Question, island: EarthPoint | undefined): Tables {
  const isCut = (place: EarthPoint) => island !== undefined && name(place) === name(island);
  const way = (a: EarthPoint, b: EarthPoint) => {
    if (name(a) === name(b)) return 0;
    return isCut(a) || isCut(b) ? null : metresBetween(a, b) * 1.3 + 0.5;
  };
  const time = (a: EarthPoint, b: EarthPoint) => {
    const metres = way(a, b);
    const slope = a.latMicrodegrees > b.latMicrodegrees ? 1.1 : 1;
    return metres === null ? null : (metres * slope) / (isBike ? 4 : 7);
  };
  return {
    metres: from.map((a) => to.map((b) => way(a, b))),
    seconds: from.map((a) => to.map((b) => time(a, b))),
  };
}

function locatedPoint({ lat, lon }: v.InferOutput<typeof located>): EarthPoint {
  return point([lon, lat]);
}

function point([lon = 0, lat = 0]: readonly number[]): EarthPoint {
  return {
    latMicrodegrees: Math.round(lat * 1_000_000),
    lonMicrodegrees: Math.round(lon * 1_000_000),
  };
}

function name({ latMicrodegrees, lonMicrodegrees }: EarthPoint): string {
  return `${latMicrodegrees},${lonMicrodegrees}`;
}

import type { Speeds } from "#domain/delivery/roads/lay-roads.ts";
import type { RoadProfile } from "#domain/delivery/roads/road-graph.ts";

/** What a survey says of a way: OpenStreetMap's keys and values. */
export type Tags = Readonly<Record<string, string>>;

/**
 * Kilometres an hour in town by kind of street (the key `highway`), for a loaded cargo bike and for
 * a van: our own cautious guesses, no measurements. A kind that is missing is not for it.
 */
const BY_KIND: Readonly<Record<RoadProfile, Readonly<Record<string, number>>>> = {
  bike: {
    primary: 15,
    primary_link: 15,
    secondary: 16,
    secondary_link: 16,
    tertiary: 16,
    tertiary_link: 16,
    unclassified: 15,
    residential: 15,
    living_street: 12,
    service: 12,
    cycleway: 17,
    track: 9,
    path: 8,
    pedestrian: 6,
  },
  van: {
    motorway: 80,
    motorway_link: 50,
    trunk: 60,
    trunk_link: 40,
    primary: 38,
    primary_link: 32,
    secondary: 34,
    secondary_link: 30,
    tertiary: 30,
    tertiary_link: 27,
    unclassified: 26,
    residential: 22,
    living_street: 9,
    service: 12,
  },
};

/** Where a bike is let in by name, it rides so. */
const LET_IN = { footway: 6, bridleway: 7, trunk: 14 } as const satisfies Record<string, number>;

/** Keys that let in or keep out, from the general to the particular. */
const ACCESS: Readonly<Record<RoadProfile, readonly string[]>> = {
  bike: ["access", "vehicle", "bicycle"],
  van: ["access", "vehicle", "motor_vehicle"],
};

/** "dismount" is pushing: too slow for a loaded bike to be worth a way. */
const KEEPS_OUT = new Set(["no", "private", "agricultural", "forestry", "military", "dismount"]);

/** Speeds of a way; both zero where the profile may not go at all. */
export function speedsOf(tags: Tags, profile: RoadProfile): Speeds {
  const speed = speedOn(tags, profile);
  const direction = directionOf(tags, profile);
  return {
    along: direction === "against" ? 0 : speed,
    against: direction === "along" ? 0 : speed,
  };
}

function speedOn(tags: Tags, profile: RoadProfile): number {
  if (tags["area"] === "yes" || mayNot(tags, profile)) return 0;
  const kind = tags["highway"] ?? "";
  const speed = BY_KIND[profile][kind] ?? (profile === "bike" ? letIn(tags, kind) : 0);
  // Nobody drives at the limit in town: four fifths of it are a fast day.
  const limit = Number.parseInt(tags["maxspeed"] ?? "", 10);
  return limit > 0 ? Math.min(speed, Math.ceil((limit * 4) / 5)) : speed;
}

function letIn(tags: Tags, kind: string): number {
  const isNamed = tags["bicycle"] === "yes" || tags["bicycle"] === "designated";
  return isNamed && Object.hasOwn(LET_IN, kind) ? LET_IN[kind as keyof typeof LET_IN] : 0;
}

/** The most particular key that is there decides. */
function mayNot(tags: Tags, profile: RoadProfile): boolean {
  const said = ACCESS[profile].findLast((key) => tags[key] !== undefined);
  return said !== undefined && KEEPS_OUT.has(tags[said] ?? "");
}

function directionOf(tags: Tags, profile: RoadProfile): "both" | "along" | "against" {
  if (profile === "bike" && ridesBothWays(tags)) return "both";
  const said = (profile === "bike" ? tags["oneway:bicycle"] : undefined) ?? tags["oneway"];
  if (said === "-1" || said === "reverse") return "against";
  if (said === "yes" || said === "true" || said === "1") return "along";
  if (said !== undefined) return "both";
  const isCircle = tags["junction"] === "roundabout" || tags["junction"] === "circular";
  const isMotorway = tags["highway"] === "motorway" || tags["highway"] === "motorway_link";
  return isCircle || isMotorway ? "along" : "both";
}

/** A lane against the traffic, under any of the names that it has had. */
function ridesBothWays(tags: Tags): boolean {
  const lanes = ["cycleway", "cycleway:left", "cycleway:right", "cycleway:both"];
  return tags["oneway:bicycle"] === "no" || lanes.some((key) => tags[key]?.startsWith("opposite"));
}

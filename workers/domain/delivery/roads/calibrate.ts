import { metresBetween } from "#domain/kernel/earth.ts";
import { ROAD_PROFILES, type RoadGraph, type RoadProfile, coreBit, whereIs } from "./road-graph.ts";
import { FIRST_GUESS, type Guess } from "./estimated-table.ts";
import { shortestTimes } from "./shortest-times.ts";

/** From how many nodes, evenly spread over the graph, ways are measured. */
const SOURCES = 40;
/** Ways shorter than this say nothing of streets. */
const SHORTEST = 300;

/** The guesses of an area, from its own streets: the median detour and the median speed. */
export function calibrate(graph: RoadGraph): Readonly<Record<RoadProfile, Guess>> {
  const guesses = ROAD_PROFILES.map((profile) => [profile, guessFor(graph, profile)] as const);
  return Object.fromEntries(guesses) as Record<RoadProfile, Guess>;
}

function guessFor(graph: RoadGraph, profile: RoadProfile): Guess {
  const bit = coreBit(profile);
  const core: number[] = [];
  for (const [node, bits] of graph.core.entries()) if ((bits & bit) !== 0) core.push(node);
  const step = Math.max(1, Math.floor(core.length / SOURCES));
  const chosen = core.filter((_, i) => i % step === 0);
  const detours: number[] = [];
  const speeds: number[] = [];
  for (const source of chosen) {
    const { lengths, times } = shortestTimes(graph, profile, source, chosen);
    for (const node of chosen) {
      const crow = metresBetween(whereIs(graph, source), whereIs(graph, node));
      if (crow < SHORTEST) continue;
      const metres = (lengths[node] ?? 0) / 10;
      detours.push(Math.round((metres * 100) / crow));
      speeds.push(Math.round((metres * 600) / (times[node] ?? 1)));
    }
  }
  const { perStop, ...first } = FIRST_GUESS[profile];
  return {
    detourHundredths: median(detours) ?? first.detourHundredths,
    metresPerMinute: median(speeds) ?? first.metresPerMinute,
    perStop,
  };
}

/** The lower of the two in the middle, where there are two. */
function median(figures: readonly number[]): number | undefined {
  return figures.toSorted((a, b) => a - b)[Math.floor((figures.length - 1) / 2)];
}

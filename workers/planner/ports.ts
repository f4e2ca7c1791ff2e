import type { Fetcher, Queue } from "@cloudflare/workers-types";
import type { RoadGraph } from "#domain/delivery/roads/road-graph.ts";
import { type Clock, readClock } from "#ports/clock.ts";
import { type Database, openDatabase } from "#ports/database.ts";
import { fetchRoadGraph } from "#ports/road-graphs.ts";
import { openRoads, type RoadService, type RoadSettings } from "#ports/roads.ts";

/** What the platform or the host binds (wrangler.toml, docs/deploy.md). */
export interface PlannerBindings extends RoadSettings {
  readonly DATABASE_URL: string;
  readonly DATABASE_TOKEN: string;
  /** "browser": distances are worked out here, plans by whoever coordinates. */
  readonly PLANNING?: string;
  /** Whose streets are beside the planner: "verona" is `roads/verona.roads`. */
  readonly ROADS_AREA?: string;
  /** Files of streets. */
  readonly ROADS?: Fetcher;
  /** Its own queue, so that it can wake itself for what was overlooked. */
  readonly PLAN_QUEUE?: Queue;
  /** Present only in a host for tests, demo and week. */
  readonly CLOCK?: Fetcher;
}

/** The neighbours of one message. */
export interface PlannerPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly roads: RoadService | null;
  /** The area's own streets, fetched when they are needed. */
  readonly streets: () => Promise<RoadGraph | null>;
  /** The compiled core of the solver. */
  readonly core: WebAssembly.Module;
  readonly plansHere: boolean;
}

export async function openPorts(
  env: PlannerBindings,
  core: WebAssembly.Module,
): Promise<PlannerPorts> {
  return {
    database: openDatabase({ url: env.DATABASE_URL, token: env.DATABASE_TOKEN }),
    clock: await readClock(env.CLOCK),
    roads: openRoads(env),
    streets: () => fetchRoadGraph(env.ROADS, env.ROADS_AREA),
    core,
    plansHere: env.PLANNING !== "browser",
  };
}

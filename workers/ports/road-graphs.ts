import type { Fetcher } from "@cloudflare/workers-types";
import type { RoadGraph } from "#domain/delivery/roads/road-graph.ts";
import { readRoadGraph } from "#domain/delivery/roads/road-graph-file.ts";
import { NeighbourFailed } from "./neighbour.ts";

const AREA = /^[a-z0-9-]{1,60}$/;

/**
 * Fetches the streets of an area that the operator has put beside the planner
 * (`npm run roads`, docs/deploy.md).
 * @returns null where no area is named or nothing is bound.
 * @throws NeighbourFailed when the file is not there, or is no graph.
 */
export async function fetchRoadGraph(
  files: Fetcher | undefined,
  area: string | undefined,
): Promise<RoadGraph | null> {
  if (files === undefined || area === undefined || !AREA.test(area)) return null;
  const answer = await files.fetch(`http://roads/${area}.roads`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (answer.status !== 200) throw new NeighbourFailed(`no streets of ${area}: ${answer.status}`);
  const graph = readRoadGraph(bytes);
  if (typeof graph === "string") throw new NeighbourFailed(`the streets of ${area}: ${graph}`);
  return graph;
}

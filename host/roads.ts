import { readFileSync, writeFileSync } from "node:fs";
import { calibrate } from "#domain/delivery/roads/calibrate.ts";
import { versionOf, writeRoadGraph } from "#domain/delivery/roads/road-graph-file.ts";
import { surveyRoads } from "./roads/survey-roads.ts";

const USAGE = "usage: npm run roads -- EXTRACT.osm.pbf OUT.roads AREA";

/**
 * `npm run roads -- EXTRACT.osm.pbf OUT.roads AREA`: makes the streets of an area from an extract
 * of OpenStreetMap, and says what its guesses are. Ends with 1 where the extract cannot be
 * read, with 2 where no file or name is given.
 */
function main([extract, out, area]: readonly string[]): number {
  if (extract === undefined || out === undefined || !/^[a-z][a-z0-9-]{1,39}$/.test(area ?? "")) {
    console.error(USAGE);
    return 2;
  }
  try {
    const graph = surveyRoads(readFileSync(extract), area ?? "");
    const bytes = writeRoadGraph(graph);
    writeFileSync(out, bytes);
    console.log(`${versionOf(graph)}: ${graph.lats.length} nodes, ${graph.to.length} arcs`);
    console.log(`${bytes.length} bytes, data of ${graph.about.day || "an unknown day"}`);
    for (const [profile, guess] of Object.entries(calibrate(graph))) {
      console.log(`${profile}: ${JSON.stringify(guess)}`);
    }
    console.log(graph.about.credit);
    return 0;
  } catch (error) {
    console.error(`${extract}: ${error instanceof Error ? error.message : "cannot be read"}`);
    return 1;
  }
}

process.exitCode = main(process.argv.slice(2));

import { type Loopback, serveLoopback } from "#host/doubles/loopback.ts";

/** The double of the services of roads, for the tests of what asks them. */
export { type Roads, startRoads } from "#host/doubles/roads.ts";

/** A neighbour that answers everything with these words, whatever they are. */
export function alwaysSays(json: unknown): Promise<Loopback> {
  return serveLoopback(() => ({ status: 200, json }));
}

/** A neighbour that sends everybody elsewhere. */
export function sendsElsewhere(): Promise<Loopback> {
  return serveLoopback(() => ({ status: 303, location: "http://127.0.0.1:9/" }));
}

import { digestOfText } from "#domain/kernel/digest.ts";
import type { RoadGraph, RoadGraphCard } from "./road-graph.ts";

/**
 * A graph as a file: "FRG1", then three 32-bit counts (bytes of the card, nodes, arcs), the card as
 * UTF-8 JSON padded to four bytes, and the arrays one after another, all little-endian:
 * lats, lons, head, to, lengths, times of bike, times of van, core.
 */
const MAGIC = "FRG1";
const HEADER = 16;

/** What is wrong with a file that is no graph. */
export type GraphFault = "no-graph" | "cut" | "card" | "arcs";

export function writeRoadGraph(graph: RoadGraph): Uint8Array {
  const card = new TextEncoder().encode(JSON.stringify(graph.about));
  const nodes = graph.lats.length;
  const arcs = graph.to.length;
  const size = partsOf(card.length, nodes, arcs);
  const bytes = new Uint8Array(size.total);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC));
  for (const [i, count] of [card.length, nodes, arcs].entries()) {
    view.setUint32(4 + 4 * i, count, true);
  }
  bytes.set(card, HEADER);
  let at = size.arrays;
  for (const words of wordsOf(graph)) {
    for (const word of words) {
      view.setUint32(at, word, true);
      at += 4;
    }
  }
  bytes.set(graph.core, at);
  return bytes;
}

function wordsOf({ lats, lons, head, to, lengths, times }: RoadGraph) {
  return [lats, lons, head, to, lengths, times.bike, times.van];
}

/** Reads what `writeRoadGraph` wrote, and believes no count in it. */
export function readRoadGraph(bytes: Uint8Array): RoadGraph | GraphFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || new TextDecoder().decode(bytes.subarray(0, 4)) !== MAGIC) {
    return "no-graph";
  }
  const [card, nodes, arcs] = [4, 8, 12].map((at) => view.getUint32(at, true)) as [
    number,
    number,
    number,
  ];
  const size = partsOf(card, nodes, arcs);
  if (size.total !== bytes.length) return "cut";
  const about = cardIn(bytes.subarray(HEADER, HEADER + card));
  if (about === null) return "card";
  let at = size.arrays;
  const words = (count: number) => {
    const read = new Uint32Array(count);
    for (let i = 0; i < count; i += 1) read[i] = view.getUint32(at + 4 * i, true);
    at += 4 * count;
    return read;
  };
  const graph = {
    about,
    lats: new Int32Array(words(nodes)),
    lons: new Int32Array(words(nodes)),
    head: words(nodes + 1),
    to: words(arcs),
    lengths: words(arcs),
    times: { bike: words(arcs), van: words(arcs) },
    core: bytes.slice(at),
  };
  return leadsSomewhere(graph) ? graph : "arcs";
}

/** The rows follow one another, and every arc ends at a node. */
function leadsSomewhere({ head, to, lats }: RoadGraph): boolean {
  if (head[0] !== 0 || head.at(-1) !== to.length) return false;
  for (let n = 1; n < head.length; n += 1) if ((head[n] ?? 0) < (head[n - 1] ?? 0)) return false;
  return to.every((node) => node < lats.length);
}

function cardIn(bytes: Uint8Array): RoadGraphCard | null {
  const text = new TextDecoder().decode(bytes);
  try {
    const { area, day, credit } = JSON.parse(text) as Partial<Record<string, unknown>>;
    if (typeof area !== "string" || typeof day !== "string" || typeof credit !== "string") {
      return null;
    }
    return { area, day, credit };
  } catch {
    return null;
  }
}

function partsOf(card: number, nodes: number, arcs: number) {
  const arrays = HEADER + Math.ceil(card / 4) * 4;
  const words = nodes * 2 + nodes + 1 + arcs * 4;
  return { arrays, total: arrays + words * 4 + nodes };
}

/** What a graph is called where its ways are kept: other streets, another name. */
export function versionOf(graph: RoadGraph): string {
  const parts = [JSON.stringify(graph.about), ...wordsOf(graph).map((words) => words.join())];
  return `${graph.about.area}-${digestOfText(parts.join("|")).slice(0, 12)}`;
}

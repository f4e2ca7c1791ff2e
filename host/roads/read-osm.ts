import { inflateSync } from "node:zlib";
import { PbfReader } from "pbf";
import type { EarthPoint } from "#domain/kernel/earth.ts";
import type { Tags } from "./street-speeds.ts";

/** A way of the survey: the points it runs through, and what is said of it. */
export interface Way {
  readonly points: readonly number[];
  readonly tags: Tags;
}

/** What is read of an extract: streets, the points they name, and the day of the data. */
export interface Survey {
  readonly ways: readonly Way[];
  readonly points: ReadonlyMap<number, EarthPoint>;
  /** "2016-03-19"; "" where the file does not say. */
  readonly day: string;
}

/** A file that is no extract, or needs more than we read. */
export class UnreadableExtract extends Error {
  override readonly name = "UnreadableExtract";
}

/** What a reader of extracts must know; any other feature makes the file unreadable to us. */
const KNOWN = new Set(["OsmSchema-V0.6", "DenseNodes"]);

/**
 * Reads an extract of OpenStreetMap in its protocol-buffer form (wiki.openstreetmap.org/wiki/
 * PBF_Format): ways that are a `highway` and the places of their points. City extracts fit into
 * memory; this is a tool of the workbench, never of a Worker.
 * @throws UnreadableExtract
 */
export function readExtract(bytes: Uint8Array): Survey {
  const ways: Way[] = [];
  const points = new Map<number, EarthPoint>();
  let day = "";
  for (const { kind, data } of blobsIn(bytes)) {
    if (kind === "OSMHeader") day = readHeader(new PbfReader(data));
    if (kind === "OSMData") readBlock(new PbfReader(data), ways, points);
  }
  if (ways.length === 0) throw new UnreadableExtract("there is no street in it");
  const named = new Set(ways.flatMap((way) => way.points));
  for (const point of points.keys()) if (!named.has(point)) points.delete(point);
  return {
    ways: ways.map((way) => ({ ...way, points: way.points.filter((at) => points.has(at)) })),
    points,
    day,
  };
}

function* blobsIn(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length;) {
    if (at + 4 > bytes.length) throw new UnreadableExtract("it ends in the middle of a block");
    const length = view.getUint32(at);
    const start = at + 4 + length;
    if (start > bytes.length) throw new UnreadableExtract("it is no extract, or was cut");
    const { kind, size } = readBlobHeader(new PbfReader(bytes.subarray(at + 4, start)));
    if (start + size > bytes.length) throw new UnreadableExtract("it was cut");
    yield { kind, data: readBlob(new PbfReader(bytes.subarray(start, start + size))) };
    at = start + size;
  }
}

function readBlobHeader(pbf: PbfReader) {
  let kind = "";
  let size = 0;
  for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
    if (field === 1) kind = pbf.readString();
    else if (field === 3) size = pbf.readVarint();
  }
  return { kind, size };
}

function readBlob(pbf: PbfReader): Uint8Array {
  for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
    if (field === 1) return pbf.readBytes();
    if (field === 3) return inflateSync(pbf.readBytes());
  }
  throw new UnreadableExtract("a block is packed in a way that is not read here");
}

function readHeader(pbf: PbfReader): string {
  let day = "";
  for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
    if (field === 4) {
      const feature = pbf.readString();
      if (!KNOWN.has(feature)) throw new UnreadableExtract(`it needs ${feature}`);
    } else if (field === 32) {
      day = new Date(pbf.readVarint() * 1000).toISOString().slice(0, 10);
    }
  }
  return day;
}

/** The words and the scale that the entries of one block share. */
interface Shared {
  readonly words: string[];
  granularity: number;
  latOffset: number;
  lonOffset: number;
}

function readBlock(pbf: PbfReader, ways: Way[], points: Map<number, EarthPoint>): void {
  const shared: Shared = { words: [], granularity: 100, latOffset: 0, lonOffset: 0 };
  const groups: number[] = [];
  for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
    if (field === 1) readWords(pbf, shared.words);
    else if (field === 2) groups.push(pbf.pos);
    else if (field === 17) shared.granularity = pbf.readVarint();
    else if (field === 19) shared.latOffset = pbf.readVarint(true);
    else if (field === 20) shared.lonOffset = pbf.readVarint(true);
  }
  for (const at of groups) {
    pbf.pos = at;
    readGroup(pbf, pbf.readVarint() + pbf.pos, shared, ways, points);
  }
}

function readWords(pbf: PbfReader, words: string[]): void {
  const end = pbf.readVarint() + pbf.pos;
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 1) words.push(pbf.readString());
  }
}

function readGroup(
  pbf: PbfReader,
  end: number,
  shared: Shared,
  ways: Way[],
  points: Map<number, EarthPoint>,
): void {
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 1) readPoint(pbf, shared, points);
    else if (field === 2) readDense(pbf, shared, points);
    else if (field === 3) {
      const way = readWay(pbf, shared);
      if (way.tags["highway"] !== undefined && way.points.length > 1) ways.push(way);
    }
  }
}

function readPoint(pbf: PbfReader, shared: Shared, points: Map<number, EarthPoint>): void {
  const end = pbf.readVarint() + pbf.pos;
  let [id, lat, lon] = [0, 0, 0];
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 1) id = pbf.readSVarint();
    else if (field === 8) lat = pbf.readSVarint();
    else if (field === 9) lon = pbf.readSVarint();
  }
  points.set(id, placeOf(lat, lon, shared));
}

/** Points in a row: each figure is the difference from the one before. */
function readDense(pbf: PbfReader, shared: Shared, points: Map<number, EarthPoint>): void {
  const end = pbf.readVarint() + pbf.pos;
  let [ids, lats, lons]: number[][] = [[], [], []];
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 1) ids = pbf.readPackedSVarint();
    else if (field === 8) lats = pbf.readPackedSVarint();
    else if (field === 9) lons = pbf.readPackedSVarint();
  }
  let [id, lat, lon] = [0, 0, 0];
  for (const [i, step] of (ids ?? []).entries()) {
    id += step;
    lat += lats?.[i] ?? 0;
    lon += lons?.[i] ?? 0;
    points.set(id, placeOf(lat, lon, shared));
  }
}

/** From units of `granularity` thousand-millionths of a degree to whole millionths. */
function placeOf(lat: number, lon: number, shared: Shared): EarthPoint {
  const { granularity, latOffset, lonOffset } = shared;
  return {
    latMicrodegrees: Math.round((latOffset + granularity * lat) / 1000),
    lonMicrodegrees: Math.round((lonOffset + granularity * lon) / 1000),
  };
}

function readWay(pbf: PbfReader, { words }: Shared): Way {
  const end = pbf.readVarint() + pbf.pos;
  let keys: number[] = [];
  let values: number[] = [];
  let steps: number[] = [];
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 2) keys = pbf.readPackedVarint();
    else if (field === 3) values = pbf.readPackedVarint();
    else if (field === 8) steps = pbf.readPackedSVarint();
  }
  let point = 0;
  const points = steps.map((step) => (point += step));
  const pairs = keys.map((key, i) => [words[key] ?? "", words[values[i] ?? 0] ?? ""]);
  return { points, tags: Object.fromEntries(pairs) as Tags };
}

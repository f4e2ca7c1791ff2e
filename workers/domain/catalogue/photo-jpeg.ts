import { greatFirst, joined, lettered, says, smallFirst } from "./photo-bytes.ts";
import type { PhotoRead } from "./photo.ts";

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
/** Tables for quantising and for Huffman, and how often a scan restarts. */
const TABLES = new Set([0xdb, 0xc4, 0xdd]);
/** How the picture is coded: baseline, extended, progressive. Nothing else is seen on pages. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
const EXIF = 0xe1;
const ADOBE = 0xee;

/** What was found on the way through a file. */
interface Walk {
  readonly kept: Uint8Array[];
  size: { readonly width: number; readonly height: number } | null;
  /** How the camera was held, 1 to 8: the one word of its notes that the picture needs. */
  turn: number;
  scans: number;
}

/**
 * Walks through a JPEG (ITU T.81, annex B): tables, frame and scans stay, all notes of cameras and
 * programs go, but for the letters that say how colours are stored. A picture that was taken with
 * the camera on its side gets the note of that back, written by us.
 */
export function readJpeg(file: Uint8Array): PhotoRead {
  const walk: Walk = { kept: [], size: null, turn: 1, scans: 0 };
  const end = walkOn(file, walk);
  if (end === null || walk.size === null || walk.scans === 0) return null;
  const { width, height } = walk.size;
  const isOnSide = walk.turn >= 5;
  return {
    width: isOnSide ? height : width,
    height: isOnSide ? width : height,
    bytes: joined([mark(START), ...turnNote(walk.turn), ...walk.kept, mark(END)]),
  };
}

function mark(code: number): Uint8Array {
  return Uint8Array.of(0xff, code);
}

/** From part to part up to the end of the picture; null where there is none. */
function walkOn(file: Uint8Array, walk: Walk): number | null {
  let at = 2;
  while (at + 4 <= file.length || file[at + 1] === END) {
    if (file[at] !== 0xff) return null;
    const code = file[at + 1] ?? 0;
    // A part may be filled up before its mark.
    if (code === 0xff) {
      at += 1;
      continue;
    }
    if (code === END) return at + 2;
    const next = at + 2 + greatFirst(file, at + 2, 2);
    if (next < at + 4 || next > file.length) return null;
    const part = file.subarray(at, next);
    if (!takePart(code, part, walk)) return null;
    at = next;
    if (code !== SCAN) continue;
    at = endOfScan(file, next);
    if (at >= file.length) return null;
    walk.kept.push(file.subarray(next, at));
    walk.scans += 1;
  }
  return null;
}

/** Keeps a part, or lets it fall; false where the file holds what we do not take. */
function takePart(code: number, part: Uint8Array, walk: Walk): boolean {
  if (FRAMES.has(code)) {
    // Eight bits a sample, grey or three colours: what every browser shows.
    const isPlain = part[4] === 8 && (part[9] === 1 || part[9] === 3);
    if (!isPlain || walk.size !== null || part.length !== 10 + 3 * (part[9] ?? 0)) return false;
    walk.size = { height: greatFirst(part, 5, 2), width: greatFirst(part, 7, 2) };
    walk.kept.push(part);
    return true;
  }
  if (code === EXIF && says(part, 4, "Exif")) walk.turn = turnOf(part);
  const isColours = code === ADOBE && part.length === 16 && says(part, 4, "Adobe");
  if (TABLES.has(code) || code === SCAN || isColours) walk.kept.push(part);
  const isNote = (code >= 0xe0 && code <= 0xef) || code === 0xfe;
  return isNote || TABLES.has(code) || (code === SCAN && walk.size !== null);
}

/** Where the coded picture ends: at a mark that is neither a stuffed byte nor a restart. */
function endOfScan(file: Uint8Array, from: number): number {
  for (let at = from; at + 1 < file.length; at += 1) {
    if (file[at] !== 0xff) continue;
    const code = file[at + 1] ?? 0;
    const isInside = code === 0 || code === 0xff || (code >= 0xd0 && code <= 0xd7);
    if (!isInside) return at;
  }
  return file.length;
}

const ORIENTATION = 0x0112;

/** The camera's turn out of its notes (Exif 2.3, TIFF 6); 1, upright, where they do not say. */
function turnOf(part: Uint8Array): number {
  const tiff = part.subarray(10);
  const isSmallFirst = says(tiff, 0, "II");
  if (!isSmallFirst && !says(tiff, 0, "MM")) return 1;
  const read = isSmallFirst ? smallFirst : greatFirst;
  const table = read(tiff, 4, 4);
  const entries = Math.min(read(tiff, table, 2), 100);
  for (let index = 0; index < entries; index += 1) {
    const entry = table + 2 + 12 * index;
    if (read(tiff, entry, 2) !== ORIENTATION) continue;
    const turn = read(tiff, entry + 8, 2);
    return turn >= 1 && turn <= 8 ? turn : 1;
  }
  return 1;
}

/** The shortest note that says a turn, and nothing else; none for a picture that is upright. */
function turnNote(turn: number): Uint8Array[] {
  if (turn === 1) return [];
  const entry = Uint8Array.of(0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0);
  const table = joined([Uint8Array.of(0, 1), entry, Uint8Array.of(0, 0, 0, 0)]);
  const tiff = joined([lettered("MM"), Uint8Array.of(0, 42, 0, 0, 0, 8), table]);
  const note = joined([lettered("Exif"), Uint8Array.of(0, 0), tiff]);
  return [joined([mark(EXIF), Uint8Array.of(0, note.length + 2), note])];
}

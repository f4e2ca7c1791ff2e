import { joined, lettered, says, smallFirst } from "./photo-bytes.ts";
import type { PhotoRead } from "./photo.ts";

/** Where parts begin, and how long the head of one is. */
const FIRST = 12;
const HEAD = 8;
/** Says in the extended head that there is a part for what shines through. */
const SEE_THROUGH = 0x10;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Walks through a WebP (RFC 9649): one still picture stays, with what shines through it; notes,
 * colour profiles, unknown parts and whatever hangs behind go. Moving pictures are not taken.
 */
export function readWebp(file: Uint8Array): PhotoRead {
  const parts = partsOf(file);
  if (parts === null || parts.some((part) => says(part, 0, "ANMF"))) return null;
  const named = (name: string) => parts.filter((part) => says(part, 0, name));
  const [picture, another] = [...named("VP8 "), ...named("VP8L")];
  const [seeThrough] = named("ALPH");
  const size = picture === undefined ? null : sizeOf(picture);
  if (picture === undefined || another !== undefined || size === null) return null;
  const isExtended = seeThrough !== undefined && says(picture, 0, "VP8 ");
  const kept = isExtended ? [extendedHead(size), seeThrough, picture] : [picture];
  return { ...size, bytes: riff(kept) };
}

/** Every part with its head, as long as it says; null where the file ends before. */
function partsOf(file: Uint8Array): Uint8Array[] | null {
  const end = 8 + smallFirst(file, 4, 4);
  if (end > file.length) return null;
  const parts: Uint8Array[] = [];
  let at = FIRST;
  while (at < end) {
    const next = at + HEAD + smallFirst(file, at + 4, 4);
    if (next > end) return null;
    parts.push(file.subarray(at, next));
    at = next + (next % 2);
  }
  return parts;
}

function sizeOf(picture: Uint8Array): Size | null {
  return says(picture, 0, "VP8L") ? sizeOfLossless(picture) : sizeOfLossy(picture);
}

/** RFC 6386, 9.1: a key frame says its size after three bytes and a start code. */
function sizeOfLossy(picture: Uint8Array): Size | null {
  const isKeyFrame = ((picture[HEAD] ?? 1) & 1) === 0;
  const isStart = smallFirst(picture, HEAD + 3, 3) === 0x2a019d;
  if (picture.length < HEAD + 10 || !isKeyFrame || !isStart) return null;
  const side = (at: number) => smallFirst(picture, at, 2) & 0x3fff;
  return { width: side(HEAD + 6), height: side(HEAD + 8) };
}

/** Fourteen bits a side, less one, after a byte that names the format. */
function sizeOfLossless(picture: Uint8Array): Size | null {
  if (picture.length < HEAD + 5 || picture[HEAD] !== 0x2f) return null;
  const bits = smallFirst(picture, HEAD + 1, 4);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

function extendedHead({ width, height }: Size): Uint8Array {
  const sides = [width - 1, height - 1].flatMap((side) => [side & 255, side >> 8, 0]);
  return joined([lettered("VP8X"), Uint8Array.of(10, 0, 0, 0, SEE_THROUGH, 0, 0, 0, ...sides)]);
}

function riff(parts: readonly Uint8Array[]): Uint8Array {
  const even = parts.flatMap((part) => (part.length % 2 === 0 ? [part] : [part, Uint8Array.of(0)]));
  const body = joined([lettered("WEBP"), ...even]);
  const { length } = body;
  const size = Uint8Array.of(length & 255, (length >> 8) & 255, (length >> 16) & 255, length >> 24);
  return joined([lettered("RIFF"), size, body]);
}

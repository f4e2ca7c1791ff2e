import type { Digest } from "#domain/kernel/digest.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { PhotoRefusal } from "./refusals.ts";
import { says } from "./photo-bytes.ts";
import { readJpeg } from "./photo-jpeg.ts";
import { readWebp } from "./photo-webp.ts";

export const PHOTO_KINDS = ["jpeg", "webp"] as const;
export type PhotoKind = (typeof PHOTO_KINDS)[number];

/** The most that a photo may weigh as it is sent, in bytes. */
export const MOST_PHOTO_BYTES = 1_048_576;
/** The most that it may measure on either side: more is of no use on a page, and costs readers. */
const MOST_PHOTO_SIDE = 4096;

/** A photo as it is kept: the picture alone, and how large it is shown. */
export interface Photo {
  readonly kind: PhotoKind;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** What a reader of one kind found; null where the file is broken or holds what we do not take. */
export type PhotoRead = Omit<Photo, "kind"> | null;

/** What a photo's file is called: by its digest, so that it never changes under its name. */
export function photoFile(digest: Digest, kind: PhotoKind): string {
  return `${digest}.${kind === "jpeg" ? "jpg" : "webp"}`;
}

/**
 * Reads a photo by what it is, not by what it is called, and writes it anew with the picture alone:
 * where and when it was taken, by which camera, its thumbnails, comments and whatever hangs behind
 * its end are left out. The walk is our own, about 300 lines with its readers of each kind, because
 * we only cut segments and never decode pixels.
 */
export function readPhoto(file: Uint8Array): Outcome<Photo, PhotoRefusal> {
  if (file.length > MOST_PHOTO_BYTES) {
    return refuse({ code: "photo-too-heavy", mostBytes: MOST_PHOTO_BYTES });
  }
  const kind = kindOf(file);
  if (kind === null) return refuse({ code: "photo-kind-unknown" });
  const read = kind === "jpeg" ? readJpeg(file) : readWebp(file);
  if (read === null) return refuse({ code: "photo-broken" });
  const { width, height } = read;
  if (width < 1 || height < 1) return refuse({ code: "photo-broken" });
  if (width > MOST_PHOTO_SIDE || height > MOST_PHOTO_SIDE) {
    return refuse({ code: "photo-too-large", mostSide: MOST_PHOTO_SIDE });
  }
  return accept({ kind, ...read });
}

function kindOf(file: Uint8Array): PhotoKind | null {
  if (file[0] === 0xff && file[1] === 0xd8 && file[2] === 0xff) return "jpeg";
  return says(file, 0, "RIFF") && says(file, 8, "WEBP") ? "webp" : null;
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bytesOf,
  exifNotes,
  glued,
  samplePhoto,
  textOf,
  withChunk,
  withPart,
} from "#tests/photos.ts";
import { MOST_PHOTO_BYTES, type Photo, readPhoto } from "./photo.ts";

function read(file: Uint8Array): Photo {
  const outcome = readPhoto(file);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

function codeOf(file: Uint8Array): string {
  const outcome = readPhoto(file);
  return outcome.ok ? "taken" : outcome.refusal.code;
}

const jpeg = samplePhoto("jpeg");
const webp = samplePhoto("webp");

/** Where the JPEG says how high and wide it is. */
const frameAt = textOf(jpeg).indexOf("\xff\xc0");

describe("a photo", () => {
  test.each([
    ["jpeg", "jpeg"],
    ["webp", "webp"],
    ["alpha", "webp"],
    ["lossless", "webp"],
  ] as const)("%s is known by what it is, with its size", (sample, kind) => {
    expect(read(samplePhoto(sample))).toMatchObject({ kind, width: 16, height: 10 });
  });

  test("that was read once is read again as it is", () => {
    for (const sample of ["jpeg", "webp", "alpha", "lossless"] as const) {
      const once = read(samplePhoto(sample));
      expect(read(once.bytes)).toEqual(once);
      expect(once.bytes.length).toBeLessThan(samplePhoto(sample).length);
    }
  });

  test("loses where it was taken, by what, colour profiles and comments", () => {
    const noted = withPart(
      withPart(jpeg, 0xe1, exifNotes(1)),
      0xfe,
      bytesOf("di Anna Zeni, in cortile"),
    );
    const clean = textOf(read(noted).bytes);
    for (const word of ["Exif", "GPS", "45.4384", "Canon", "Anna", "ICC_PROFILE", "Google"]) {
      expect(clean).not.toContain(word);
    }
    const xmp = withChunk(withChunk(webp, "EXIF", exifNotes(1)), "XMP ", bytesOf("<x>Anna</x>"));
    const cleaned = textOf(read(xmp).bytes);
    for (const word of ["EXIF", "XMP ", "GPS", "Anna", "ICCP"]) {
      expect(cleaned).not.toContain(word);
    }
  });
});

describe("what is no photo", () => {
  test("another kind is refused whatever its name says", () => {
    const others = ["GIF89a", "\x89PNG\r\n\x1a\n", "<svg xmlns=''></svg>", "%PDF-1.7", "MZ", ""];
    for (const head of others) {
      expect(codeOf(glued(bytesOf(head), new Uint8Array(40)))).toBe("photo-kind-unknown");
    }
    expect(codeOf(bytesOf("RIFF\x04\0\0\0WAVE"))).toBe("photo-kind-unknown");
  });

  test("a file in two formats at once keeps the picture alone", () => {
    const page = bytesOf("<script>alert(1)</script>PK\x03\x04");
    const tail = read(glued(jpeg, page));
    expect(textOf(tail.bytes)).not.toContain("script");
    expect(tail).toEqual(read(jpeg));
    expect(read(withPart(jpeg, 0xfe, page))).toEqual(read(jpeg));
    expect(read(withPart(jpeg, 0xef, page))).toEqual(read(jpeg));
    expect(read(glued(webp, page))).toEqual(read(webp));
    expect(read(withChunk(webp, "JUNK", page))).toEqual(read(webp));
  });

  test("a file that is cut is refused, wherever it is cut", () => {
    for (let length = 12; length < jpeg.length; length += 1) {
      expect(codeOf(jpeg.slice(0, length))).toBe("photo-broken");
    }
    for (let length = 12; length < webp.length; length += 1) {
      expect(codeOf(webp.slice(0, length))).toBe("photo-broken");
    }
  });

  test("a picture of 4097 points on a side is refused, one of 4096 is taken", () => {
    const wide = (side: number) => {
      const file = jpeg.slice();
      file.set([side >> 8, side & 255], frameAt + 7);
      return file;
    };
    expect(codeOf(wide(4096))).toBe("taken");
    expect(codeOf(wide(4097))).toBe("photo-too-large");
    expect(codeOf(wide(65_535))).toBe("photo-too-large");
    expect(codeOf(wide(0))).toBe("photo-broken");
  });

  test("a mebibyte is taken, a byte more is not", () => {
    const filled = (bytes: number) => glued(jpeg, new Uint8Array(bytes - jpeg.length));
    expect(codeOf(filled(MOST_PHOTO_BYTES))).toBe("taken");
    expect(codeOf(filled(MOST_PHOTO_BYTES + 1))).toBe("photo-too-heavy");
  });

  test("whatever bytes are changed, it is a photo or a refusal", () => {
    const change = fc.record({ at: fc.nat(jpeg.length - 1), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.boolean(), fc.array(change, { maxLength: 6 }), (isJpeg, changes) => {
        const file = (isJpeg ? jpeg : webp).slice();
        for (const { at, to } of changes) file[at % file.length] = to;
        const outcome = readPhoto(file);
        if (!outcome.ok) return;
        expect(outcome.value.bytes.length).toBeLessThanOrEqual(file.length + 64);
        expect(readPhoto(outcome.value.bytes)).toEqual(outcome);
      }),
    );
  });
});

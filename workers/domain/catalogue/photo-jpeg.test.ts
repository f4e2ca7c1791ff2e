import { expect, test } from "vitest";
import { exifNotes, glued, samplePhoto, textOf, withPart } from "#tests/photos.ts";
import { readJpeg } from "./photo-jpeg.ts";

const jpeg = samplePhoto("jpeg");
/** Where it says how high and wide it is. */
const frameAt = textOf(jpeg).indexOf("\xff\xc0");

test("taken with the camera on its side it stays so, and says its size as it is seen", () => {
  const turned = readJpeg(withPart(jpeg, 0xe1, exifNotes(6)));
  expect(turned).toMatchObject({ width: 10, height: 16 });
  const text = textOf(turned?.bytes ?? new Uint8Array());
  expect([text.includes("Exif"), text.includes("GPS")]).toEqual([true, false]);
  expect(readJpeg(turned?.bytes ?? jpeg)).toEqual(turned);
});

test.each([0, 1, 9, 255])("a turn of %i is none", (turn) => {
  const read = readJpeg(withPart(jpeg, 0xe1, exifNotes(turn)));
  expect(read).toEqual(readJpeg(jpeg));
});

test("notes that point outside of themselves turn nothing", () => {
  const notes = exifNotes(6);
  notes.set([0xff, 0xff, 0xff, 0x7f], 10);
  expect(readJpeg(withPart(jpeg, 0xe1, notes))).toEqual(readJpeg(jpeg));
});

test("what says how colours are stored stays, whatever else is in such a part goes", () => {
  const adobe = Uint8Array.from("Adobe\0d\0\0\0\0\x01", (letter) => letter.charCodeAt(0));
  const read = readJpeg(withPart(jpeg, 0xee, adobe));
  expect(textOf(read?.bytes ?? new Uint8Array())).toContain("Adobe");
  const longer = withPart(jpeg, 0xee, glued(adobe, Uint8Array.of(1, 2, 3)));
  expect(readJpeg(longer)).toEqual(readJpeg(jpeg));
});

test("pictures for printing, of other codings and of two sizes are not taken", () => {
  const changed = (at: number, to: number) => {
    const file = jpeg.slice();
    file[frameAt + at] = to;
    return readJpeg(file);
  };
  expect(changed(9, 4)).toBeNull();
  expect(changed(4, 12)).toBeNull();
  expect(changed(1, 0xc9)).toBeNull();
  const frame = jpeg.slice(frameAt + 4, frameAt + 19);
  expect(readJpeg(withPart(jpeg, 0xc0, frame))).toBeNull();
});

import { expect, test } from "vitest";
import { samplePhoto, textOf, withChunk } from "#tests/photos.ts";
import { readWebp } from "./photo-webp.ts";

const webp = samplePhoto("webp");

test.each(["webp", "alpha", "lossless"] as const)("%s says its size", (sample) => {
  expect(readWebp(samplePhoto(sample))).toMatchObject({ width: 16, height: 10 });
});

test("what shines through stays, with a head that says so; colour profiles go", () => {
  const text = textOf(readWebp(samplePhoto("alpha"))?.bytes ?? new Uint8Array());
  expect([text.includes("VP8X"), text.includes("ALPH"), text.includes("ICCP")]).toEqual([
    true,
    true,
    false,
  ]);
});

test("one still picture without it needs no head of its own", () => {
  expect(textOf(readWebp(webp)?.bytes ?? new Uint8Array())).not.toContain("VP8X");
});

test("moving pictures, two pictures and none are not taken", () => {
  expect(readWebp(withChunk(webp, "ANMF", new Uint8Array(16)))).toBeNull();
  expect(readWebp(withChunk(webp, "VP8 ", new Uint8Array(16)))).toBeNull();
  expect(readWebp(withChunk(webp, "VP8L", new Uint8Array(16)))).toBeNull();
  expect(readWebp(webp.slice(0, 12))).toBeNull();
});

test("a part that says to be longer than the file is not believed", () => {
  const file = webp.slice();
  file.set([0xff, 0xff, 0xff, 0xff], textOf(file).indexOf("VP8 ") + 4);
  expect(readWebp(file)).toBeNull();
});

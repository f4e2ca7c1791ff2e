import fc from "fast-check";
import { expect, test } from "vitest";
import { gridTown } from "#tests/grid-town.ts";
import { readRoadGraph, versionOf, writeRoadGraph } from "./road-graph-file.ts";

const town = gridTown(4);
const file = writeRoadGraph(town);

test("a graph is read back as it was written", () => {
  const read = readRoadGraph(file);
  expect(read).toEqual(town);
});

test("a graph read from the middle of other bytes is the same", () => {
  const around = new Uint8Array(file.length + 7);
  around.set(file, 3);
  expect(readRoadGraph(around.subarray(3, 3 + file.length))).toEqual(town);
});

test("other streets have another name, the same streets the same", () => {
  expect(versionOf(gridTown(4))).toBe(versionOf(town));
  expect(versionOf(gridTown(5))).not.toBe(versionOf(town));
  expect(versionOf(town)).toMatch(/^grid-[0-9a-f]{12}$/);
});

test("what is no graph, is cut or leads nowhere is refused, not read halfway", () => {
  expect(readRoadGraph(new Uint8Array())).toBe("no-graph");
  expect(readRoadGraph(new TextEncoder().encode("a text that is longer than a header"))).toEqual(
    "no-graph",
  );
  expect(readRoadGraph(file.subarray(0, file.length - 1))).toBe("cut");
  const card = file.slice();
  card[16] = 0;
  expect(readRoadGraph(card)).toBe("card");
  const astray = writeRoadGraph({ ...town, to: town.to.map(() => 99) });
  expect(readRoadGraph(astray)).toBe("arcs");
});

test("whatever byte is wrong, reading ends in a graph or a refusal", () => {
  fc.assert(
    fc.property(fc.nat({ max: file.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
      const damaged = file.slice();
      damaged[at] = byte;
      expect(["object", "string"]).toContain(typeof readRoadGraph(damaged));
    }),
  );
});

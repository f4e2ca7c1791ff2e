import fc from "fast-check";
import { expect, test } from "vitest";
import { gridTown } from "#tests/grid-town.ts";
import { readRoadGraph, versionOf, writeRoadGraph } from "./road-graph-file.ts";

const town = gridTown(4);
const file = writeRoadGraph(town);

test("a graph is read back as it was written", () => {
  const read = readRoadGraph(file);
  expect(read).toEqual({ ok: true, value: town });
});

test("a graph read from the middle of other bytes is the same", () => {
  const around = new Uint8Array(file.length + 7);
  around.set(file, 3);
  expect(readRoadGraph(around.subarray(3, 3 + file.length))).toMatchObject({ ok: true });
});

test("other streets have another name, the same streets the same", () => {
  expect(versionOf(gridTown(4))).toBe(versionOf(town));
  expect(versionOf(gridTown(5))).not.toBe(versionOf(town));
  expect(versionOf(town)).toMatch(/^grid-[0-9a-f]{12}$/);
});

test("what is no graph, is cut or leads nowhere is refused, not read halfway", () => {
  const refused = (fault: string) => ({
    ok: false,
    refusal: { code: "graph-unreadable", fault },
  });
  expect(readRoadGraph(new Uint8Array())).toEqual(refused("no-graph"));
  expect(readRoadGraph(new TextEncoder().encode("a text that is longer than a header"))).toEqual(
    refused("no-graph"),
  );
  expect(readRoadGraph(file.subarray(0, file.length - 1))).toEqual(refused("cut"));
  const card = file.slice();
  card[16] = 0;
  expect(readRoadGraph(card)).toEqual(refused("card"));
  const astray = writeRoadGraph({ ...town, to: town.to.map(() => 99) });
  expect(readRoadGraph(astray)).toEqual(refused("arcs"));
});

test("whatever byte is wrong, reading ends in a graph or a refusal", () => {
  fc.assert(
    fc.property(fc.nat({ max: file.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
      const damaged = file.slice();
      damaged[at] = byte;
      expect([true, false]).toContain(readRoadGraph(damaged).ok);
    }),
  );
});

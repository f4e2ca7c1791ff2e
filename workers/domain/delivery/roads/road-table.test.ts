import { expect, test } from "vitest";
import { cellName, emptyTable, faultOfTable, matrixOf } from "./road-table.ts";

const source = [{ name: "a service", quality: "streets" }] as const;

function table(seconds: readonly number[], metres: readonly number[]) {
  const empty = emptyTable(2, source);
  return { ...empty, seconds: Int32Array.from(seconds), metres: Int32Array.from(metres) };
}

test("what cannot be travelled is forbidden, never free", () => {
  expect(matrixOf(table([0, -1, 60, 0], [0, -1, 250, 0]))).toEqual({
    durations: [
      [0, null],
      [60, 0],
    ],
    distances: [
      [0, null],
      [250, 0],
    ],
  });
});

test("a table of somebody else's is looked through before it is believed", () => {
  expect(faultOfTable(table([0, 5, 60, 0], [0, 9, 250, 0]))).toBeUndefined();
  expect(faultOfTable(table([0, 5, 60], [0, 9, 250]))).toEqual({ fault: "size" });
  expect(faultOfTable(table([0, 5, 60, 1], [0, 9, 250, 0]))).toMatchObject({ fault: "diagonal" });
  expect(faultOfTable(table([0, -5, 60, 0], [0, 9, 250, 0]))).toMatchObject({ fault: "negative" });
  expect(faultOfTable(table([0, -1, 60, 0], [0, 9, 250, 0]))).toEqual({
    fault: "half-known",
    from: 0,
    to: 1,
  });
});

test("places a step apart share their distances, places a street apart do not", () => {
  const door = { latMicrodegrees: 45_438_384, lonMicrodegrees: 10_991_621 };
  expect(cellName(door)).toBe(cellName({ ...door, latMicrodegrees: 45_438_381 }));
  expect(cellName(door)).not.toBe(cellName({ ...door, latMicrodegrees: 45_438_484 }));
});

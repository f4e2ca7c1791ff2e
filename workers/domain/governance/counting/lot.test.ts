import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Draw, isLot, lotFromSeed, settle, takeByLot } from "./lot.ts";

describe("the published lot", () => {
  test("anyone with a SHA-256 can repeat the draw", () => {
    const ids = ["anna", "bruno", "carla", "dario"];
    const digest = (id: string): string => createHash("sha256").update(`f00d|${id}`).digest("hex");
    const byHand = ids.toSorted((one, other) => (digest(one) < digest(other) ? -1 : 1));
    expect(lotFromSeed("f00d", ids).map((index) => ids[index])).toEqual(byHand);
  });

  test("the order in which candidates are listed changes nothing", () => {
    const names = (ids: readonly string[]): (string | undefined)[] =>
      lotFromSeed("seed", ids).map((index) => ids[index]);
    expect(names(["anna", "bruno", "carla"])).toEqual(names(["carla", "anna", "bruno"]));
  });

  test("another seed may give another order", () => {
    const ids = ["anna", "bruno", "carla", "dario", "elena"];
    expect(lotFromSeed("monday", ids)).not.toEqual(lotFromSeed("tuesday", ids));
  });

  test("two candidates cannot share an id", () => {
    expect(() => lotFromSeed("seed", ["anna", "anna"])).toThrow("own id");
  });

  test("a lot names every candidate once", () => {
    expect(isLot([2, 0, 1], 3)).toBe(true);
    expect(isLot([0, 1], 3)).toBe(false);
    expect(isLot([0, 0, 1], 3)).toBe(false);
    expect(isLot([0, 1, 3], 3)).toBe(false);
  });
});

describe("a tie settled by lot", () => {
  test("takes whoever stands first in the lot and writes it down", () => {
    const draws: Draw[] = [];
    expect(settle([1, 2], "exclude", [0, 2, 1], draws)).toBe(2);
    expect(draws).toEqual([{ purpose: "exclude", among: [1, 2], taken: 2 }]);
  });

  test("one candidate alone needs no lot", () => {
    const draws: Draw[] = [];
    expect(settle([1], "surplus", [0, 2, 1], draws)).toBe(1);
    expect(draws).toEqual([]);
  });

  test("a tie is among somebody", () => {
    expect(() => takeByLot([0, 1], [])).toThrow("tied");
  });
});

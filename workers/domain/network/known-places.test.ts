import { expect, test } from "vitest";
import { metresBetween } from "#domain/kernel/earth.ts";
import { PLACE_NAMES, placeNamed } from "./known-places.ts";

test("a place is found by its name, however it is written, or by a part of it", () => {
  expect(placeNamed("SANT'AMBROGIO di valpolicella")?.name).toBe("Sant’Ambrogio di Valpolicella");
  expect(placeNamed("borgo trento")?.name).toBe("Verona, Borgo Trento");
  expect(placeNamed(" Verona ")?.name).toBe("Verona");
  expect([placeNamed("Roma capitale"), placeNamed("ve"), placeNamed("")]).toEqual([
    null,
    null,
    null,
  ]);
});

test("every place that is offered is found, within the province", () => {
  const verona = placeNamed("Verona");
  for (const name of PLACE_NAMES) {
    const place = placeNamed(name);
    expect(place?.name).toBe(name);
    if (place === null || verona === null) throw new Error(name);
    expect(metresBetween(place, verona)).toBeLessThan(45_000);
  }
});

import { expect, test } from "vitest";
import { Chance } from "./chance.ts";
import { Spot } from "./spot.ts";

test("the last better place is kept, until it is forgotten", () => {
  const spot = new Spot(new Chance(1), 0);
  spot.offer(2, 5, 30);
  spot.offer(3, 1, 20, 4);
  expect(spot).toMatchObject({ route: 3, position: 1, dropPosition: 4, delta: 20 });
  spot.forget();
  expect(spot.route).toBe(-1);
});

test("one place in a hundred is overlooked", () => {
  const spot = new Spot(new Chance(1), 100);
  let overlooked = 0;
  for (let offer = 0; offer < 10_000; offer++) {
    spot.forget();
    spot.offer(1, 1, 1);
    if (spot.route < 0) overlooked++;
  }
  expect(overlooked).toBeGreaterThan(60);
  expect(overlooked).toBeLessThan(150);
});

import { expect, test } from "vitest";
import { type CycleId, id } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { joinBaskets } from "./join-baskets.ts";

const june = id<CycleId>("01jd3x5k7m9npqrstvwxyz0001");
const july = id<CycleId>("01jd3x5k7m9npqrstvwxyz0002");
const basket = (cycleId: CycleId, changedAt: number, lines = 2) => ({
  cycleId,
  changedAt: instant(changedAt),
  lines,
});

test("a basket filled before signing in stays, whoever signs in", () => {
  expect(joinBaskets(basket(june, 5), null)).toBe("keep");
  expect(joinBaskets(basket(june, 5), basket(june, 9, 0))).toBe("keep");
});

test("two baskets of one week become one", () => {
  expect(joinBaskets(basket(june, 5), basket(june, 9))).toBe("join");
});

test("of baskets of two weeks the one that was touched last stays", () => {
  expect(joinBaskets(basket(july, 9), basket(june, 5))).toBe("keep");
  expect(joinBaskets(basket(june, 5), basket(july, 9))).toBe("drop");
});

test("with nothing in the hand nothing happens", () => {
  expect(joinBaskets(null, basket(june, 5))).toBe("none");
  expect(joinBaskets(basket(july, 9, 0), basket(june, 5))).toBe("none");
});

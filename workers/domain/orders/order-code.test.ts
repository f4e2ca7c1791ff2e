import { expect, test } from "vitest";
import { id, type OrderId } from "#domain/kernel/ids.ts";
import { orderCode } from "./order-code.ts";

test("an order is called by eight characters, in two fours", () => {
  expect(orderCode(id<OrderId>("01kt3zv1w045nqadwt9wfvg87a"))).toBe("9WFV-G87A");
});

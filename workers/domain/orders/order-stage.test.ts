import { describe, expect, test } from "vitest";
import { civilDate, DAY, fromRome, HOUR, later } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { type OrderCourse, orderStage } from "./order-stage.ts";

const closesAt = fromRome({ date: civilDate("2026-06-03"), minuteOfDay: 20 * 60 });
const opensAt = later(closesAt, -3 * DAY);
const deliveryDay = civilDate("2026-06-05");
const deliveryMorning = fromRome({ date: deliveryDay, minuteOfDay: 8 * 60 });
const before = later(closesAt, -HOUR);

function order(state: OrderCourse["cycle"]["state"], rest: Partial<OrderCourse> = {}): OrderCourse {
  const nothing = { cancelledAt: null, handedOutAt: null, settledAt: null, dueCents: null };
  return { cycle: { state, opensAt, closesAt, deliveryDay }, ...nothing, ...rest };
}

describe("an order, for whoever placed it", () => {
  test("can be changed until the very moment of the close", () => {
    expect(orderStage(order("published"), before)).toBe("open");
    expect(orderStage(order("published"), closesAt)).toBe("coming");
    expect(orderStage(order("completing"), before)).toBe("completing");
  });

  test("is ready from midnight of its day on, once the producers were told", () => {
    expect(orderStage(order("sent"), deliveryMorning)).toBe("ready");
    expect(orderStage(order("receiving"), later(deliveryMorning, -9 * HOUR))).toBe("coming");
    expect(orderStage(order("allocated"), deliveryMorning)).toBe("coming");
    expect(orderStage(order("delivered"), later(deliveryMorning, 2 * DAY))).toBe("ready");
  });

  test("is handed over, then paid; what the card did not cover comes before both", () => {
    const handedOut = { handedOutAt: deliveryMorning };
    expect(orderStage(order("receiving", handedOut), deliveryMorning)).toBe("handed-out");
    const settled = { ...handedOut, settledAt: deliveryMorning };
    expect(orderStage(order("settled", settled), deliveryMorning)).toBe("settled");
    const due = { ...settled, dueCents: cents(500) };
    expect(orderStage(order("settled", due), deliveryMorning)).toBe("due");
  });

  test("is cancelled by whoever placed it, or with its whole cycle", () => {
    expect(orderStage(order("published", { cancelledAt: before }), before)).toBe("cancelled");
    expect(orderStage(order("cancelled"), before)).toBe("cancelled");
  });
});

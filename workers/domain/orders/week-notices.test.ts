import { describe, expect, test } from "vitest";
import { civilDate, DAY, fromRome, HOUR, instant, later } from "#domain/kernel/instant.ts";
import type { CycleRowState } from "./cycle-state.ts";
import { noticesDue } from "./week-notices.ts";

const closesAt = fromRome({ date: civilDate("2026-06-03"), minuteOfDay: 20 * 60 });
const opensAt = later(closesAt, -3 * DAY);
const deliveryDay = civilDate("2026-06-05");
const cycle = (state: CycleRowState, opens = opensAt) => ({
  state,
  opensAt: opens,
  closesAt,
  deliveryDay,
});

describe("letters about a cycle", () => {
  test("the opening is told from its instant until the last day begins", () => {
    expect(noticesDue(cycle("published"), instant(opensAt - 1))).toEqual([]);
    expect(noticesDue(cycle("published"), opensAt)).toEqual(["week-opens"]);
    expect(noticesDue(cycle("published"), instant(closesAt - DAY - 1))).toEqual(["week-opens"]);
  });

  test("the last day is told until the close", () => {
    expect(noticesDue(cycle("published"), later(closesAt, -DAY))).toEqual(["closing-soon"]);
    expect(noticesDue(cycle("published"), instant(closesAt - 1))).toEqual(["closing-soon"]);
    expect(noticesDue(cycle("published"), closesAt)).toEqual([]);
    expect(noticesDue(cycle("cancelled"), later(closesAt, -HOUR))).toEqual([]);
  });

  test("a cycle of one day is told of once", () => {
    const short = cycle("published", later(closesAt, -DAY));
    expect(noticesDue(short, later(closesAt, -HOUR))).toEqual(["week-opens"]);
  });

  test("the day of delivery is told from seven in the morning, to its midnight", () => {
    const at = (date: string, minuteOfDay: number) =>
      fromRome({ date: civilDate(date), minuteOfDay });
    expect(noticesDue(cycle("sent"), at("2026-06-05", 7 * 60 - 1))).toEqual([]);
    expect(noticesDue(cycle("sent"), at("2026-06-05", 7 * 60))).toEqual(["pickup-day"]);
    expect(noticesDue(cycle("receiving"), at("2026-06-05", 1439))).toEqual(["pickup-day"]);
    expect(noticesDue(cycle("receiving"), at("2026-06-06", 8 * 60))).toEqual([]);
    expect(noticesDue(cycle("allocated"), at("2026-06-05", 8 * 60))).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { civilDate, fromRome, type Instant, later } from "#domain/kernel/instant.ts";
import { type AssemblyDeeds, assemblyState, callAt } from "./assembly.ts";

const at = (day: string, hour: number): Instant =>
  fromRome({ date: civilDate(day), minuteOfDay: hour * 60 });
const deeds: AssemblyDeeds = {
  convenedAt: at("2026-11-20", 9),
  firstCallAt: at("2026-12-05", 9),
  secondCallAt: at("2026-12-06", 10),
  constitutedAt: null,
  closedAt: null,
  cancelledAt: null,
};

describe("an assembly", () => {
  test("is convened until its first hour, and gathers from then on", () => {
    expect(assemblyState(deeds, later(deeds.firstCallAt, -1))).toBe("convened");
    expect(assemblyState(deeds, deeds.firstCallAt)).toBe("gathering");
  });

  test("that nobody found valid is deserted when the day of its last call is over", () => {
    expect(assemblyState(deeds, at("2026-12-06", 23))).toBe("gathering");
    expect(assemblyState(deeds, at("2026-12-07", 0))).toBe("deserted");
    expect(assemblyState({ ...deeds, secondCallAt: null }, at("2026-12-06", 0))).toBe("deserted");
  });

  test("goes by what was done, whatever the clock says", () => {
    const much = at("2027-06-01", 9);
    const sitting = { ...deeds, constitutedAt: at("2026-12-06", 10) };
    expect(assemblyState({ ...deeds, convenedAt: null }, much)).toBe("draft");
    expect(assemblyState(sitting, much)).toBe("sitting");
    expect(assemblyState({ ...sitting, closedAt: much }, much)).toBe("closed");
    expect(assemblyState({ ...deeds, cancelledAt: much }, much)).toBe("cancelled");
  });

  test("meets at its first call on that day, at the second from its hour on", () => {
    expect(callAt(deeds, at("2026-12-05", 8))).toBeNull();
    expect(callAt(deeds, at("2026-12-05", 11))).toBe(1);
    expect(callAt(deeds, at("2026-12-06", 9))).toBeNull();
    expect(callAt(deeds, at("2026-12-06", 10))).toBe(2);
  });
});

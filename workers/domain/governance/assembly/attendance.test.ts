import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import {
  type AttendanceGround,
  checkArrival,
  neededToConstitute,
  type Presence,
  presentAt,
} from "./attendance.ts";

const came = (memberId: string, change: Partial<Presence> = {}): Presence => ({
  memberId,
  how: "in-person",
  holderId: null,
  arrivedAt: instant(1000),
  leftAt: null,
  ...change,
});
const byProxy = (memberId: string, holderId: string) =>
  came(memberId, { how: "by-proxy", holderId });
const ground = (...present: readonly Presence[]): AttendanceGround => ({
  eligible: new Set(["ada", "bruno", "carla", "dino", "elsa"]),
  excluded: new Set(["elsa"]),
  mostProxies: 1,
  present,
});

describe("who takes part", () => {
  test("are those who came and did not leave", () => {
    const left = came("bruno", { leftAt: instant(2000) });
    const names = (at: number) =>
      presentAt([came("ada"), left], instant(at)).map(({ memberId }) => memberId);
    expect(names(999)).toEqual([]);
    expect(names(1000)).toEqual(["ada", "bruno"]);
    expect(names(2000)).toEqual(["ada"]);
  });

  test("are not represented by somebody who has left", () => {
    const holder = came("bruno", { leftAt: instant(2000) });
    const both = [holder, byProxy("carla", "bruno")];
    expect(presentAt(both, instant(1500))).toHaveLength(2);
    expect(presentAt(both, instant(2000))).toHaveLength(0);
  });
});

describe("an arrival", () => {
  test("is written down, also of somebody who connects from afar", () => {
    const remote = { memberId: "bruno", how: "remote", holderId: null } as const;
    expect(checkArrival(remote, ground(came("ada")))).toMatchObject({ ok: true });
    const proxy = { memberId: "bruno", how: "by-proxy", holderId: "ada" } as const;
    expect(checkArrival(proxy, ground(came("ada")))).toMatchObject({ ok: true });
  });

  test.each([
    ["of a stranger", came("zoe"), "not-of-the-assembly"],
    ["twice", came("ada"), "present-already"],
    ["by proxy without a holder", came("bruno", { how: "by-proxy" }), "holder-not-there"],
    ["for somebody by who is away", byProxy("bruno", "dino"), "holder-not-there"],
    ["by a proxy of a proxy", byProxy("bruno", "carla"), "holder-not-there"],
    ["by more proxies than one may hold", byProxy("bruno", "ada"), "proxy-too-many"],
    ["by a director who stands for them", byProxy("bruno", "elsa"), "proxy-excluded"],
  ])("is not written down %s", (_, arrival, code) => {
    const there = ground(came("ada"), came("elsa"), byProxy("carla", "ada"));
    expect(checkArrival(arrival, there)).toMatchObject({ refusal: { code } });
  });
});

test("an assembly is valid with half at the first call, with any at the second", () => {
  expect([neededToConstitute("ordinary", 1, 10), neededToConstitute("ordinary", 1, 11)]).toEqual([
    5, 6,
  ]);
  expect(neededToConstitute("ordinary", 2, 580)).toBe(1);
});

test("one that changes the statute needs more than half, then more than a third", () => {
  expect(neededToConstitute("extraordinary", 1, 10)).toBe(6);
  expect(neededToConstitute("extraordinary", 2, 9)).toBe(4);
});

test("no assembly needs more than all, nor is one valid with nobody", () => {
  const kind = fc.constantFrom("ordinary", "extraordinary", "separate");
  const call = fc.constantFrom<1 | 2>(1, 2);
  fc.assert(
    fc.property(kind, call, fc.integer({ min: 1, max: 5000 }), (which, nth, all) => {
      const needed = neededToConstitute(which, nth, all);
      expect(needed).toBeGreaterThanOrEqual(1);
      expect(needed).toBeLessThanOrEqual(all);
    }),
  );
});

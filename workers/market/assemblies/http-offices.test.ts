import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Assemblies, codeOf, openAssemblies } from "#tests/assemblies.ts";
import { type AdmittedMember, admitMember } from "#tests/members.ts";

/** When the market opens. */
const start = Date.UTC(2026, 5, 2, 8);
let house: Assemblies;
let ada: AdmittedMember;
let bruno: AdmittedMember;
let carla: AdmittedMember;
beforeAll(async () => {
  house = await openAssemblies();
  ({ ada, bruno, carla } = house);
});
afterAll(() => house.market.close());
beforeEach(() => {
  house.market.time.now = start;
});

const call: Assemblies["call"] = (...asked) => house.call(...asked);
const held = () => house.held(ada, bruno);

describe("a separate assembly", () => {
  test("is of a general one that says how many delegates come", async () => {
    const separate = { kind: "separate", secondCallAt: null };
    const plain = await house.prepare();
    expect(
      await codeOf(call("POST", "/assemblies", house.called({ ...separate, generalId: plain }))),
    ).toBe("general-without-delegates");
    const general = await house.prepare({ delegates: 9 });
    const made = await call(
      "POST",
      "/assemblies",
      house.called({ ...separate, generalId: general }),
    );
    expect(made.status).toBe(201);
    expect(await codeOf(call("POST", "/assemblies", house.called(separate)))).toBe("invalid-input");
  });
});

describe("an office", () => {
  const seat = (memberId: string, assemblyId: string, change: object = {}) =>
    call("POST", "/offices", {
      organ: "board",
      memberId,
      assemblyId,
      from: "2026-07-01",
      to: "2029-06-30",
      ...change,
    });

  test("is given by an assembly that was held, for three years at most, once", async () => {
    const id = await held();
    expect((await seat(ada.memberId, id)).status).toBe(201);
    expect(await codeOf(seat(ada.memberId, id))).toBe("office-held");
    expect(await codeOf(seat(bruno.memberId, id, { to: "2029-07-01" }))).toBe("term-too-long");
    expect(await codeOf(seat(house.recent.memberId, id))).toBe("not-electable");
    expect(await codeOf(seat(bruno.memberId, await house.prepare()))).toBe("not-found");
    const list = await call("GET", "/offices", undefined, {});
    expect(list.body["items"]).toMatchObject([{ organ: "board", name: "Ada", endedOn: null }]);
  });

  test("ends before its time once; meanwhile its holder stands for nobody", async () => {
    const id = await held();
    const now = { from: "2026-06-01", to: "2028-05-31" };
    const term = (await seat(carla.memberId, id, now)).body.id;
    house.market.time.now = start;
    const other = await house.gathered([ada, bruno]);
    await house.arrive(other, carla.memberId);
    const dino = await admitMember(house.market, { name: "Dora" });
    expect(await codeOf(house.arrive(other, dino.memberId, carla.memberId))).toBe("proxy-excluded");
    const end = () =>
      call("POST", `/offices/${term}/ending`, { on: "2026-06-12", how: "resigned" });
    expect((await end()).status).toBe(200);
    expect(await codeOf(end())).toBe("term-ended");
  });
});

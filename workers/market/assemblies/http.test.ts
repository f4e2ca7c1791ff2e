import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DAY, HOUR } from "#domain/kernel/instant.ts";
import { type Assemblies, codeOf, openAssemblies } from "#tests/assemblies.ts";
import type { AdmittedMember } from "#tests/members.ts";

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
const constitute = (id: string, chair = ada, secretary = bruno) =>
  house.constitute(id, chair, secretary);
const gathered = (change: object = {}) => house.gathered([ada, bruno], change);
const held = () => house.held(ada, bruno);

describe("a convocation", () => {
  test("goes by letter to everybody in the book, and is fixed from then on", async () => {
    const id = await house.convened();
    const letters = house.market.database
      .prepare("SELECT count(*) FROM letter WHERE kind = 'assembly-convened' AND state = 'queued'")
      .pluck();
    expect(letters.all([])[0]).toBe(5);
    expect(await codeOf(call("PUT", `/assemblies/${id}`, house.called({ place: "Altrove" })))).toBe(
      "assembly-elsewhere",
    );
    const seen = await call("GET", `/assemblies/${id}`, undefined, {});
    expect(seen.body).toMatchObject({ assembly: { state: "convened", number: 1 }, record: null });
    const member = await call("GET", `/assemblies/${id}`, undefined, ada.sent);
    expect(member.body["record"]).toMatchObject({ minutes: null, turnout: { electorate: 4 } });
  });

  test("is a draft first, which only those who prepare it see, and may change", async () => {
    const id = await house.prepare();
    expect((await call("GET", `/assemblies/${id}`, undefined, {})).status).toBe(404);
    const changed = await call("PUT", `/assemblies/${id}`, house.called({ place: "Teatro" }));
    expect(changed.status).toBe(200);
    const list = await call("GET", "/assemblies", undefined, {});
    expect(JSON.stringify(list.body)).not.toContain("Teatro");
    expect(JSON.stringify((await call("GET", "/assemblies")).body)).toContain("Teatro");
  });

  test.each([
    ["agenda-empty", { agenda: [] }],
    ["assembly-too-soon", { firstCallAt: start + 7 * DAY, secondCallAt: null }],
  ])("is refused as the law has it: %s", async (code, change) => {
    const id = await house.prepare(change);
    expect(await codeOf(call("POST", `/assemblies/${id}/convocation`, {}))).toBe(code);
  });

  test("prepared twice at a time is prepared once, and the other reads it again", async () => {
    const id = await house.prepare();
    const both = [1, 2].map(() => call("PUT", `/assemblies/${id}`, house.called()));
    const codes = (await Promise.all(both)).map(({ status, body }) => body.code ?? status);
    const saved = codes.filter((code) => code === 200).length;
    const told = codes.filter((code) => code === "assembly-changed").length;
    expect([saved > 0, saved + told]).toEqual([true, 2]);
    // Each that was saved is a version: none was written over unseen.
    const version = house.market.database.prepare("SELECT version FROM assembly WHERE id = ?");
    expect(version.pluck().all([id])).toEqual([1 + saved]);
  });

  test("has its second call on another day already as a draft", async () => {
    const misplaced = house.called({ secondCallAt: start + 10 * DAY + HOUR });
    expect(await codeOf(call("POST", "/assemblies", misplaced))).toBe("second-call-misplaced");
    const id = await house.prepare();
    expect(await codeOf(call("PUT", `/assemblies/${id}`, misplaced))).toBe("second-call-misplaced");
  });

  test("can be taken back with the reason, which everybody hears", async () => {
    const id = await house.convened();
    const off = await call("POST", `/assemblies/${id}/cancellation`, { reason: "Sala allagata" });
    expect(off.status).toBe(200);
    const letters = house.market.database
      .prepare("SELECT count(*) FROM letter WHERE kind = 'assembly-cancelled'")
      .pluck();
    expect(letters.all([])[0]).toBe(5);
    expect(await codeOf(call("POST", `/assemblies/${id}/cancellation`, { reason: "E due" }))).toBe(
      "assembly-elsewhere",
    );
  });
});

describe("an assembly", () => {
  test("is valid with half of those who may vote at its first call", async () => {
    const id = await gathered();
    // Four of five have been in the book for ninety days: two are half of them.
    const constituted = await constitute(id);
    expect(constituted.body).toEqual({ present: 2, electorate: 4, needed: 2 });
    expect(await codeOf(constitute(id))).toBe("assembly-elsewhere");
  });

  test("is not with fewer, and meets again at its second call, with any number", async () => {
    const id = await house.convened();
    house.market.time.now = start + 10 * DAY;
    await house.arrive(id, ada.memberId);
    const few = await constitute(id, ada, ada);
    expect(few.body).toMatchObject({ code: "too-few-present", present: 1, needed: 2 });
    house.market.time.now = start + 11 * DAY;
    expect((await constitute(id, ada, ada)).body).toMatchObject({ needed: 1 });
  });

  test("needs more than half to change the statute", async () => {
    const id = await gathered({ kind: "extraordinary" });
    expect(await codeOf(constitute(id))).toBe("too-few-present");
    await house.arrive(id, carla.memberId, ada.memberId);
    expect((await constitute(id)).body).toMatchObject({ present: 3, needed: 3 });
  });

  test.each([
    ["not-of-the-assembly", () => [house.recent.memberId, null] as const],
    ["present-already", () => [ada.memberId, null] as const],
    ["holder-not-there", () => [bruno.memberId, carla.memberId] as const],
  ])("writes down who takes part, and refuses who cannot: %s", async (code, who) => {
    const id = await house.convened();
    house.market.time.now = start + 10 * DAY;
    await house.arrive(id, ada.memberId);
    const [member, holder] = who();
    expect(await codeOf(house.arrive(id, member, holder))).toBe(code);
  });

  test("loses with somebody who leaves those for whom they stood", async () => {
    const id = await gathered();
    await house.arrive(id, carla.memberId, ada.memberId);
    house.market.time.now += HOUR;
    const left = await call("POST", `/assemblies/${id}/departures`, { memberId: ada.memberId });
    expect(left.body).toMatchObject({ present: 1 });
    const again = call("POST", `/assemblies/${id}/departures`, { memberId: ada.memberId });
    expect(await codeOf(again)).toBe("not-of-the-assembly");
    house.market.time.now += HOUR;
    expect((await house.arrive(id, ada.memberId)).body).toMatchObject({ present: 2 });
  });

  test("is led by somebody who is there", async () => {
    const id = await gathered();
    expect(await codeOf(constitute(id, carla))).toBe("not-of-the-assembly");
  });
});

describe("the minutes", () => {
  const write = (id: string, words: string, follows: number) =>
    call("PUT", `/assemblies/${id}/minutes`, { words, follows });
  const seal = (id: string, version: number) =>
    call("POST", `/assemblies/${id}/minutes/seal`, { version });

  test("are written on what was read, and sealed once with who took part", async () => {
    const id = await held();
    expect((await write(id, "Si apre alle nove.", 0)).status).toBe(200);
    expect(await codeOf(write(id, "Un altro testo.", 0))).toBe("minutes-changed");
    await write(id, "Si apre alle nove. Il bilancio è approvato.", 1);
    expect(await codeOf(seal(id, 2))).toBe("assembly-elsewhere");
    expect((await call("POST", `/assemblies/${id}/closing`, {})).status).toBe(200);
    expect(await codeOf(seal(id, 1))).toBe("minutes-changed");
    expect((await seal(id, 2)).body["digest"]).toMatch(/^[0-9a-f]{64}$/);
    expect(await codeOf(write(id, "Riscritto", 2))).toBe("minutes-sealed");
    const read = await call("GET", `/assemblies/${id}`);
    expect(read.body["record"]).toMatchObject({ minutes: { isSealed: true, sealHolds: true } });
  });

  test("that are altered behind the market's back say that their seal is broken", async () => {
    const id = await held();
    await write(id, "Approvato.", 0);
    await call("POST", `/assemblies/${id}/closing`, {});
    await seal(id, 1);
    house.market.database.exec(`DROP TRIGGER assembly_minutes_stays;
      UPDATE assembly_minutes SET words = 'Respinto.' WHERE assembly_id = '${id}'`);
    const read = await call("GET", `/assemblies/${id}`);
    expect(read.body["record"]).toMatchObject({ minutes: { isSealed: true, sealHolds: false } });
  });
});

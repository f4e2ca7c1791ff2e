import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DAY, HOUR } from "#domain/kernel/instant.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { type AdmittedMember, admitMember } from "#tests/members.ts";

let market: Market;
let token: string;
let ada: AdmittedMember;
let bruno: AdmittedMember;
let carla: AdmittedMember;
let recent: AdmittedMember;
beforeAll(async () => {
  market = await openMarket();
  token = await setUp(market);
  ada = await admitMember(market, { name: "Ada" });
  bruno = await admitMember(market, { name: "Bruno" });
  carla = await admitMember(market, { name: "Carla" });
  await admitMember(market, { name: "Dino" });
  recent = await admitMember(market, { name: "Nuova", days: 10 });
});
afterAll(() => market.close());
const start = Date.UTC(2026, 5, 2, 8);
beforeEach(() => {
  market.time.now = start;
});

type Body = Record<string, unknown> & { readonly code?: string; readonly id: string };
const call = (method: string, path: string, body?: object, sent: object = { token }) =>
  market.call<Body>(method, `/api/v1${path}`, { ...sent, ...(body === undefined ? {} : { body }) });
const codeOf = async (answer: ReturnType<typeof call>) => (await answer).body.code;

const called = (change: object = {}) => ({
  kind: "ordinary",
  title: "Assemblea di giugno",
  place: "Casa Comune",
  agenda: [{ title: "Bilancio 2025" }, { title: "Elezione del consiglio" }],
  firstCallAt: start + 10 * DAY,
  secondCallAt: start + 11 * DAY,
  ...change,
});
const prepare = async (change: object = {}) =>
  (await call("POST", "/assemblies", called(change))).body.id;
const convened = async (change: object = {}) => {
  const id = await prepare(change);
  expect((await call("POST", `/assemblies/${id}/convocation`, {})).status).toBe(200);
  return id;
};
const arrive = (id: string, memberId: string, holderId: string | null = null) =>
  call("POST", `/assemblies/${id}/presences`, {
    memberId,
    how: holderId === null ? "in-person" : "by-proxy",
    holderId,
  });
const constitute = (id: string, chair = ada, secretary = bruno) =>
  call("POST", `/assemblies/${id}/constitution`, {
    chairId: chair.memberId,
    secretaryId: secretary.memberId,
  });
/** An assembly at the hour of its first call, with Ada and Bruno there. */
const gathered = async (change: object = {}) => {
  const id = await convened(change);
  market.time.now = start + 10 * DAY;
  await arrive(id, ada.memberId);
  await arrive(id, bruno.memberId);
  return id;
};
const held = async () => {
  const id = await gathered();
  expect((await constitute(id)).status).toBe(200);
  return id;
};

describe("a convocation", () => {
  test("goes by letter to everybody in the book, and is fixed from then on", async () => {
    const id = await convened();
    const letters = market.database
      .prepare("SELECT count(*) FROM letter WHERE kind = 'assembly-convened' AND state = 'queued'")
      .pluck();
    expect(letters.all([])[0]).toBe(5);
    expect(await codeOf(call("PUT", `/assemblies/${id}`, called({ place: "Altrove" })))).toBe(
      "assembly-elsewhere",
    );
    const seen = await call("GET", `/assemblies/${id}`, undefined, {});
    expect(seen.body).toMatchObject({ assembly: { state: "convened", number: 1 }, record: null });
    const member = await call("GET", `/assemblies/${id}`, undefined, ada.sent);
    expect(member.body["record"]).toMatchObject({ minutes: null, turnout: { electorate: 4 } });
  });

  test("is a draft first, which only those who prepare it see, and may change", async () => {
    const id = await prepare();
    expect((await call("GET", `/assemblies/${id}`, undefined, {})).status).toBe(404);
    const changed = await call("PUT", `/assemblies/${id}`, called({ place: "Teatro" }));
    expect(changed.status).toBe(200);
    const list = await call("GET", "/assemblies", undefined, {});
    expect(JSON.stringify(list.body)).not.toContain("Teatro");
    expect(JSON.stringify((await call("GET", "/assemblies")).body)).toContain("Teatro");
  });

  test.each([
    ["agenda-empty", { agenda: [] }],
    ["assembly-too-soon", { firstCallAt: start + 7 * DAY, secondCallAt: null }],
    ["second-call-misplaced", { secondCallAt: start + 10 * DAY + HOUR }],
  ])("is refused as the law has it: %s", async (code, change) => {
    const id = await prepare(change);
    expect(await codeOf(call("POST", `/assemblies/${id}/convocation`, {}))).toBe(code);
  });

  test("can be taken back with the reason, which everybody hears", async () => {
    const id = await convened();
    const off = await call("POST", `/assemblies/${id}/cancellation`, { reason: "Sala allagata" });
    expect(off.status).toBe(200);
    const letters = market.database
      .prepare("SELECT count(*) FROM letter WHERE kind = 'assembly-cancelled'")
      .pluck();
    expect(letters.all([])[0]).toBe(5);
    expect(await codeOf(call("POST", `/assemblies/${id}/cancellation`, { reason: "E due" }))).toBe(
      "assembly-elsewhere",
    );
  });
});

describe("a separate assembly", () => {
  test("is of a general one that says how many delegates come", async () => {
    const separate = { kind: "separate", secondCallAt: null };
    const plain = await prepare();
    expect(
      await codeOf(call("POST", "/assemblies", called({ ...separate, generalId: plain }))),
    ).toBe("general-without-delegates");
    const general = await prepare({ delegates: 9 });
    const made = await call("POST", "/assemblies", called({ ...separate, generalId: general }));
    expect(made.status).toBe(201);
    expect(await codeOf(call("POST", "/assemblies", called(separate)))).toBe("invalid-input");
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
    const id = await convened();
    market.time.now = start + 10 * DAY;
    await arrive(id, ada.memberId);
    const few = await constitute(id, ada, ada);
    expect(few.body).toMatchObject({ code: "too-few-present", present: 1, needed: 2 });
    market.time.now = start + 11 * DAY;
    expect((await constitute(id, ada, ada)).body).toMatchObject({ needed: 1 });
  });

  test("needs more than half to change the statute", async () => {
    const id = await gathered({ kind: "extraordinary" });
    expect(await codeOf(constitute(id))).toBe("too-few-present");
    await arrive(id, carla.memberId, ada.memberId);
    expect((await constitute(id)).body).toMatchObject({ present: 3, needed: 3 });
  });

  test.each([
    ["not-of-the-assembly", () => [recent.memberId, null] as const],
    ["present-already", () => [ada.memberId, null] as const],
    ["holder-not-there", () => [bruno.memberId, carla.memberId] as const],
  ])("writes down who takes part, and refuses who cannot: %s", async (code, who) => {
    const id = await convened();
    market.time.now = start + 10 * DAY;
    await arrive(id, ada.memberId);
    const [member, holder] = who();
    expect(await codeOf(arrive(id, member, holder))).toBe(code);
  });

  test("loses with somebody who leaves those for whom they stood", async () => {
    const id = await gathered();
    await arrive(id, carla.memberId, ada.memberId);
    market.time.now += HOUR;
    const left = await call("POST", `/assemblies/${id}/departures`, { memberId: ada.memberId });
    expect(left.body).toMatchObject({ present: 1 });
    const again = call("POST", `/assemblies/${id}/departures`, { memberId: ada.memberId });
    expect(await codeOf(again)).toBe("not-of-the-assembly");
    market.time.now += HOUR;
    expect((await arrive(id, ada.memberId)).body).toMatchObject({ present: 2 });
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
    market.database.exec(`DROP TRIGGER assembly_minutes_stays;
      UPDATE assembly_minutes SET words = 'Respinto.' WHERE assembly_id = '${id}'`);
    const read = await call("GET", `/assemblies/${id}`);
    expect(read.body["record"]).toMatchObject({ minutes: { isSealed: true, sealHolds: false } });
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
    expect(await codeOf(seat(recent.memberId, id))).toBe("not-electable");
    expect(await codeOf(seat(bruno.memberId, await prepare()))).toBe("not-found");
    const list = await call("GET", "/offices", undefined, {});
    expect(list.body["items"]).toMatchObject([{ organ: "board", name: "Ada", endedOn: null }]);
  });

  test("ends before its time once, and its holder stands for nobody while they hold it", async () => {
    const id = await held();
    const now = { from: "2026-06-01", to: "2028-05-31" };
    const term = (await seat(carla.memberId, id, now)).body.id;
    market.time.now = start;
    const other = await gathered();
    await arrive(other, carla.memberId);
    const dino = await admitMember(market, { name: "Dora" });
    expect(await codeOf(arrive(other, dino.memberId, carla.memberId))).toBe("proxy-excluded");
    const end = () =>
      call("POST", `/offices/${term}/ending`, { on: "2026-06-12", how: "resigned" });
    expect((await end()).status).toBe(200);
    expect(await codeOf(end())).toBe("term-ended");
  });
});

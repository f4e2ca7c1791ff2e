import { afterEach, beforeEach, expect, test } from "vitest";
import { type DrivenWeek, openDrivenWeek } from "#tests/driven-week.ts";
import { addToken } from "#tests/households.ts";
import { personWith } from "#tests/officers.ts";

let week: DrivenWeek;
let rider: string;

beforeEach(async () => {
  week = await openDrivenWeek();
  await week.act("/dispatch");
  rider = addToken(week.market, "hub", week.shop.hubId);
  await week.act("/rounds");
  await week.planNewest();
});
afterEach(() => week.close());

const at = (what = "") => `/corriere/${week.shop.cycleId}/${week.shifts.deliver}${what}`;
const see = (token = rider) => week.market.call<string>("GET", at(), { token });
const send = (what: string, fields: readonly (readonly [string, string])[], token = rider) =>
  week.market.call<string>("POST", at(what), {
    token,
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
  });
const tell = (key: string, ...fields: (readonly [string, string])[]) =>
  send("/fatti", [["key", key], ...fields]);
/** What the page's first button would tell, as its form holds it. */
const nextSubjects = (body: string) =>
  [...body.matchAll(/name="subject" value="([^"]+)"/g)].map(([, subject = ""]) => subject);
const events = () => week.rows("SELECT kind, subject, minutes, reason FROM round_event");

test("who rides sees their shifts, and only theirs", async () => {
  const list = await week.market.call<string>("GET", "/corriere", { token: rider });
  expect(list.status).toBe(200);
  expect(list.body).toContain(at());
  expect(list.body).toContain("da leggere");
  const other = addToken(week.market, "courier", "0".repeat(26));
  const none = await week.market.call<string>("GET", "/corriere", { token: other });
  expect([none.status, none.body.includes("Nessun giro in vista")]).toEqual([200, true]);
  expect((await see(other)).status).toBe(404);
  const stranger = await week.market.call("GET", "/corriere");
  expect([stranger.status, stranger.headers.get("Location")]).toEqual([
    303,
    "/accedi?poi=%2Fcorriere",
  ]);
});

test("a named rider reads and tells of their own round without any role", async () => {
  const { id, cookie } = await personWith(week.market, week.officer, { email: "zoe@example.org" });
  const own = { headers: { Cookie: cookie } };
  expect((await week.market.call("GET", at(), own)).status).toBe(404);
  week.market.database.exec("DROP TRIGGER courier_shift_stays");
  week.market.database.exec(
    `UPDATE courier_shift SET person_id = '${id}' WHERE id = '${week.shifts.deliver}'`,
  );
  const seen = await week.market.call<string>("GET", at(), own);
  expect(seen.status).toBe(200);
  expect(seen.body).toContain('data-act="tell-done"');
  const list = await week.market.call<string>("GET", "/corriere", own);
  expect(list.body).toContain(at());
  const vehicle = /foglio\/(\d+)/.exec(seen.body)?.[1] ?? "";
  const sheet = `/rete/giri/${week.shop.cycleId}/foglio/${vehicle}`;
  expect((await week.market.call("GET", sheet, own)).status).toBe(200);
  expect((await week.market.call("GET", `${sheet.slice(0, -1)}9`, own)).status).toBe(403);
});

test("a new plan is read with one button, once; the hub sees who read it", async () => {
  const { body } = await see();
  expect(body).toContain("Ecco il tuo giro");
  const field = (name: string) =>
    new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? "";
  const form = ["plan", "version", "vehicle"].map((name) => [name, field(name)] as const);
  const read = await send("/letto", [["key", "a"], ...form]);
  expect([read.status, read.headers.get("Location")]).toEqual([303, `${at()}?fatto=read`]);
  expect((await see()).body).not.toContain("Ecco il tuo giro");
  const page = `/rete/giri/${week.shop.cycleId}`;
  const seen = await week.market.call<string>("GET", page, { token: week.officer });
  expect(seen.body).toContain("letto da chi guida");
  expect((await send("/letto", [["key", "b"], ...form])).status).toBe(422);
  const unreadable = await send("/letto", [
    ["key", "c"],
    ["plan", "x"],
  ]);
  expect(unreadable.status).toBe(404);
});

test("a stop is told as done, the next one comes up, and before it another load", async () => {
  const { body } = await see();
  expect(body).toContain("Tappa 1,");
  const told = nextSubjects(body).slice(0, 1);
  const done = await tell("a", ["kind", "done"], ["subject", told[0] ?? ""]);
  expect(done.status).toBe(303);
  expect(events()).toEqual([["done", told[0], null, null]]);
  // One crate at a time: the bike has to load the second home's.
  const back = await see();
  expect(back.body).toContain("Torna in magazzino e carica");
  expect((await tell("b", ["kind", "loaded"])).status).toBe(303);
  const next = await see();
  expect(next.body).toContain("Tappa 2,");
  expect(next.body).toContain("Già fatte");
  // Told twice with another key: it says so, and notes nothing.
  const again = await tell("c", ["kind", "done"], ["subject", told[0] ?? ""]);
  expect([again.status, again.body.includes("era già stato detto")]).toEqual([422, true]);
  expect(events()).toHaveLength(2);
});

test("a stop in vain says why, and the hub reads it on the week's page", async () => {
  const [subject = ""] = nextSubjects((await see()).body);
  const failed = await tell("a", ["kind", "failed"], ["subject", subject], ["reason", "nobody"]);
  expect(failed.headers.get("Location")).toBe(`${at()}?fatto=failed`);
  expect(events()).toEqual([["failed", subject, null, "nobody"]]);
  const own = await see();
  expect(own.body).toContain("non risponde nessuno");
  expect(own.body).toContain("sta rifacendo il resto del giro");
  const page = `/rete/giri/${week.shop.cycleId}`;
  const seen = await week.market.call<string>("GET", page, { token: week.officer });
  expect(seen.body).toContain("a vuoto: non risponde nessuno");
  expect(week.rows("SELECT number FROM plan_problem ORDER BY number")).toEqual([[1], [2]]);
});

test("who is late asks for another plan, and reads what it changes for them", async () => {
  const { body } = await see();
  const field = (name: string) =>
    new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? "";
  const form = ["plan", "version", "vehicle"].map((name) => [name, field(name)] as const);
  await send("/letto", [["key", "a"], ...form]);
  const shift = week.rows("SELECT from_at FROM courier_shift WHERE task = 'deliver'");
  week.market.time.now = Number(shift[0]?.[0]);
  expect((await tell("b", ["kind", "late"], ["minutes", "60"])).status).toBe(303);
  await week.planNewest();
  const late = await see();
  expect(late.body).toContain("Ecco che cosa cambia per te");
  expect(late.body).toMatch(/dalle \d+:\d+ alle \d+:\d+|non è più nel tuo giro/);
  const page = `/rete/giri/${week.shop.cycleId}`;
  const seen = await week.market.call<string>("GET", page, { token: week.officer });
  expect(seen.body).toContain("in ritardo di 60 minuti");
});

test("who goes no further is asked nothing more", async () => {
  expect((await tell("a", ["kind", "out"])).status).toBe(303);
  const { body } = await see();
  expect(body).toContain("Hai detto che non vai più avanti");
  expect(body).not.toContain('data-act="tell-done"');
});

test.each([
  ["no kind", [["kind", "lost"]]],
  ["done of nothing", [["kind", "done"]]],
  [
    "a stop by another name",
    [
      ["kind", "done"],
      ["subject", "door:1"],
    ],
  ],
  [
    "in vain without why",
    [
      ["kind", "failed"],
      ["subject", `order:${"0".repeat(26)}`],
    ],
  ],
  [
    "late by nothing",
    [
      ["kind", "late"],
      ["minutes", "0"],
    ],
  ],
] as const)("what cannot be read is given back: %s", async (_title, fields) => {
  const back = await tell("a", ...fields);
  expect([back.status, back.body.includes("riprova dal bottone")]).toEqual([422, true]);
  expect(events()).toEqual([]);
});

test("before the producers were told nothing can be told of a round", async () => {
  week.market.database.exec("UPDATE cycle SET state = 'allocated'");
  expect((await see()).body).not.toContain('data-act="tell-done"');
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { GroupId, HouseholdId } from "#domain/kernel/ids.ts";
import { addGroup, addHousehold, addToken } from "#tests/households.ts";
import { addPerson } from "#tests/signed-in-person.ts";
import { openTrade, type Trade } from "#tests/trading.ts";

let trade: Trade;
let group: GroupId;
let household: HouseholdId;
let coordinator: string;
let token: string;
beforeAll(async () => {
  trade = await openTrade([{ name: "pane" }]);
});
afterAll(() => trade.close());
beforeEach(() => {
  const { market } = trade;
  group = addGroup(market);
  const referent = addHousehold(market, group);
  addProfile(referent, "referente");
  run("UPDATE household SET coordinates_group = 1 WHERE id = ?", referent);
  coordinator = addToken(market, "coordinator", group);
  household = addHousehold(market);
  addProfile(household, "famiglia");
  token = addToken(market, "household", household);
});

const run = (sql: string, ...values: string[]) => trade.market.database.prepare(sql).run(values);
const addProfile = (id: string, name: string) =>
  run(
    `INSERT INTO household_profile VALUES (?1, ?2, ?2 || ?1 || '@example.org', NULL, 'via', '37129',
      'Verona', NULL, NULL)`,
    id,
    name,
  );
const call = (method: string, path: string, by: string, body?: object, key?: string) =>
  trade.market.call(method, `/api/v1/groups/${group}${path}`, {
    token: by,
    ...(body === undefined ? {} : { body }),
    ...(key === undefined ? {} : { key }),
  });
const ask = (key?: string) =>
  call("POST", "/requests", token, { householdId: household }, key ?? undefined);
const answer = (id: unknown, body: object, key?: string) =>
  call("PUT", `/requests/${String(id)}/answer`, coordinator, body, key);
const groupOf = (id: string) =>
  trade.market.database.prepare("SELECT group_id FROM household WHERE id = ?").pluck().all([id])[0];
const lettersTo = (name: string, id: string) =>
  trade.rows(`SELECT kind FROM letter WHERE recipient = '${name}${id}@example.org' ORDER BY id`);

describe("a household that asks to come in", () => {
  test("is let in by the coordinator, and both are told by letter", async () => {
    const asked = await ask("chiedo");
    expect(asked.status).toBe(201);
    expect((await ask("chiedo")).body).toEqual(asked.body);
    const { items } = (await call("GET", "/requests", coordinator)).body;
    expect(items).toMatchObject([{ householdId: household, householdName: "famiglia" }]);
    const yes = await answer(asked.body["id"], { isAccepted: true }, "si");
    expect(yes.status).toBe(200);
    expect((await answer(asked.body["id"], { isAccepted: true }, "si")).body).toEqual(yes.body);
    expect(groupOf(household)).toBe(group);
    expect(lettersTo("famiglia", household)).toEqual([["group-answer"]]);
    expect((await call("GET", "/requests", coordinator)).body["items"]).toEqual([]);
  });

  test("reads the answer in the language of its reader", async () => {
    const address = `famiglia${household}@example.org`;
    addPerson(trade.market, { name: "Mary", address, language: "en" });
    const { id } = (await ask()).body;
    await answer(id, { isAccepted: false, reason: "Siamo al completo" });
    const letters = `SELECT kind, words ->> 'lang' FROM letter ORDER BY id DESC LIMIT 2`;
    expect(trade.rows(letters)).toEqual([
      ["group-answer", "en"],
      ["group-request", "it"],
    ]);
  });

  test("is told why not, and may ask again", async () => {
    const { id } = (await ask()).body;
    await answer(id, { isAccepted: false, reason: "Siamo al completo" });
    expect(groupOf(household)).toBeNull();
    expect((await ask()).status).toBe(201);
  });

  test("waits for one answer at a time, and takes its request back", async () => {
    const { id } = (await ask()).body;
    expect((await ask()).body["code"]).toBe("group-asked");
    expect((await call("DELETE", `/requests/${String(id)}`, token)).status).toBe(200);
    const again = await call("DELETE", `/requests/${String(id)}`, token);
    expect(again.body["code"]).toBe("group-request-ended");
    expect((await answer(id, { isAccepted: true })).body["code"]).toBe("group-request-ended");
    expect(groupOf(household)).toBeNull();
  });

  test("is in no other group, neither when it asks nor when it is let in", async () => {
    const { id } = (await ask()).body;
    run("UPDATE household SET group_id = ? WHERE id = ?", addGroup(trade.market), household);
    expect((await answer(id, { isAccepted: true })).body["code"]).toBe("group-taken");
    expect((await ask()).body["code"]).toBe("group-taken");
  });

  test("is let in by its group's coordinator only; to others it is not there", async () => {
    const { id } = (await ask()).body;
    const other = addToken(trade.market, "coordinator", addGroup(trade.market));
    const path = `/requests/${String(id)}/answer`;
    expect((await call("PUT", path, other, { isAccepted: true })).body["code"]).toBe("not-found");
    expect((await call("PUT", path, token, { isAccepted: true })).body["code"]).toBe("not-found");
  });
});

describe("a household that leaves", () => {
  const leave = (who = household, by = token) => call("DELETE", `/households/${who}`, by);

  test("goes once nothing of it is on its way", async () => {
    run("UPDATE household SET group_id = ? WHERE id = ?", group, household);
    const { officer } = trade;
    const own = { householdId: household, contact: null, token: officer };
    const order = await trade.order([["pane", 1]], own);
    expect((await leave()).body["code"]).toBe("group-order-open");
    run("UPDATE customer_order SET cancelled_at = 1 WHERE id = ?", order);
    expect((await leave()).status).toBe(200);
    expect(groupOf(household)).toBeNull();
    expect((await leave()).body["code"]).toBe("not-in-group");
  });

  test("stays while it coordinates", async () => {
    const id = String(
      trade.market.database
        .prepare("SELECT id FROM household WHERE group_id = ?")
        .pluck()
        .all([group])[0],
    );
    const own = addToken(trade.market, "household", id);
    expect((await leave(id as HouseholdId, own)).body["code"]).toBe("group-coordinator-stays");
  });
});

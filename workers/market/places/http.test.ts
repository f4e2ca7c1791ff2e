import { afterAll, beforeAll, expect, test } from "vitest";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { santaToscana, tokenFor } from "#tests/people.ts";

let market: Market;
let officer: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
});
afterAll(() => market.close());

const post = (path: string, body: object, sent: object = {}) =>
  market.call("POST", `/api/v1${path}`, { token: officer, body, ...sent });
const list = async (path: string) => (await market.call("GET", `/api/v1${path}`)).body["items"];

test("a pickup point opens with its hours, once, and anyone can find it", async () => {
  const opened = await post("/pickup-points", santaToscana, { key: "open" });
  expect(opened.status).toBe(201);
  expect((await post("/pickup-points", santaToscana, { key: "open" })).body).toEqual(opened.body);
  expect(opened.body["slots"]).toMatchObject([{ fromMinute: 1020, toMinute: 1170 }]);
  const again = await post("/pickup-points", santaToscana);
  expect([again.status, again.body["code"]]).toEqual([409, "name-taken"]);
  expect(await list("/pickup-points")).toEqual([opened.body]);
});

test("hours run forward, within one day", async () => {
  const open = async (fromMinute: number, toMinute: number) => {
    const name = `Ritiro ${fromMinute} ${toMinute}`;
    return (await post("/pickup-points", { ...santaToscana, name, fromMinute, toMinute })).status;
  };
  expect(await open(1170, 1170)).toBe(400);
  expect(await open(1170, 1020)).toBe(400);
  expect(await open(0, 1441)).toBe(400);
  expect(await open(-1, 60)).toBe(400);
  expect(await open(0, 1440)).toBe(201);
});

test("a point takes a number of orders, or any number, never none", async () => {
  const open = async (name: string, capacityOrders: unknown) =>
    (await post("/pickup-points", { ...santaToscana, name, capacityOrders })).status;
  expect(await open("Ritiro di nessuno", 0)).toBe(400);
  expect(await open("Ritiro mezzo", 1.5)).toBe(400);
  expect(await open("Ritiro di uno", 1)).toBe(201);
  expect(await open("Ritiro di tutti", null)).toBe(201);
});

test("a delivery window is there once, also when two officers add it together", async () => {
  const evening = { fromMinute: 1020, toMinute: 1140 };
  const answers = await Promise.all([1, 2, 3].map(() => post("/delivery-windows", evening)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.body["code"]).toBe("slot-taken");
  const backwards = { fromMinute: 1140, toMinute: 1020 };
  expect((await post("/delivery-windows", backwards)).body["code"]).toBe("invalid-input");
  market.time.now += 1;
  expect((await post("/delivery-windows", { fromMinute: 1140, toMinute: 1260 })).status).toBe(201);
  expect(await list("/delivery-windows")).toMatchObject([evening, { fromMinute: 1140 }]);
  const page = (await market.call("GET", "/api/v1/delivery-windows?limit=1")).body;
  expect(await list(`/delivery-windows?limit=1&after=${String(page["next"])}`)).toMatchObject([
    { fromMinute: 1140 },
  ]);
});

test("only officers make places", async () => {
  const treasurer = await tokenFor(market, officer, { role: "treasurer", subject: "" });
  for (const path of ["/pickup-points", "/delivery-windows"]) {
    const body = path === "/pickup-points" ? santaToscana : { fromMinute: 1, toMinute: 2 };
    expect((await post(path, body, { token: treasurer })).body["code"]).toBe("not-allowed");
    expect((await post(path, body, { token: undefined })).body["code"]).toBe("not-signed-in");
  }
});

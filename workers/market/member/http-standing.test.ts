import { afterEach, beforeEach, expect, test } from "vitest";
import type { HouseholdId } from "#domain/kernel/ids.ts";
import { addStanding } from "#tests/standing.ts";
import { addPerson, giveRole, type SignedInPerson } from "#tests/signed-in-person.ts";
import { openTrade, type Trade } from "#tests/trading.ts";

let trade: Trade;
let davide: SignedInPerson;
let household: HouseholdId;
beforeEach(async () => {
  trade = await openTrade([{ name: "pane" }, { name: "mele", kind: "kg", stepMilli: 500 }]);
  household = (await trade.household(1000)).householdId;
  davide = addPerson(trade.market, { name: "Davide", address: "davide@example.org" });
  giveRole(trade.market, davide.id, "household", household);
});
afterEach(() => trade.close());

const get = (path = "/io/ricorrenti", person = davide) =>
  trade.market.call<string>("GET", path, person.sent);
const post = (path: string, form: Record<string, string> = {}) =>
  trade.market.call<string>("POST", `/io/ricorrenti/${household}${path}`, {
    headers: {
      ...davide.sent.headers,
      "Content-Type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ key: crypto.randomUUID(), ...form }).toString(),
  });
const variantOf = (name: string) =>
  String(
    trade.market.database
      .prepare("SELECT variant_id FROM offer WHERE id = ?")
      .pluck()
      .all([trade.shop.offers[name] ?? ""])[0],
  );
const list = (given: Record<string, string> = {}) => ({
  where: `${trade.shop.pickupPointId}|`,
  payment: "wallet",
  part: "yes",
  rise: "10",
  add: variantOf("mele"),
  addq: "1,5",
  ...given,
});

test("a list is begun on an empty page, and shown as it was saved", async () => {
  expect((await get()).body).toContain("Non hai ancora una lista");
  expect((await post("", list())).status).toBe(303);
  const { body } = await get();
  expect(body).toContain("Attiva:");
  expect(body).toContain('value="1.5"');
  expect((await post("", { ...list({ add: "" }), [`q-${variantOf("mele")}`]: "0" })).status).toBe(
    422,
  );
});

test("what cannot be read is given back as it was typed, with the reason", async () => {
  await post("", list());
  const typed = { ...list({ add: "", rise: "molto" }), [`q-${variantOf("mele")}`]: "due" };
  const refused = await post("", typed);
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('value="due"');
  expect(refused.body).toContain("una percentuale fra 0 e 100");
  const variant = variantOf("mele");
  const more = { ...list({ add: "" }), [`q-${variant}`]: "1", [`t-${variant}`]: "un po’" };
  expect((await post("", more)).body).toContain("Scrivi una quantità");
  const misfit = await post("", { ...list({ add: "" }), [`q-${variantOf("mele")}`]: "0,75" });
  expect(misfit.body).toContain("Una quantità non è fra quelle");
});

test("a list is paused, taken up again, skips a cycle, and ends", async () => {
  await post("", list());
  await post("/pausa");
  expect((await get()).body).toContain("In pausa da");
  await post("/ripresa");
  await post("/salto");
  expect((await get()).body).toContain("Al prossimo ciclo non ordina");
  await post("/senza-salto");
  await post("/fine");
  expect((await get()).body).toContain("Non hai ancora una lista");
  expect((await post("/altrove")).status).toBe(404);
});

test("an order is repeated: its products are there to be saved as a list", async () => {
  const own = { householdId: household, contact: null, token: trade.officer };
  const order = await trade.order([["pane", 3]], own);
  expect((await get(`/ordini/${order}`)).body).toContain(`/io/ricorrenti?da=${order}`);
  const { body } = await get(`/io/ricorrenti?da=${order}`);
  expect(body).toContain(`name="q-${variantOf("pane")}" value="3"`);
  const stranger = addPerson(trade.market, { name: "Nina", address: "nina@example.org" });
  expect((await get(`/io/ricorrenti?da=${order}`, stranger)).body).not.toContain("pane");
});

test("what came of the list is told in plain words, line by line", async () => {
  addStanding(trade.market, trade.shop, {
    household,
    payment: "wallet",
    wants: { pane: 2000, mele: 2000 },
  });
  await trade.market.tick();
  const { body } = await get();
  expect(body).toContain("Ordinata in parte");
  expect(body).toContain("niente su 2\u00A0kg, il conto non bastava");
});

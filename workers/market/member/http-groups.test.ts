import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { GroupId, HouseholdId } from "#domain/kernel/ids.ts";
import type { Parts } from "#frontend/islands/parts.ts";
import { addGroup, addHousehold } from "#tests/households.ts";
import { heavyIslands } from "#tests/island-props.ts";
import { addPerson, giveRole, type SignedInPerson } from "#tests/signed-in-person.ts";
import { openTrade, type Trade, type Wish } from "#tests/trading.ts";

let trade: Trade;
let group: GroupId;
let lucia: SignedInPerson;
beforeEach(async () => {
  trade = await openTrade([
    { name: "mele", kind: "kg", boxUnits: 10, priceCents: 190 },
    { name: "tazze", minimumCents: 4000, priceCents: 1200 },
  ]);
  group = addGroup(trade.market);
  run("INSERT INTO cycle_group VALUES (?, ?, 0)", trade.shop.cycleId, group);
  lucia = addPerson(trade.market, { name: "Lucia", address: "lucia@example.org" });
  giveRole(trade.market, lucia.id, "coordinator", group);
});
afterEach(() => trade.close());

const run = (sql: string, ...values: (string | number)[]) =>
  trade.market.database.prepare(sql).run(values);
const get = async (person: SignedInPerson, path: string) =>
  trade.market.call<string>("GET", path, person.sent);
const post = async (person: SignedInPerson, path: string, form: Record<string, string>) =>
  trade.market.call<string>("POST", path, {
    ...person.sent,
    headers: {
      ...person.sent.headers,
      "Content-Type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ key: crypto.randomUUID(), ...form }).toString(),
  });

let made = 0;

/** A person with a household, in a group or in none, that ordered these things. */
async function family(name: string, of: GroupId | null, wishes: readonly Wish[] = []) {
  const household: HouseholdId = addHousehold(trade.market, of);
  made += 1;
  run(
    `INSERT INTO household_profile VALUES (?, ?, ?, NULL, 'via', '37129', 'Verona', NULL, NULL)`,
    household,
    name,
    `${name}${made}@example.org`,
  );
  const person = addPerson(trade.market, { name, address: `${name}${made}@posta.example` });
  giveRole(trade.market, person.id, "household", household);
  const own = { householdId: household, contact: null, token: trade.officer };
  if (wishes.length > 0) await trade.order(wishes, own);
  return { ...person, household };
}

describe("the page of a group's order", () => {
  test("shows its boxes, its minimums and one's own part, and no other's", async () => {
    const piero = await family("piero", group, [
      ["mele", 5, 1],
      ["tazze", 2],
    ]);
    await family("nives", group, [["mele", 2]]);
    const { status, body, headers } = await get(piero, `/gruppi/${group}`);
    expect(status).toBe(200);
    expect(headers.get("Cache-Control")).toBe("private, no-store");
    expect(body).toContain("Casse da riempire");
    expect(body).toContain("del gruppo 7");
    expect(body).toContain("Mancano 16,00\u00A0€ al minimo");
    expect(body).toContain("Cambia il tuo ordine");
    expect(body).toContain("I nomi li vede solo chi coordina");
    expect(body).not.toContain("nives");
    expect(body).not.toContain("/referente");
  });

  test("tells its meters alone to its own script, and that nothing changed since", async () => {
    const piero = await family("piero", group, [
      ["mele", 5, 1],
      ["tazze", 2],
    ]);
    const path = `/gruppi/${group}`;
    const ask = (tag = "") =>
      trade.market.call<Parts>("GET", path, {
        headers: { ...piero.sent.headers, Accept: "application/json", "If-None-Match": tag },
      });
    expect(heavyIslands((await get(piero, path)).body)).toEqual([]);
    const first = await ask();
    const parts = first.body;
    const box = Object.keys(parts.islands).find((key) => key.startsWith("box-")) ?? "";
    expect(Object.keys(parts.islands)).toHaveLength(2);
    expect(parts.live["group-ordered"]).toBe("1");
    const tag = first.headers.get("ETag") ?? "";
    const asked = vi.spyOn(globalThis, "fetch");
    expect((await ask(tag)).status).toBe(304);
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
    await family("nives", group, [["mele", 2]]);
    const then = await ask(tag);
    expect(then.status).toBe(200);
    const now = then.body;
    expect(now.live["group-ordered"]).toBe("2");
    expect(now.live[box.replace("box", "ours")]).toContain("del gruppo 7");
    expect(now.islands[box]).not.toEqual(parts.islands[box]);
    expect(JSON.stringify(now)).not.toContain("nives");
  });

  test("is not there for other groups, nor is the sheet for a household of this one", async () => {
    const stranger = await family("marta", addGroup(trade.market));
    const piero = await family("piero", group);
    const foreign = await get(stranger, `/gruppi/${group}`);
    const absent = await get(stranger, `/gruppi/${"0".repeat(26)}`);
    expect([foreign.status, absent.status]).toEqual([404, 404]);
    for (const page of ["referente", "foglio"]) {
      expect((await get(piero, `/gruppi/${group}/${page}`)).status).toBe(404);
    }
  });
});

describe("the tools of whoever coordinates", () => {
  test("show who ordered what, that it adds up, who is missing and what is short", async () => {
    await family("piero", group, [["mele", 5, 1]]);
    await family("nives", group);
    const { body } = await get(lucia, `/gruppi/${group}/referente`);
    expect(body).toContain("Il foglio quadra");
    expect(body).toContain("5 + 1");
    expect(body).toContain("nives");
    expect(body).toContain("mancano 5");
    const sheet = await get(lucia, `/gruppi/${group}/foglio`);
    expect(sheet.body).toContain("Firma");
  });

  test("remind those who are missing, and say so", async () => {
    await family("nives", group);
    const path = `/gruppi/${group}/promemoria`;
    const sent = await post(lucia, path, { cycle: trade.shop.cycleId });
    expect(sent.headers.get("Location")).toBe(`/gruppi/${group}/referente?fatto=promemoria`);
    const again = await post(lucia, path, { cycle: trade.shop.cycleId });
    expect(again.status).toBe(422);
    expect(again.body).toContain("ne parte uno solo");
  });

  test("open the boxes for completion once orders are over", async () => {
    await family("piero", group, [["mele", 5]]);
    trade.market.database.exec("UPDATE cycle SET delivery_day = '2026-06-09'");
    await trade.act("/closure");
    expect((await get(lucia, `/gruppi/${group}/referente`)).body).toContain(
      "Riapri per completare",
    );
    const form = { cycle: trade.shop.cycleId, hours: "2" };
    const reopened = await post(lucia, `/gruppi/${group}/completamento`, form);
    expect(reopened.status).toBe(303);
    expect(await trade.state()).toBe("completing");
  });
});

describe("a household that comes and goes", () => {
  test("asks on the list of groups, is let in by the coordinator, and leaves", async () => {
    const nina = await family("nina", null);
    const asked = await post(nina, `/gruppi/${group}/richieste`, { household: nina.household });
    expect(asked.headers.get("Location")).toBe("/gruppi?fatto=richiesta");
    expect((await get(nina, "/gruppi")).body).toContain("aspetta una risposta");
    const tools = await get(lucia, `/gruppi/${group}/referente`);
    const answer = /action="([^"]+\/risposta)"/.exec(tools.body)?.[1] ?? "";
    expect((await post(lucia, answer, { answer: "yes" })).status).toBe(303);
    expect((await get(nina, `/gruppi/${group}`)).status).toBe(200);
    const left = await post(nina, `/gruppi/${group}/uscita`, { household: nina.household });
    expect(left.headers.get("Location")).toBe("/gruppi?fatto=uscita");
    expect((await get(nina, `/gruppi/${group}`)).status).toBe(404);
  });

  test("stays while an order of its own is on its way, and reads why", async () => {
    const piero = await family("piero", group, [["mele", 5]]);
    const form = { household: piero.household };
    const refused = await post(piero, `/gruppi/${group}/uscita`, form);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain("non è ancora concluso");
  });

  test("finds the groups of the network whoever reads them", async () => {
    const { status, body } = await trade.market.call<string>("GET", "/gruppi");
    expect(status).toBe(200);
    expect(body).toContain("Gruppi della rete");
  });
});

test("each page of a group and of a list is one round trip, however many ordered", async () => {
  for (let i = 0; i < 12; i += 1) await family(`famiglia${i}`, group, [["mele", 1]]);
  const asked = vi.spyOn(globalThis, "fetch");
  const own = `/gruppi/${group}`;
  for (const path of ["/gruppi", own, `${own}/referente`, `${own}/foglio`, "/io/ricorrenti"]) {
    asked.mockClear();
    expect((await get(lucia, path)).status).toBe(200);
    expect([path, asked.mock.calls.length]).toEqual([path, 1]);
  }
  asked.mockRestore();
});

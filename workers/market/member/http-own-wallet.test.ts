import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { HouseholdId } from "#domain/kernel/ids.ts";
import { addGroup, addHousehold } from "#tests/households.ts";
import { readingPerson, type ReadingPerson } from "#tests/reading-person.ts";
import { said } from "#tests/reader.ts";
import { giveRole } from "#tests/signed-in-person.ts";
import { openTrade, type Trade } from "#tests/trading.ts";

let trade: Trade;
let household: { readonly householdId: HouseholdId };
let anna: ReadingPerson;
beforeEach(async () => {
  trade = await openTrade([{ name: "uova" }], { "wallet-floor": "-1000" });
  household = await trade.household(5000);
  anna = readingPerson(trade, "Anna", household.householdId);
});
afterEach(() => trade.close());

const wallet = async (query = "", who = anna) => said(await who.reader.get(`/io/conto${query}`));
const enter = (amountCents: number, note: string, of: HouseholdId = household.householdId) =>
  trade.market.call("POST", `/api/v1/households/${of}/wallet/entries`, {
    token: trade.officer,
    body: { kind: "top-up", source: "bank", amountCents, note },
  });

describe("the wallet", () => {
  test("says what can be spent, what is reserved, and how far orders may go", async () => {
    await trade.order([["uova", 2]], household);
    const words = await wallet();
    expect(words).toContain("Puoi spendere 42,00 €");
    expect(words).toContain("Riservato per ordini in corso 8,00 €");
    expect(words).toContain("Gli ordini possono portarlo fino a −10,00 €");
    expect(words).toContain("Riserva +8,00 € – 50,00 €");
    expect(words).toContain("prova +50,00 € 50,00 €");
  });

  test("says how money comes in, with the network's address only where it has one", async () => {
    expect(await wallet()).not.toContain("IBAN");
    trade.market.database.exec("UPDATE network SET contact_email = 'conti@example.org'");
    expect(await wallet()).toContain("Per l’IBAN, o per accordarti, scrivi a conti@example.org");
    trade.market.database.exec("UPDATE network SET iban = 'IT60X0542811101000000123456'");
    expect(await wallet()).toContain("IBAN IT60 X054 2811 1010 0000 0123 456");
  });

  test("is not there for who is in no household, nor is that of others", async () => {
    const bruno = readingPerson(trade, "Bruno");
    expect(await wallet("", bruno)).toContain("Non fai parte di nessuna famiglia");
    const foreign = await bruno.reader.get(`/io/conto?famiglia=${household.householdId}`);
    expect(foreign.status).toBe(404);
    expect(said(foreign)).not.toContain("50,00");
  });

  test("of each of one's households is chosen by name", async () => {
    const second = addHousehold(trade.market);
    giveRole(trade.market, anna.id, "household", second);
    await enter(700, "bonifico", second);
    expect(await wallet(`?famiglia=${second}`)).toContain("Puoi spendere 7,00 €");
    const first = `?famiglia=${household.householdId}`;
    expect(await wallet(first)).toContain("Puoi spendere 50,00 €");
  });
});

describe("the statement", () => {
  test("goes on page by page, and every balance is right on each of them", async () => {
    for (let n = 1; n <= 43; n++) await enter(100, `bonifico ${n}`);
    const first = await anna.reader.get("/io/conto");
    const next = /href="(\/io\/conto\?dopo=[^"]*)"/.exec(first.html)?.[1] ?? "";
    const second = await anna.reader.get(next);
    expect(said(first)).toContain("bonifico 43 +1,00 € 93,00 €");
    expect(said(first)).toContain("bonifico 4 +1,00 € 54,00 €");
    expect(said(first)).not.toContain("bonifico 3 ");
    expect(said(second)).toContain("bonifico 3 +1,00 € 53,00 €");
    expect(said(second)).toContain("prova +50,00 € 50,00 €");
  });

  test("of a month has its days alone, with the balances of those days", async () => {
    trade.market.time.now = Date.UTC(2026, 6, 1, 10);
    await enter(300, "luglio");
    trade.market.time.now = Date.UTC(2026, 7, 1, 10);
    await enter(400, "agosto");
    anna = readingPerson(trade, "Anna", household.householdId);
    const july = await wallet("?mese=2026-07");
    expect(july).toContain("luglio +3,00 € 53,00 €");
    expect(july).not.toContain("agosto +");
    expect(july).toContain("Puoi spendere 57,00 €");
    expect(await wallet("?mese=2026-02")).toContain("In febbraio 2026 nessun movimento");
    expect(await wallet("?mese=2026-13")).toContain("agosto +4,00 €");
  });

  test("as a file opens in a spreadsheet, and no note in it is a formula", async () => {
    await enter(250, '=HYPERLINK("http://evil.example";"clic")');
    const file = await anna.reader.get("/io/conto/movimenti?mese=2026-06");
    expect(file.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(file.headers.get("Content-Disposition")).toContain("movimenti-2026-06.csv");
    expect(file.headers.get("Cache-Control")).toBe("private, no-store");
    expect(file.html.split("\r\n")).toEqual([
      "data;descrizione;nota;importo;riserva;saldo",
      `2026-06-02;Ricarica;"'=HYPERLINK(""http://evil.example"";""clic"")";2,50;0,00;52,50`,
      "2026-06-02;Ricarica;prova;50,00;0,00;50,00",
      "",
    ]);
  });
});

describe("the household and its group", () => {
  test("shows who takes part, and who sees what", async () => {
    const bruno = readingPerson(trade, "Bruno", household.householdId);
    const words = said(await bruno.reader.get("/io/gruppi"));
    expect(words).toContain("Anna e Bruno");
    expect(words).toContain("Ordina da sola, senza gruppo");
    expect(words).toContain("Chi vede che cosa");
  });

  test("leads to the weekly list and the group’s order; to its tools who coordinates", async () => {
    const { householdId } = household;
    const bruno = readingPerson(trade, "Bruno", householdId);
    const alone = (await bruno.reader.get("/io/gruppi")).html;
    expect(alone).toContain(`href="/io/ricorrenti?famiglia=${householdId}"`);
    expect(alone).not.toContain('data-act="group-order"');
    const group = addGroup(trade.market);
    const join = "UPDATE household SET group_id = ?, coordinates_group = ? WHERE id = ?";
    trade.market.database.prepare(join).run([group, 0, householdId]);
    const within = (await bruno.reader.get("/io/gruppi")).html;
    expect(within).toContain(`href="/gruppi/${group}" data-act="group-order"`);
    expect(within).not.toContain("/referente");
    trade.market.database.prepare(join).run([group, 1, householdId]);
    const html = (await bruno.reader.get("/io/gruppi")).html;
    expect(html).toContain(`href="/gruppi/${group}/referente"`);
  });

  test("tells who is in none how to come in", async () => {
    const words = said(await readingPerson(trade, "Carla").reader.get("/io/gruppi"));
    expect(words).toContain("Non fai parte di nessuna famiglia della rete");
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { HOUR } from "#domain/kernel/instant.ts";
import type { HouseholdId } from "#domain/kernel/ids.ts";
import { addGroup, addHousehold } from "#tests/households.ts";
import { readingPerson, type ReadingPerson } from "#tests/reading-person.ts";
import { said } from "#tests/reader.ts";
import { giveRole } from "#tests/signed-in-person.ts";
import { addStanding } from "#tests/standing.ts";
import { openTrade, type Trade } from "#tests/trading.ts";

let trade: Trade;
let household: { readonly householdId: HouseholdId };
let anna: ReadingPerson;
beforeEach(async () => {
  trade = await openTrade([{ name: "uova" }, { name: "pane" }], { "wallet-floor": "0" });
  household = await trade.household(5000);
  anna = readingPerson(trade, "Anna", household.householdId);
});
afterEach(() => trade.close());

const home = async (who = anna) => said(await who.reader.get("/io"));
const change = (sql: string, ...values: (string | number)[]) =>
  trade.market.database.prepare(sql).run(values);

describe("what waits for somebody", () => {
  test("nothing: the page says so, and until when orders are open", async () => {
    const words = await home();
    expect(words).toContain("Per ora niente");
    expect(words).toContain("Gli ordini sono aperti fino a");
    expect(words).toContain("Anna, famiglia");
  });

  test("an order of the household can be changed until the close, not after", async () => {
    await trade.order([["uova", 2]], household);
    expect(await home()).toContain("si può cambiare fino a");
    expect(await home(readingPerson(trade, "Bruno"))).not.toContain("si può cambiare");
    trade.market.time.now += 25 * HOUR;
    anna = readingPerson(trade, "Anna", household.householdId);
    expect(await home()).not.toContain("si può cambiare");
  });

  test("an order is to be fetched once its day has come and the producers were told", async () => {
    const order = await trade.order([["uova", 2]], household);
    await trade.act("/closure");
    await trade.act("/dispatch");
    change("UPDATE cycle SET delivery_day = '2000-01-01'");
    expect(await home()).toContain("ti aspetta ancora: Ritiro");
    change("UPDATE customer_order SET place = 'home' WHERE id = ?", order);
    expect(await home()).toContain("non risulta consegnato");
    change("UPDATE customer_order SET handed_out_at = 5 WHERE id = ?", order);
    expect(await home()).toContain("Per ora niente");
  });

  test("what a card did not pay comes first, with how to pay it", async () => {
    const order = await trade.order([["uova", 2]], household);
    change(
      `INSERT INTO payment_due (order_id, number, amount_cents, reason, since)
        VALUES (?, 1, 800, 'card-declined', 5)`,
      order,
    );
    const page = await anna.reader.get("/io");
    expect(said(page)).toContain("restano da pagare 8,00 €");
    expect(page.html).toContain(`href="/ordini/${order}" data-act="call-pay"`);
  });

  test("a wallet that runs low, and one below its limit", async () => {
    change("UPDATE household SET low_credit_cents = 6000");
    expect(await home()).toContain("Nel conto restano 50,00 €");
    const path = `/api/v1/households/${household.householdId}/wallet/entries`;
    const body = { kind: "correction", source: "bank", amountCents: -5100, note: "contato male" };
    await trade.market.call("POST", path, { token: trade.officer, body });
    expect(await home()).toContain("Il conto è a −1,00 €, sotto il limite di 0,00 €");
  });

  test("what came of a report, and the money that is still to be handed back", async () => {
    const order = await trade.order([["uova", 2]], household);
    change("UPDATE customer_order SET handed_out_at = 5 WHERE id = ?", order);
    change(
      `INSERT INTO order_problem SELECT 'p', id, order_id, enterprise_id, 'missing', 1000, 6, 'test'
        FROM order_line WHERE order_id = ?`,
      order,
    );
    change(
      `INSERT INTO order_problem_answer
        VALUES ('p', 'accepted', 400, 'by-hand', 'network', ?, 't')`,
      trade.market.time.now,
    );
    expect(await home()).toContain("Per uova la rete ti restituisce 4,00 €");
    change("INSERT INTO order_problem_payback VALUES ('p', 'cash', 7, 'test')");
    expect(await home()).toContain("La tua segnalazione su uova ha una risposta");
    trade.market.time.now += 8 * 24 * HOUR;
    anna = readingPerson(trade, "Anna", household.householdId);
    expect(await home()).not.toContain("segnalazione");
  });

  test("a basket that was filled and not ordered", async () => {
    await anna.reader.post("/cassetta", { offer: trade.shop.offers["pane"] ?? "", quantity: "2" });
    expect(await home()).toContain("c’è 1 prodotto, non ancora ordinato");
  });

  test("an officer: the passkey that it takes, and signatures asked for", async () => {
    expect(await home()).not.toContain("Hai una carica");
    giveRole(trade.market, anna.id, "treasurer");
    change("UPDATE session SET begun_by = 'code' WHERE person_id = ?", anna.id);
    expect(await home()).toContain("Hai una carica ma non una passkey");
    change(
      `INSERT INTO passkey (id, person_id, credential_id, public_key, counter, transports, name,
        added_at) VALUES ('k', ?, ?, ?, 0, '[]', 'Telefono', 0)`,
      anna.id,
      "c".repeat(16),
      "k".repeat(16),
    );
    expect(await home()).toContain("la tua carica si apre solo entrando con la passkey");
    change("UPDATE session SET begun_by = 'passkey' WHERE person_id = ?", anna.id);
    const bruno = readingPerson(trade, "Bruno");
    change(
      `INSERT INTO countersignature (id, act_hash, act, request, asked_by, asked_at, expires_at)
        VALUES ('0', ?, 'rules.decide', 'POST /', ?, 0, 9000000000000)`,
      "a".repeat(64),
      bruno.id,
    );
    const words = await home();
    expect(words).toContain("Un altro responsabile aspetta la tua firma");
    expect(words).not.toContain("la tua carica si apre");
    expect(words).toContain("Lavorare per la rete");
  });

  test("an officer: a report that nobody answered; a buyer is not called for it", async () => {
    const order = await trade.order([["uova", 2]], household);
    change("UPDATE customer_order SET handed_out_at = 5 WHERE id = ?", order);
    change(
      `INSERT INTO order_problem SELECT 'p', id, order_id, enterprise_id, 'missing', 1000, 6, 'test'
        FROM order_line WHERE order_id = ?`,
      order,
    );
    expect(await home()).not.toContain("segnalazione");
    giveRole(trade.market, anna.id, "officer");
    expect(await home()).toContain("Una segnalazione su ciò che è arrivato aspetta una risposta");
    expect(await home()).toContain("Segnalazioni");
  });

  test("a coordinator: the households that ask to come in, and nobody else is called", async () => {
    const group = addGroup(trade.market);
    const asks = (request: string) =>
      change(
        `INSERT INTO group_request (id, group_id, household_id, asked_at, asked_by)
          VALUES (?, ?, ?, 5, 'test')`,
        request,
        group,
        addHousehold(trade.market, null),
      );
    asks("r1");
    expect(await home()).not.toContain("entrare in");
    giveRole(trade.market, anna.id, "coordinator", group);
    expect(await home()).toContain("Una famiglia chiede di entrare in");
    asks("r2");
    expect((await anna.reader.get("/io")).html).toContain(`href="/gruppi/${group}/referente"`);
    expect(await home()).toContain("2 famiglie chiedono di entrare in");
    change("UPDATE group_request SET ended_at = 6, ended_by = 'test', ending = 'withdrawn'");
    expect(await home()).not.toContain("entrare in");
  });

  test("what a standing order left out, while its week still takes orders", async () => {
    addStanding(trade.market, trade.shop, {
      household: household.householdId,
      payment: "wallet",
      wants: { uova: 2000, pane: 99_000 },
    });
    await trade.market.tick();
    expect(await home()).toContain("Dalla tua spesa ricorrente è rimasto fuori pane, del tutto o");
    expect((await anna.reader.get("/io")).html).toContain('href="/io/ricorrenti"');
    expect(await home(readingPerson(trade, "Bruno"))).not.toContain("ricorrente");
    trade.market.time.now += 25 * HOUR;
    anna = readingPerson(trade, "Anna", household.householdId);
    expect(await home()).not.toContain("rimasto fuori");
  });

  test("a standing order that ordered nothing, but not one that was in the way", async () => {
    const { householdId } = household;
    const list = { household: householdId, isInPart: false, payment: "wallet" } as const;
    const standing = addStanding(trade.market, trade.shop, { ...list, wants: { pane: 99_000 } });
    const ran = (reason: string) =>
      change(
        `INSERT INTO standing_run VALUES (?, ?, 5, 'failed', NULL, ?, '[]')`,
        standing,
        trade.shop.cycleId,
        reason,
      );
    await trade.market.tick();
    expect(await home()).toContain("La tua spesa ricorrente questa volta non è stata ordinata");
    change("DROP TRIGGER standing_run_remains");
    change("DELETE FROM standing_run");
    ran("order-exists");
    expect(await home()).not.toContain("spesa ricorrente questa volta");
  });

  test("an address to confirm, one to which letters come back, a recovery under way", async () => {
    change(
      `INSERT INTO person_email (id, person_id, address, folded, added_at)
        VALUES ('01jd3x5k7m9npqrstvwxyz0001', ?, 'nuovo@example.org', 'nuovo@example.org', 5)`,
      anna.id,
    );
    change(
      `INSERT INTO letter (key, kind, recipient, state, state_at, queued_at)
        VALUES ('back', 'order-placed', ?, 'bounced', 5, 5)`,
      anna.address,
    );
    change("UPDATE person SET acts_from = ?", trade.market.time.now + HOUR);
    const words = await home();
    expect(words).toContain("L’indirizzo nuovo@example.org è da confermare");
    expect(words).toContain(`Le nostre lettere a ${anna.address} tornano indietro`);
    expect(words).toContain("Qualcuno sta recuperando il tuo accesso");
  });
});

test("each page of the area is read in one round trip", async () => {
  const asked = vi.spyOn(globalThis, "fetch");
  const pages = ["/io", "/io/ordini", "/io/conto", "/io/gruppi", "/io/accesso"];
  for (const path of pages) {
    asked.mockClear();
    expect((await anna.reader.get(path)).status).toBe(200);
    expect([path, asked.mock.calls.length]).toEqual([path, 1]);
  }
  asked.mockRestore();
});

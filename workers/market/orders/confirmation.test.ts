import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addHousehold } from "#tests/households.ts";
import { hidden, Reader } from "#tests/reader.ts";
import { addPerson } from "#tests/signed-in-person.ts";
import { openTrade, type Trade } from "#tests/trading.ts";

const mary = { name: "Mary", address: "mary@example.org", language: "en" } as const;

let trade: Trade;
beforeEach(async () => {
  trade = await openTrade([{ name: "pane" }]);
});
afterEach(() => trade.close());

/** Kind, language and subject of the letters to an address, in the order they were written. */
const lettersTo = (address: string) =>
  trade.rows(`SELECT kind, words ->> 'lang', words ->> 'subject' FROM letter
    WHERE recipient = '${address}' ORDER BY id`);
const languageOf = (order: unknown) =>
  trade.rows(`SELECT language FROM customer_order WHERE id = '${String(order)}'`)[0]?.[0];

/** A guest orders bread on the pages of a language; gives the order's code. */
async function orderOnPages(language: "" | "/en", email: string): Promise<string> {
  const reader = new Reader(trade.market.env);
  await reader.post(`${language}/cassetta`, {
    offer: trade.shop.offers["pane"] ?? "",
    quantity: "2",
  });
  const checkout = await reader.get(`${language}/cassa`);
  const sent = { key: hidden(checkout, "key"), cycle: hidden(checkout, "cycle") };
  const about = { name: "Mary Smith", email, phone: "", street: "", postcode: "", town: "" };
  const answer = await reader.post(`${language}/cassa`, {
    ...sent,
    ...about,
    where: trade.shop.pickupPointId,
    note: "",
    payment: "alla-consegna",
  });
  const id = /\/ordini\/([0-9a-z]{26})/.exec(answer.location ?? "")?.[1] ?? "";
  return String(trade.rows(`SELECT code FROM customer_order WHERE id = '${id}'`)[0]?.[0]);
}

async function finishWeek(): Promise<void> {
  await trade.act("/closure");
  await trade.act("/dispatch");
  await trade.act("/arrivals", { enterpriseIds: Object.values(trade.shop.producers) });
  await trade.act("/delivery");
  expect((await trade.act("/settlement")).status).toBe(200);
  await trade.market.tick();
}

describe("an order placed on the English pages", () => {
  test("is confirmed and summed up in English, the one beside it in Italian", async () => {
    const code = await orderOnPages("/en", "mary@example.org");
    const italian = await orderOnPages("", "anna@example.org");
    await finishWeek();
    expect(lettersTo("mary@example.org")).toEqual([
      ["order-placed", "en", `Order ${code} received`],
      ["order-receipt", "en", `The bill of order ${code}`],
    ]);
    expect(lettersTo("anna@example.org")).toEqual([
      ["order-placed", "it", `Ordine ${italian} ricevuto`],
      ["order-receipt", "it", `Il conto dell’ordine ${italian}`],
    ]);
  });

  test("is opened in English by the link of its letter", async () => {
    await orderOnPages("/en", "mary@example.org");
    await trade.market.tick();
    const letter = trade.doubles.mailbox.messages().find(({ to }) => to === "mary@example.org");
    const link = /http:\/\/\S+/.exec(letter?.text ?? "")?.[0] ?? "";
    const { pathname } = new URL(link);
    expect(pathname).toMatch(/^\/en\/o\//);
    const opened = await new Reader(trade.market.env).get(pathname);
    expect([opened.status, opened.location]).toEqual([303, expect.stringMatching(/^\/en\/ordini/)]);
  });

  test("hears in English that its week is cancelled", async () => {
    const code = await orderOnPages("/en", "mary@example.org");
    await trade.act("/cancellation", { reason: "Neve" });
    expect(lettersTo("mary@example.org").at(-1)).toEqual([
      "cycle-cancelled",
      "en",
      `Order ${code} cancelled`,
    ]);
  });
});

describe("an order placed through the API", () => {
  test("is written about in the language that it asks for, or in Italian", async () => {
    expect(languageOf(await trade.order([["pane", 1]], { language: "en" }))).toBe("en");
    expect(languageOf(await trade.order([["pane", 1]]))).toBe("it");
    expect(lettersTo("anna@example.org").map(([, lang]) => lang)).toEqual(["en", "it"]);
  });

  test("also of what its card did not pay", async () => {
    await trade.order([["pane", 1]], { language: "en", payment: "card", card: "visa" });
    const { payments } = trade.doubles;
    await fetch(`${payments.url}/holds/${payments.holds()[0]?.id}/release`, {
      method: "POST",
      headers: { "Idempotency-Key": "by-the-bank", "Content-Type": "application/json" },
      body: "{}",
    });
    await finishWeek();
    expect(lettersTo("anna@example.org").map(([kind, lang]) => [kind, lang])).toEqual([
      ["order-placed", "en"],
      ["order-receipt", "en"],
      ["payment-declined", "en"],
    ]);
  });

  test("in no language that nobody writes in", async () => {
    const body = { cycleId: trade.shop.cycleId, place: "home", payment: "card", language: "de" };
    const answer = await trade.market.call("POST", "/api/v1/orders", { body });
    expect([answer.status, answer.body["code"]]).toEqual([400, "invalid-input"]);
  });

  test("in that of who is signed in, unless it asks for another", async () => {
    const { sent } = addPerson(trade.market, mary);
    const body = {
      cycleId: trade.shop.cycleId,
      contact: { name: "Mary", email: "mary@example.org" },
      place: trade.shop.pickupPointId,
      payment: "at-pickup",
      lines: [{ offerId: trade.shop.offers["pane"], wantedMilli: 1000 }],
    };
    const place = (own: object) =>
      trade.market.call("POST", "/api/v1/orders", { ...sent, body: { ...body, ...own } });
    expect(languageOf((await place({})).body["id"])).toBe("en");
    expect(languageOf((await place({ language: "it" })).body["id"])).toBe("it");
  });

  test("in that of who reads the household's letters, when somebody else orders", async () => {
    addPerson(trade.market, mary);
    const householdId = addHousehold(trade.market);
    trade.market.database
      .prepare(
        `INSERT INTO household_profile VALUES (?, 'Smith', 'Mary@example.org', NULL, 'via Duomo',
          '37129', 'Verona', NULL, NULL)`,
      )
      .run([householdId]);
    await trade.order([["pane", 1]], { householdId, contact: null, token: trade.officer });
    expect(lettersTo("Mary@example.org").map(([, lang]) => lang)).toEqual(["en"]);
  });
});

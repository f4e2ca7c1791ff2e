import { afterAll, beforeAll, expect, test } from "vitest";
import type { CycleId, OrderId } from "#domain/kernel/ids.ts";
import { HOUR } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { reserveForOrder, walletEntry } from "#domain/ledger/wallet.ts";
import { payAtPickup } from "#domain/payments/counter.ts";
import { settleOrder, settleProducer } from "#domain/payments/settlement.ts";
import { openDatabase } from "#ports/database.ts";
import { post } from "#store/postings.ts";
import { addToken } from "#tests/households.ts";
import { verifyExport } from "#tests/journals.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import {
  balancesAfter,
  firstOrder,
  fumane,
  juneCycle,
  occasion,
  salesAt,
  zenti,
} from "#tests/postings.ts";

interface Page {
  readonly items: readonly { readonly ref: string; readonly code: string }[];
  readonly next: string | null;
}

const hub = fumane;
const secondOrder = "01jd3x5k7m9npqrstvwxyz0005" as OrderId;
const otherCycle = "01jd3x5k7m9npqrstvwxyz0006" as CycleId;

/** A wallet order and one paid at pickup, charged and handed on to their producer. */
function weekOfPostings() {
  const range = { revision: 1, fromCents: cents(0), toCents: cents(2000), floorCents: cents(0) };
  const order = { household: zenti, orderId: firstOrder, cycleId: juneCycle };
  const sums = { cycleId: juneCycle, deliveryFeeCents: cents(350), depositCents: cents(0) };
  const paidBy = { payment: "wallet", household: zenti, heldCents: cents(2000) } as const;
  const first = { ...sums, orderId: firstOrder, goodsCents: cents(1900) };
  const second = { ...sums, orderId: secondOrder, goodsCents: cents(1000) };
  const vat = [salesAt(400, 2900)];
  const producer = { cycleId: juneCycle, enterpriseId: fumane, goodsCents: cents(2900), vat };
  const opening = { ref: "wallet-entry:1", household: zenti, amountCents: cents(5000) };
  return [
    walletEntry({ ...opening, kind: "opening", source: "opening" }, occasion),
    reserveForOrder({ ...order, ...range }, occasion),
    settleOrder(first, paidBy, occasion),
    settleOrder(second, { payment: "at-pickup" }, occasion),
    payAtPickup({ orderId: secondOrder, cycleId: juneCycle, amountCents: cents(1350) }, occasion),
    settleProducer({ ...producer, feeCents: cents(174) }, occasion),
    walletEntry({ ...opening, ref: "wallet-entry:2", kind: "top-up", source: "bank" }, occasion),
  ];
}

let market: Market;
let auditor: string;
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  auditor = addToken(market, "auditor");
  const insert = (sql: string, ...values: string[]) => market.database.prepare(sql).run(values);
  insert(
    `INSERT INTO enterprise VALUES (?, 'Fumane', 'fumane', NULL, NULL, 'Fumane', 'collina', '',
      NULL, NULL, 0, 'agency', 0)`,
    hub,
  );
  for (const [cycle, code] of [
    [juneCycle, "2026-W23"],
    [otherCycle, "2026-W24"],
  ] as const) {
    insert(
      `INSERT INTO cycle (id, code, hub_id, opens_at, closes_at, delivery_day, created_at)
        VALUES (?, ?, ?, 0, 1, '2026-06-05', 0)`,
      cycle,
      code,
      hub,
    );
  }
  const database = openDatabase({
    url: market.env.DATABASE_URL,
    token: market.env.DATABASE_TOKEN,
  });
  const written = await database.write(weekOfPostings().flatMap((posting) => post(posting)));
  expect(written.kind).toBe("committed");
});
afterAll(() => market.close());

const get = <T = Record<string, unknown>>(path: string, token = auditor) =>
  market.call<T>("GET", `/api/v1${path}`, { token });

test("the trial balance adds up to nothing, and says what each class came to", async () => {
  const { status, body } = await get("/ledger/trial-balance");
  expect(status).toBe(200);
  expect(body["sumCents"]).toBe(0);
  expect(body["debitCents"]).toBe(body["creditCents"]);
  const expected = balancesAfter(weekOfPostings());
  const classes = body["classes"] as { name: string; balanceCents: number }[];
  const balance = (name: string) => classes.find((one) => one.name === name)?.balanceCents;
  expect(balance("wallet")).toBe(expected.get(`wallet:${zenti}`));
  expect([balance("sales"), balance("payable"), balance("network-fee")]).toEqual([0, -2726, -174]);
  expect([balance("cash"), balance("pickup-receivable")]).toEqual([1350, 0]);
});

test("accounts come page by page, each with its balance", async () => {
  const codes: string[] = [];
  let after = "";
  for (;;) {
    const { body } = await get<Page>(`/ledger/accounts?limit=7${after}`);
    codes.push(...body.items.map(({ code }) => code));
    if (body.next === null) break;
    after = `&after=${encodeURIComponent(body.next)}`;
  }
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toContain(`wallet:${zenti}`);
  expect(codes).toEqual(codes.toSorted());
});

test("postings are found by cycle, by order and by account", async () => {
  const refs = async (query: string) =>
    (await get<Page>(`/ledger/transactions${query}`)).body.items.map(({ ref }) => ref);
  expect(await refs("")).toHaveLength(7);
  expect(await refs(`?cycle=${juneCycle}`)).toHaveLength(5);
  expect(await refs(`?cycle=${otherCycle}`)).toEqual([]);
  expect(await refs(`?order=${secondOrder}`)).toEqual([
    `order-settlement:${secondOrder}`,
    `pickup-payment:${secondOrder}`,
  ]);
  expect(await refs(`?account=payable:${fumane}`)).toEqual([
    `producer-settlement:${juneCycle}:${fumane}`,
  ]);
  const first = await get<Page>(`/ledger/transactions?account=wallet:${zenti}&limit=3`);
  expect(first.body.items).toHaveLength(3);
  const rest = await refs(`?account=wallet:${zenti}&after=${first.body.next}`);
  expect(rest).toEqual(["wallet-entry:2"]);
});

test("what is asked of the journal counts together, page by page", async () => {
  const refs = async (query: string) =>
    (await get<Page>(`/ledger/transactions?${query}`)).body.items.map(({ ref }) => ref);
  const june = `cycle=${juneCycle}`;
  const settled = [`order-settlement:${firstOrder}`, `order-settlement:${secondOrder}`];
  expect(await refs(`${june}&kind=order-settlement`)).toEqual(settled);
  expect(await refs(`${june}&order=${secondOrder}&kind=order-settlement`)).toEqual([settled[1]]);
  expect(await refs(`${june}&order=${secondOrder}&account=cash`)).toEqual([
    `pickup-payment:${secondOrder}`,
  ]);
  expect(await refs(`account=wallet:${zenti}&${june}&kind=order-settlement`)).toEqual([settled[0]]);
  expect(await refs(`order=${secondOrder}&cycle=${otherCycle}`)).toEqual([]);
  expect(await refs("from=2026-06-02&to=2026-06-02")).toHaveLength(7);
  expect(await refs("from=2026-06-03")).toEqual([]);
  expect(await refs(`to=2026-06-01&account=wallet:${zenti}`)).toEqual([]);
  const first = await get<Page>(`/ledger/transactions?from=2026-06-02&${june}&limit=4`);
  const rest = await refs(`from=2026-06-02&${june}&limit=4&after=${first.body.next}`);
  expect([first.body.items.length, rest.length]).toEqual([4, 1]);
  const backwards = await get("/ledger/transactions?from=2026-06-03&to=2026-06-02");
  expect([backwards.status, backwards.body["code"]]).toEqual([400, "invalid-input"]);
});

test("the trial balance of a day or an instant leaves out what came after", async () => {
  const debits = async (at: string) =>
    (await get(`/ledger/trial-balance?at=${at}`)).body["debitCents"];
  const { body: now } = await get("/ledger/trial-balance");
  expect(await debits("2026-06-01")).toBe(0);
  expect(await debits("2026-06-02")).toBe(now["debitCents"]);
  expect(await debits(String(occasion.now - 1))).toBe(0);
  expect(await debits(String(occasion.now))).toBe(now["debitCents"]);
  for (const at of ["2026-02-30", "yesterday", "-1", "1e9"]) {
    expect((await get(`/ledger/trial-balance?at=${at}`)).body["code"], at).toBe("invalid-input");
  }
});

test("a cycle's books: everything collected is somebody's", async () => {
  const { status, body } = await get(`/cycles/${juneCycle}/books`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    collectedCents: 3600,
    walletDebitedCents: 2250,
    atPickupCents: 1350,
    paidAtPickupCents: 1350,
    deliveryIncomeCents: 700,
    networkFeeCents: 174,
    payableCents: 2726,
    unsettledSalesCents: 0,
    producers: [{ enterpriseId: fumane, goodsCents: 2900, payableCents: 2726 }],
    vat: [{ rate: 400, grossCents: 2900, vatCents: 112, netCents: 2788 }],
  });
  expect((await get(`/cycles/${otherCycle}/books`)).body).toMatchObject({ collectedCents: 0 });
});

test("books are for who keeps them, and for the hub of the cycle", async () => {
  const nobody = await market.call("GET", "/api/v1/ledger/trial-balance");
  expect([nobody.status, nobody.body["code"]]).toEqual([401, "not-signed-in"]);
  const household = addToken(market, "household", zenti);
  for (const path of ["trial-balance", "accounts", "transactions", "export"]) {
    expect((await get(`/ledger/${path}`, household)).status, path).toBe(403);
  }
  const books = `/cycles/${juneCycle}/books`;
  expect((await get(books, addToken(market, "hub", hub))).status).toBe(200);
  const stranger = await get(books, addToken(market, "hub", zenti));
  expect([stranger.status, stranger.body["code"]]).toEqual([404, "not-found"]);
  const missing = await get("/cycles/01jd3x5k7m9npqrstvwxyz9999/books");
  expect([missing.status, missing.body["code"]]).toEqual([404, "not-found"]);
});

test("an export in small parts, taken while the books go on, can be verified", async () => {
  market.time.now += 2 * HOUR;
  await market.tick();
  const parts: unknown[] = [];
  let after = "";
  for (;;) {
    const { body } = await get<{ next: string | null }>(`/ledger/export?limit=3${after}`);
    parts.push(body);
    if (parts.length === 2) await growBooks();
    if (body.next === null) break;
    after = `&after=${body.next}`;
  }
  expect(parts.length).toBeGreaterThan(4);
  expect(verifyExport(parts)).toMatchObject({ ok: true, checked: { transactions: 7, seals: 1 } });
  const strange = await get("/ledger/export?after=x.1.2");
  expect([strange.status, strange.body["code"]]).toEqual([400, "invalid-input"]);
});

/** A top-up that the export, begun before it, must not show. */
async function growBooks(): Promise<void> {
  const before = { ref: "wallet-entry:3", household: zenti, amountCents: cents(100) };
  const entry = walletEntry({ ...before, kind: "top-up", source: "bank" }, occasion);
  const place = { url: market.env.DATABASE_URL, token: market.env.DATABASE_TOKEN };
  await openDatabase(place).write(post(entry));
}

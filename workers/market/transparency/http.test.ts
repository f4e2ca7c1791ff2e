import { afterEach, beforeEach, expect, test } from "vitest";
import { type Trade, openTrade } from "#tests/trading.ts";

let trade: Trade;
beforeEach(async () => {
  trade = await openTrade([{ name: "mele", priceCents: 500 }, { name: "noci" }]);
});
afterEach(() => trade.close());

const get = (path: string) => trade.market.call("GET", path);

/** So many households buy apples, and the first one walnuts; then the week is settled. */
async function playWeek(households: number): Promise<void> {
  for (let n = 0; n < households; n += 1) {
    const walnuts = n === 0 ? ([["noci", 1]] as const) : [];
    await trade.order([["mele", 2], ...walnuts], await trade.household(10_000));
  }
  for (const deed of ["/closure", "/dispatch", "/delivery", "/settlement"]) {
    expect((await trade.act(deed)).status).toBeLessThan(300);
  }
}

test("a stranger reads the charts as files, and caches may hold them", async () => {
  await playWeek(6);
  const { body: index } = await get("/api/v1/transparency");
  expect(index).toMatchObject({
    licence: expect.stringContaining("zero/1.0"),
    charts: expect.arrayContaining([
      {
        chart: "turnover",
        csv: "/api/v1/transparency/turnover.csv",
        json: "/api/v1/transparency/turnover.json",
      },
    ]),
  });
  const json = await get("/api/v1/transparency/turnover.json");
  expect(json.headers.get("Cache-Control")).toBe("public, max-age=600");
  const { rows } = json.body as { rows: object[] };
  expect(rows).toHaveLength(12);
  expect(rows.at(-1)).toMatchObject({ month: "2026-06", goodsCents: 6400, vatCents: 581 });
  const csv = await get("/api/v1/transparency/turnover.csv");
  expect(csv.headers.get("Content-Type")).toContain("text/csv");
  expect(csv.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(csv.body).toContain("2026-06,64.00,60.16,5.81\r\n");
});

test("a week that four bought in is told neither in files nor on the page", async () => {
  await playWeek(4);
  const { body } = await get("/api/v1/transparency/turnover.json");
  expect((body as { rows: object[] }).rows.at(-1)).toMatchObject({ goodsCents: null });
  const { body: page } = await get("/trasparenza");
  expect(page).toContain("Non c’è ancora niente da contare");
  expect(page).toContain("In questi mesi 1 settimana non è contata");
  expect(page).not.toContain("44,00");
});

test("producers have a name where the network wants it, and only with buyers enough", async () => {
  await playWeek(6);
  const producers = async () => {
    const { body } = await get("/api/v1/transparency/producers.json");
    return (body as { rows: object[] }).rows;
  };
  expect(await producers()).toMatchObject([{ producer: null, goodsCents: 6400 }]);
  const body = { value: "yes", reason: "assemblea" };
  const path = "/api/v1/rules/producer-sales-public/versions";
  expect(
    (await trade.market.call("POST", path, { token: trade.officer, body })).status,
  ).toBeLessThan(300);
  trade.market.time.now += 60_000;
  // One household bought walnuts: they stand together with the apples.
  expect(await producers()).toMatchObject([{ producer: null, goodsCents: 6400 }]);
  expect((await get("/trasparenza")).body).toContain("Quanto ha venduto ogni azienda");
});

test("the page says the figures in words and tables, as charts and as files", async () => {
  await playWeek(6);
  const { body, headers } = await get("/trasparenza");
  expect(headers.get("Cache-Control")).toBe("public, no-cache");
  expect(body).toContain("giu 2026");
  expect(body).toContain("meno di 5 famiglie o persone");
  for (const chart of ["turnover", "network-income", "buyers", "deliveries", "euro", "producers"]) {
    expect(body).toContain(`/api/v1/transparency/${chart}.csv`);
  }
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import { makeIds } from "#ports/ids.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { accept, linkTo, personWith } from "#tests/officers.ts";
import { hidden, Reader } from "#tests/reader.ts";

const MAIL = "nadia@example.org";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
  await personWith(market, await setUp(market), { email: MAIL });
  const asked = { body: { email: MAIL } };
  const { body } = await market.call("POST", "/api/v1/recovery-codes", asked);
  const codeId = String(body["id"]);
  const ids = makeIds(instant(0), market.env.SECRET_KEY);
  const code = ids.derivedCode("recovery-code", codeId);
  const begun = await market.call("POST", "/api/v1/recoveries", { body: { codeId, code } });
  expect(begun.status).toBe(201);
});
afterEach(() => market.close());

test("opening the letter's link changes nothing; the button stops the recovery", async () => {
  const reader = new Reader(market.env);
  const opened = await reader.get(linkTo(market, MAIL, "account-changed"));
  expect([opened.status, opened.location]).toEqual([303, "/ferma"]);
  expect(opened.headers.get("Referrer-Policy")).toBe("no-referrer");
  const page = await reader.get("/ferma");
  expect([page.status, page.html.includes("Non sono stato io")]).toEqual([200, true]);
  const stopped = await reader.post("/ferma", { key: hidden(page, "key") });
  expect([stopped.status, stopped.html.includes("Il recupero non va avanti")]).toEqual([200, true]);
  const way = linkTo(market, MAIL, "invitation");
  await expect(accept(market, way)).rejects.toThrow("invitation-spent");
  expect((await reader.get("/ferma")).status).toBe(404);
});

test("a link that was copied in part stops nothing", async () => {
  const reader = new Reader(market.env);
  const link = linkTo(market, MAIL, "account-changed");
  expect((await reader.get(link.slice(0, -20))).status).toBe(404);
  await reader.get(`${link.slice(0, -1)}${link.endsWith("0") ? "1" : "0"}`);
  const page = await reader.get("/ferma");
  const tried = await reader.post("/ferma", { key: hidden(page, "key") });
  expect(tried.status).toBe(404);
  const way = linkTo(market, MAIL, "invitation");
  expect((await accept(market, way)).cookie).toContain("__Host-sessione=");
});

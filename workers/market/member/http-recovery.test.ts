import { afterEach, beforeEach, expect, test } from "vitest";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { accept, codeTo, linkTo, personWith } from "#tests/officers.ts";
import { hidden, type Page, Reader, said } from "#tests/reader.ts";
import { saidWithoutScripts } from "#tests/passkey-page.ts";
import { otherThan } from "#tests/signed-in.ts";

const MAIL = "nadia@example.org";

let market: Market;
let reader: Reader;
beforeEach(async () => {
  market = await openMarket();
  await personWith(market, await setUp(market), { email: MAIL });
  reader = new Reader(market.env);
});
afterEach(() => market.close());

/** Asks for a code on the page; gives the page that wants it. */
async function askFor(email: string): Promise<Page> {
  const page = await reader.get("/recupero");
  const sent = await reader.post("/recupero", { key: hidden(page, "key"), email });
  expect([sent.status, sent.location?.slice(0, 24)]).toEqual([303, "/recupero/codice?codice="]);
  return reader.get(sent.location ?? "");
}

const write = (page: Page, code: string) =>
  reader.post("/recupero/codice", {
    key: hidden(page, "key"),
    codice: hidden(page, "codice"),
    code,
  });

test("whoever lost the passkey finds the way from the page of coming in", async () => {
  const page = await reader.get("/accedi");
  expect(page.html).toContain('href="/recupero"');
  const words = saidWithoutScripts(await reader.get("/recupero"));
  expect(words).toContain("Hai perso la passkey");
  expect(words).toContain("72 ore");
});

test("with the code a letter with the way back leaves; the page says what is next", async () => {
  const begun = await write(await askFor(MAIL), codeTo(market, MAIL));
  expect(begun.status).toBe(200);
  expect(begun.headers.get("Cache-Control")).toBe("private, no-store");
  for (const words of ["Ti abbiamo mandato una lettera", "non firmi nulla", "può fermarlo"]) {
    expect(said(begun)).toContain(words);
  }
  const way = linkTo(market, MAIL, "invitation");
  expect(begun.html).not.toContain(way.slice(way.lastIndexOf("/") + 1));
  expect(linkTo(market, MAIL, "account-changed")).toContain("/ferma/");
  expect((await accept(market, way)).cookie).toContain("__Host-sessione=");
});

test("a wrong code is typed again, and begins nothing", async () => {
  const page = await askFor(MAIL);
  const code = codeTo(market, MAIL);
  const short = await write(page, "1234");
  expect([short.status, said(short).includes("Scrivi le otto cifre")]).toEqual([422, true]);
  const wrong = await write(short, otherThan(code));
  expect([wrong.status, said(wrong).includes("Il codice non è giusto")]).toEqual([422, true]);
  expect(() => linkTo(market, MAIL, "account-changed")).toThrow();
  expect((await write(wrong, code)).status).toBe(200);
});

test("an address nobody comes in with looks the same until its mailbox answers", async () => {
  const stranger = "nessuno@example.org";
  const same = (page: Page) => said(page).replaceAll(/\s+/g, " ");
  const page = await askFor(stranger);
  expect(same(page)).toBe(same(await askFor(MAIL)));
  const no = await write(page, codeTo(market, stranger));
  expect([no.status, said(no).includes("Con questo indirizzo non entra")]).toEqual([422, true]);
});

test("what is no address is given back as it was typed", async () => {
  const got = await reader.post("/recupero", { key: "k-1", email: "nadia" });
  expect([got.status, got.html.includes('value="nadia"')]).toEqual([422, true]);
  expect((await reader.get("/recupero/codice")).location).toBe("/recupero");
});

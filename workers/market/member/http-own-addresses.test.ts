import { afterEach, beforeEach, expect, test } from "vitest";
import { type Market, openMarket } from "#tests/market.ts";
import { codeTo } from "#tests/officers.ts";
import { firstInvitation, invitedReader, saidWithoutScripts, sign } from "#tests/passkey-page.ts";
import { hidden, Reader, said } from "#tests/reader.ts";
import { codeIn, otherThan } from "#tests/signed-in.ts";

const HOME = "lucia@example.org";
const WORK = "lavoro@example.org";

let market: Market;
let reader: Reader;
let passkey: Awaited<ReturnType<typeof invitedReader>>["passkey"];
let keys = 0;
beforeEach(async () => {
  market = await openMarket();
  ({ reader, passkey } = await invitedReader(market, await firstInvitation(market)));
});
afterEach(() => market.close());

const key = () => `address-${++keys}`;

/** Asks for an address and signs; gives the page of its code. */
async function ask(email: string): Promise<string> {
  const asked = await reader.post("/io/indirizzi", { key: key(), email });
  expect(asked.status).toBe(403);
  expect(said(asked)).toContain(`Aggiungi al tuo accesso l’indirizzo ${email}`);
  const got = await sign(reader, asked, passkey);
  expect(got.location).toMatch(/^\/io\/indirizzi\/\w{26}$/);
  return got.location ?? "";
}

async function add(email: string): Promise<void> {
  const path = await ask(email);
  const got = await reader.post(path, { key: key(), code: codeTo(market, email) });
  expect([got.status, got.location]).toEqual([303, "/io/accesso?fatto=1#indirizzi"]);
}

const FORM = /<form[^>]*action="(\/io\/indirizzi\/\w+\/rimozione)".*?<\/form>/gs;

/** Where an address is taken away; null where the page offers no such thing. */
async function removal(address: string): Promise<string | null> {
  const forms = [...(await reader.get("/io/accesso")).html.matchAll(FORM)];
  return forms.find(([form]) => form.includes(`indirizzo ${address}`))?.[1] ?? null;
}

test("an address is added under a signature and counts once its code is written", async () => {
  const path = await ask(HOME);
  const own = saidWithoutScripts(await reader.get("/io/accesso"));
  expect(own).toContain(`${HOME} da confermare`);
  const page = await reader.get(path);
  expect([page.status, said(page).includes("Conferma l’indirizzo")]).toEqual([200, true]);
  expect(page.headers.get("Cache-Control")).toBe("private, no-store");
  const code = codeTo(market, HOME);
  const short = await reader.post(path, { key: key(), code: "123" });
  expect([short.status, said(short).includes("Scrivi le otto cifre")]).toEqual([422, true]);
  const wrong = await reader.post(path, { key: key(), code: otherThan(code) });
  expect([wrong.status, said(wrong).includes("Il codice non è giusto")]).toEqual([422, true]);
  const spaced = { key: hidden(page, "key"), code: `${code.slice(0, 4)} ${code.slice(4)}` };
  expect((await reader.post(path, spaced)).location).toBe("/io/accesso?fatto=1#indirizzi");
  expect(said(await reader.get("/io/accesso"))).toContain(`${HOME} confermato`);
  expect((await reader.get(path)).location).toBe("/io/accesso#indirizzi");
});

test("a second address lets the first go, under a signature; the last one stays", async () => {
  await add(HOME);
  expect(await removal(HOME)).toBeNull();
  await add(WORK);
  const asked = await reader.post((await removal(HOME)) ?? "", { key: key() });
  expect(said(asked)).toContain(`Togli dal tuo accesso l’indirizzo ${HOME}`);
  const gone = await sign(reader, asked, passkey);
  expect(gone.location).toBe("/io/accesso?fatto=1#indirizzi");
  expect(said(await reader.get("/io/accesso"))).not.toContain(HOME);
  expect(await removal(WORK)).toBeNull();
});

test("what is no address is given back as it was typed", async () => {
  const got = await reader.post("/io/indirizzi", { key: key(), email: "lucia" });
  expect([got.status, got.html.includes('value="lucia"')]).toEqual([422, true]);
  expect(said(got)).toContain("Scrivi un indirizzo come");
});

test("whoever has no passkey adds one with the code alone; others’ are not there", async () => {
  const path = await ask(HOME);
  const other = new Reader(market.env);
  const sent = await other.post("/accedi", { key: key(), email: "anna@example.org" });
  const codice = new URLSearchParams(sent.location?.split("?")[1]).get("codice") ?? "";
  await other.post("/accedi/codice", { key: key(), codice, code: codeIn(market, codice) });
  const added = await other.post("/io/indirizzi", { key: key(), email: WORK });
  expect(added.location).toMatch(/^\/io\/indirizzi\//);
  expect((await other.get(path)).status).toBe(404);
  const code = codeTo(market, HOME);
  expect((await other.post(path, { key: key(), code })).status).toBe(404);
  expect((await new Reader(market.env).get(path)).location).toContain("/accedi?poi=");
});

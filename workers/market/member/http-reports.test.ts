import { afterEach, beforeEach, expect, test } from "vitest";
import { deliveredOrder, handOut, openEggs, type PlacedOrder } from "#tests/handed-out.ts";
import { invite, linkTo } from "#tests/officers.ts";
import { invitedReader, sign } from "#tests/passkey-page.ts";
import { hidden, Reader, said } from "#tests/reader.ts";
import type { Trade } from "#tests/trading.ts";

let trade: Trade;
let placed: PlacedOrder;
let guest: Reader;
beforeEach(async () => {
  trade = await openEggs();
  guest = new Reader(trade.market.env);
  placed = await deliveredOrder(trade);
  const link = /\/o\/[\w-]+/.exec(linkTo(trade.market, "anna@example.org", "order-placed"))?.[0];
  await guest.get(link ?? "");
  await handOut(trade, placed);
});
afterEach(() => trade.close());

const page = () => guest.get(`/ordini/${placed.order}`);
const reportPath = () => `/ordini/${placed.order}/righe/${placed.line}/segnalazione`;
const report = async (change: Readonly<Record<string, string>> = {}) => {
  const key = hidden(await page(), "key");
  const words = "Tre erano rotte";
  return guest.post(reportPath(), { key, problem: "damaged", quantity: "1", words, ...change });
};

/** Somebody with a role, in a browser with a passkey. */
async function officer(role: string, subject = "") {
  const { market, officer: token } = trade;
  const email = `${role}@example.org`;
  await invite(market, { token }, { name: "Nadia", email, roles: [{ role, subject }] });
  const link = linkTo(market, email, "invitation");
  return invitedReader(market, link.slice(link.lastIndexOf("/") + 1));
}

/** The first report's own form. */
async function reported(): Promise<string> {
  await report();
  await trade.act("/settlement");
  return String(trade.rows("SELECT id FROM order_problem")[0]?.[0]);
}

test("who has the order’s link reports a problem, and reads where it stands", async () => {
  expect(said(await page())).toContain("Segnala un problema");
  const sent = await report();
  expect([sent.status, sent.location]).toEqual([
    303,
    `/ordini/${placed.order}#line-${placed.line}`,
  ]);
  const after = said(await page());
  expect(after).toContain("è arrivato rovinato, 1 pezzo.");
  expect(after).toContain("La rete deve ancora rispondere.");
  expect(after).toContain("Hai segnalato un problema");
});

test("a report that cannot be read is given back with what was typed", async () => {
  const got = await report({ problem: "", quantity: "zero", words: "Rotte" });
  expect(got.status).toBe(422);
  expect(said(got)).toContain("Scegli che cosa non va");
  expect(said(got)).toContain("Scrivi quanto, in pezzi o in chili");
  expect(got.html).toContain('value="Rotte"');
  expect(said(await report({ quantity: "3" }))).toContain("non puoi segnalarne di più");
  expect(said(await report({ words: "a".repeat(501) }))).toContain("al massimo 500 lettere");
});

test("an officer accepts under a passkey, and the money is noted as given back", async () => {
  const id = await reported();
  const { reader, passkey } = await officer("officer");
  const list = await reader.get("/rete/segnalazioni");
  expect(said(list)).toContain("1 aspetta una risposta.");
  expect(list.html).toContain('value="3,10"');
  const form = { verdict: "accepted", refund: "3,10", words: "Scusaci", key: "answer-1" };
  const asked = await reader.post(`/rete/segnalazioni/${id}/risposta`, form);
  expect(asked.status).toBe(403);
  expect(said(asked)).toContain("Accogli la segnalazione su uova e restituisci 3,10 €.");
  const done = await sign(reader, asked, passkey);
  expect(done.location).toBe(`/rete/segnalazioni?risposta=1#report-${id}`);
  expect(said(await page())).toContain("Ti spettano 3,10 €");
  expect(said(await page())).toContain("Riconosciuti per le segnalazioni −3,10 €");
  const owed = await reader.get("/rete/segnalazioni?risposta=1");
  expect(said(owed)).toContain("1 da restituire.");
  expect(said(owed)).toContain("3,10 €, a carico dell’azienda. Da restituire a mano.");
  const paid = await reader.post(`/rete/segnalazioni/${id}/restituzione`, {
    source: "cash",
    key: "payback-1",
  });
  expect(paid.location).toBe(`/rete/segnalazioni?restituita=1#report-${id}`);
  expect(said(await page())).toContain("3,10 € ti sono stati restituiti.");
});

test("an answer without a sum, or a no without a reason, is given back", async () => {
  const id = await reported();
  const { reader } = await officer("officer");
  const post = (form: Readonly<Record<string, string>>) =>
    reader.post(`/rete/segnalazioni/${id}/risposta`, form);
  const sumless = await post({ verdict: "accepted", refund: "tre", words: "", key: "a-1" });
  expect([sumless.status, said(sumless).includes("Scrivi quanto restituire")]).toEqual([422, true]);
  const wordless = await post({ verdict: "declined", refund: "", words: "", key: "a-2" });
  expect([wordless.status, said(wordless).includes("Scrivi perché")]).toEqual([422, true]);
  const payback = await reader.post(`/rete/segnalazioni/${id}/restituzione`, { key: "a-3" });
  expect(said(payback)).toContain("Di’ come li hai restituiti");
});

test("a producer reads what is said of its goods, without the order and any form", async () => {
  await reported();
  const producer = trade.shop.producers["uova"] ?? "";
  trade.market.database
    .prepare("INSERT INTO enterprise_role VALUES (?, 'producer', 0)")
    .run([producer]);
  const { reader } = await officer("producer", producer);
  const list = await reader.get(`/rete/segnalazioni/${producer}`);
  expect(said(list)).toContain("«Tre erano rotte»");
  expect(list.html).not.toContain(placed.order);
  expect(list.html).not.toContain("/risposta");
  expect((await reader.get("/rete/segnalazioni")).status).toBe(403);
});

test("a paid order says where its euro went, to the cent", async () => {
  await trade.act("/settlement");
  const words = said(await page());
  expect(words).toContain("Dove è andato il tuo euro");
  expect(words).toContain("I 16,10 € di questo ordine");
  expect(words).toMatch(/trattenuta del 6 %, versione 1 della regola [\d,]+ % 0,96 €/);
});

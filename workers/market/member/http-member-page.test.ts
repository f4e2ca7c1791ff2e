import { afterAll, beforeAll, expect, test } from "vitest";
import { type Market, openMarket } from "#tests/market.ts";
import { admitMember, type AdmittedMember } from "#tests/members.ts";
import { linkTo } from "#tests/officers.ts";
import { firstInvitation, invitedReader, sign } from "#tests/passkey-page.ts";
import { hidden, type Page, said } from "#tests/reader.ts";

let market: Market;
let anna: Awaited<ReturnType<typeof invitedReader>>;
let bruno: typeof anna;
let member: AdmittedMember;
beforeAll(async () => {
  market = await openMarket();
  anna = await invitedReader(market, await firstInvitation(market));
  const letter = { name: "Bruno Zenti", email: "bruno@esempio.it", role: "officer" };
  const asked = await anna.reader.post("/rete/persone", { key: "invite", ...letter });
  await sign(anna.reader, asked, anna.passkey);
  const secret = linkTo(market, letter.email, "invitation").split("/").at(-1) ?? "";
  bruno = await invitedReader(market, secret);
  member = await admitMember(market, { name: "Marta Corradi", isPaid: false, shares: 2 });
});
afterAll(() => market.close());

const at = () => `/soci/libro/${member.memberId}`;
let keys = 0;
const write = (path: string, fields: Readonly<Record<string, string>>) =>
  anna.reader.post(`${at()}/${path}`, { key: `form-${++keys}`, ...fields });
const signed = (page: Page) => sign(anna.reader, page, anna.passkey);

test("an officer finds a member by the number in the book, with what can be written", async () => {
  const [no] = market.database
    .prepare("SELECT book_no FROM member WHERE id = ?")
    .pluck()
    .all([member.memberId]);
  const page = await anna.reader.get(`/soci/libro/${String(no)}`);
  expect(said(page)).toContain("Marta Corradi");
  const acts = ["deed-suspended", "deed-payment-demanded", "deed-excluded", "money-paid"];
  for (const act of acts) expect(page.html).toContain(`data-act="${act}"`);
  expect(page.html).not.toContain('data-act="deed-reinstated"');
  expect(page.html).toContain('<option value="unpaid-share"');
  expect((await anna.reader.get("/soci/libro/999999")).status).toBe(404);
  expect((await anna.reader.get("/soci/libro/nessuno")).status).toBe(404);
});

test("a payment is written down under a signature that says whose and how much", async () => {
  const wrong = await write("movimenti", { kind: "paid", sum: "tanto", through: "cash" });
  expect([wrong.status, wrong.html.includes('value="tanto"')]).toEqual([422, true]);
  const asked = await write("movimenti", { kind: "paid", sum: "30,00", through: "cash" });
  expect(said(asked)).toContain("Versamento, 30,00 €: Marta Corradi.");
  expect((await signed(asked)).location).toBe(`${at()}?scritto=1`);
  expect(said(await anna.reader.get(at()))).toContain("Da versare 20,00 €");
  const many = await signed(await write("movimenti", { kind: "paid", sum: "20,01" }));
  expect(many.status).toBe(422);
});

test("a suspension says why; the answer to it is confirmed or lifts it", async () => {
  const bare = await write("annotazioni", { kind: "suspended", ground: "inquiry", words: "" });
  expect([bare.status, said(bare).includes("Scrivi il perché.")]).toEqual([422, true]);
  const asked = await write("annotazioni", {
    kind: "suspended",
    ground: "inquiry",
    words: "Si verifica la merce.",
  });
  expect(said(asked)).toContain("Sospendi Marta Corradi.");
  expect(said(asked)).toContain("Il motivo: una verifica in corso.");
  expect((await signed(asked)).status).toBe(303);
  const lifted = await signed(await write("annotazioni", { kind: "reinstated" }));
  expect(lifted.status).toBe(303);
  expect(said(await anna.reader.get(at()))).toContain("Sospensione finita");
});

test("an exclusion takes two officers, and the second reads whom it is about", async () => {
  const fields = { kind: "excluded", ground: "grave-breach", words: "Merce non sua." };
  const alone = await signed(await write("annotazioni", fields));
  expect(said(alone)).toContain("Serve una seconda firma");
  const body = hidden(alone, "body").replaceAll("&amp;", "&");
  const form = { key: "second", path: `${at()}/annotazioni`, body };
  expect((await anna.reader.postAndFollow("/rete/firme", form)).status).toBe(200);
  const seen = await bruno.reader.get("/rete/firme");
  expect(said(seen)).toContain("Escludi Marta Corradi dal libro soci.");
  expect(said(seen)).toContain("Il perché: Merce non sua.");
});

test("the register names everybody, with the digest that the exported book has", async () => {
  const page = await anna.reader.get("/soci/libro/registro");
  expect(said(page)).toContain("Marta Corradi");
  const Cookie = [...anna.reader.cookies].map((pair) => pair.join("=")).join("; ");
  const { body } = await market.call<{ readonly digest: string }>(
    "GET",
    "/api/v1/members/book.json",
    { headers: { Cookie } },
  );
  expect(page.html).toContain(body.digest);
});

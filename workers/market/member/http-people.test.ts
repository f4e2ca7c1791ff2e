import { afterEach, beforeEach, expect, test } from "vitest";
import { type Market, openMarket } from "#tests/market.ts";
import { linkTo } from "#tests/officers.ts";
import { orchard } from "#tests/people.ts";
import {
  askingForm,
  firstInvitation,
  invitedReader,
  makePasskey,
  sign,
} from "#tests/passkey-page.ts";
import { hidden, type Page, Reader, said } from "#tests/reader.ts";

let market: Market;
let anna: Awaited<ReturnType<typeof invitedReader>>;
beforeEach(async () => {
  market = await openMarket();
  anna = await invitedReader(market, await firstInvitation(market));
});
afterEach(() => market.close());

const HERE = "/rete/persone";
const bruno = { name: "Bruno Zenti", email: "bruno@esempio.it", role: "officer" };

/** The address of a form in a person's part of the page. */
function formOf({ html }: Page, name: string, deed: string): string {
  const part = html.slice(html.indexOf(`>${name}</h2>`));
  return new RegExp(`action="(${HERE}/[^"]*/${deed})"`).exec(part)?.[1] ?? "";
}

/** Bruno comes by his letter, and is the second officer from then on. */
async function withBruno() {
  const asked = await anna.reader.post(HERE, { key: "invite", ...bruno });
  await sign(anna.reader, asked, anna.passkey);
  const secret = linkTo(market, bruno.email, "invitation").split("/").at(-1) ?? "";
  return invitedReader(market, secret);
}

test("somebody is invited under a signature that says whom, and where", async () => {
  const asked = await anna.reader.post(HERE, { key: "invite", ...bruno });
  expect(said(asked)).toContain("Invita Bruno Zenti, all’indirizzo bruno@esempio.it.");
  expect(said(asked)).toContain("Con l’incarico: responsabile.");
  const done = await sign(anna.reader, asked, anna.passkey);
  expect(done.location).toMatch(/^\/rete\/persone\?fatto=1/);
  const people = await anna.reader.get(HERE);
  expect(said(people)).toContain("Bruno Zenti in attesa responsabile");
  const wrong = await anna.reader.post(HERE, { key: "again", name: "", email: "x", role: "" });
  expect([wrong.status, said(wrong).includes("Scrivi il nome")]).toEqual([422, true]);
  const twice = await anna.reader.post(HERE, { key: "twice", ...bruno });
  const taken = await sign(anna.reader, twice, anna.passkey);
  expect([taken.status, taken.html.includes('value="bruno@esempio.it"')]).toEqual([422, true]);
});

test("an office takes two: one asks, the other reads and signs, the first completes", async () => {
  const other = await withBruno();
  const carla = { name: "Carla Nardi", email: "carla@esempio.it", role: "treasurer" };
  const asked = await anna.reader.post(HERE, { key: "carla", ...carla });
  const alone = await sign(anna.reader, asked, anna.passkey);
  expect([alone.status, said(alone).includes("Serve una seconda firma")]).toEqual([403, true]);
  const form = { key: "second", path: HERE, body: plainBody(alone) };
  const waiting = await anna.reader.postAndFollow("/rete/firme", form);
  expect(said(waiting)).toContain("Con l’incarico: tesoriere.");
  expect(waiting.html).not.toContain('data-act="sign-second"');

  const list = await other.reader.get("/rete/firme");
  expect(said(list)).toContain("Lo chiede Responsabile della rete");
  const path = /action="(\/rete\/firme\/[^"]+)"/.exec(list.html)?.[1] ?? "";
  const toSign = await other.reader.post(path, { key: "sign" });
  expect(said(toSign)).toContain("Invita Carla Nardi, all’indirizzo carla@esempio.it.");
  expect((await sign(other.reader, toSign, other.passkey)).location).toContain("firmata=1");

  const ready = await anna.reader.get("/rete/firme");
  expect(said(ready)).toContain("firmata da Bruno Zenti");
  expect(ready.html).toContain('data-act="complete"');
  const again = await anna.reader.post(HERE, { key: "carla", ...carla });
  expect(askingForm(again).fields["key"]).toBe("carla");
  expect((await sign(anna.reader, again, anna.passkey)).status).toBe(303);
  expect(said(await anna.reader.get(HERE))).toContain("Carla Nardi");
});

/** The hidden field in which the form to be seconded travels. */
function plainBody(page: Page): string {
  return hidden(page, "body").replaceAll("&amp;", "&");
}

test("who is suspended is out at once, and comes back when let back in", async () => {
  const other = await withBruno();
  const page = await anna.reader.get(HERE);
  const path = formOf(page, "Bruno Zenti", "sospensione");
  const unsaid = await anna.reader.post(path, { key: "s-0", reason: "" });
  expect([unsaid.status, said(unsaid).includes("Scrivi perché")]).toEqual([422, true]);
  const asked = await anna.reader.post(path, { key: "s-1", reason: "Telefono rubato" });
  expect(said(asked)).toContain("Motivo: Telefono rubato");
  await sign(anna.reader, asked, anna.passkey);
  expect((await other.reader.get("/io")).location).toBe("/accedi?poi=%2Fio");
  const back = formOf(await anna.reader.get(HERE), "Bruno Zenti", "riammissione");
  await sign(anna.reader, await anna.reader.post(back, { key: "s-2" }), anna.passkey);
  expect((await sign(other.reader, await other.reader.get("/accedi"), other.passkey)).status).toBe(
    303,
  );
});

test("roles are given and taken, and said in words before each signature", async () => {
  const invited = await anna.reader.post(HERE, { key: "r-0", ...bruno, role: "" });
  await sign(anna.reader, invited, anna.passkey);
  const path = formOf(await anna.reader.get(HERE), "Bruno Zenti", "ruoli");
  const asked = await anna.reader.post(path, { key: "r-1", role: "member" });
  expect(said(asked)).toContain("Dai a Bruno Zenti l’incarico: socio.");
  await sign(anna.reader, asked, anna.passkey);
  const revoke = formOf(await anna.reader.get(HERE), "Bruno Zenti", "ruoli/[^/]+/revoca");
  const toTake = await anna.reader.post(revoke, { key: "r-2" });
  expect(said(toTake)).toContain("Togli a Bruno Zenti l’incarico: socio.");
  await sign(anna.reader, toTake, anna.passkey);
  expect(said(await anna.reader.get(HERE))).toContain("Bruno Zenti in attesa nessun incarico");
  const unknown = await anna.reader.post(path, { key: "r-3", role: "re" });
  expect(unknown.status).toBe(422);
});

test("who speaks for an enterprise is found by its name, and named in every step", async () => {
  const headers = { Cookie: [...anna.reader.cookies].map((pair) => pair.join("=")).join("; ") };
  const asAnna = { headers, body: orchard };
  const { body } = await market.call<{ id: string }>("POST", "/api/v1/enterprises", asAnna);
  const orchardId = body.id;
  const invited = await anna.reader.post(HERE, { key: "o-0", ...bruno, role: "" });
  await sign(anna.reader, invited, anna.passkey);
  const people = await anna.reader.get(HERE);
  const path = /href="(\/rete\/persone\/[^"]+\/ruoli)"/.exec(
    people.html.slice(people.html.indexOf(">Bruno Zenti</h2>")),
  )?.[1];
  const nothing = await anna.reader.get(`${path}?cerca=Latteria`);
  expect(said(nothing)).toContain("Nessuna impresa, gruppo o famiglia si chiama «Latteria».");
  const found = await anna.reader.get(`${path}?cerca=frutteto`);
  expect(said(found)).toContain("azienda (Frutteto dell'Adige)");
  const role = `producer.${orchardId}`;
  const asked = await anna.reader.post(path ?? "", { key: "o-1", role });
  expect(said(asked)).toContain("Dai a Bruno Zenti l’incarico: azienda (Frutteto dell");
  expect((await sign(anna.reader, asked, anna.passkey)).status).toBe(303);
  expect(said(await anna.reader.get(HERE))).toContain("in attesa azienda (Frutteto dell");
  const revoke = /action="([^"]+\/revoca)"/.exec((await anna.reader.get(path ?? "")).html)?.[1];
  const toTake = await anna.reader.post(revoke ?? "", { key: "o-2" });
  expect(said(toTake)).toContain("Togli a Bruno Zenti l’incarico: azienda (Frutteto dell");
  await sign(anna.reader, toTake, anna.passkey);
  expect(said(await anna.reader.get(path ?? ""))).toContain("nessun incarico");
  for (const wrong of ["producer.", "producer.x", "officer.", `re.${orchardId}`]) {
    expect((await anna.reader.post(path ?? "", { key: wrong, role: wrong })).status).toBe(422);
  }
  const misfit = await anna.reader.post(path ?? "", { key: "o-3", role: `courier.${orchardId}` });
  const refused = await sign(anna.reader, misfit, anna.passkey);
  expect(refused.status).toBe(422);
});

test("what somebody said on paper is written down by the number of the sheet", async () => {
  await withBruno();
  const path = formOf(await anna.reader.get(HERE), "Bruno Zenti", "consenso");
  const named = await anna.reader.post(path, { key: "p-0", given: "yes", paper: "di Bruno" });
  expect([named.status, said(named).includes("Scrivi il numero del foglio")]).toEqual([422, true]);
  const asked = await anna.reader.post(path, { key: "p-1", given: "yes", paper: "7/2026" });
  expect(said(asked)).toContain("Annota che Bruno Zenti ha detto su carta: sì ai promemoria.");
  expect(said(asked)).toContain("Foglio n. 7/2026.");
  expect((await sign(anna.reader, asked, anna.passkey)).status).toBe(303);
  const kept = market.database.prepare("SELECT given, channel, paper FROM consent").all([]);
  expect(kept).toEqual([{ given: 1, channel: "paper", paper: "7/2026" }]);
});

test("people who do not fit on one page are on the next", async () => {
  const [own] = market.database.prepare("SELECT id FROM person").pluck().all([]);
  for (let n = 0; n < 200; n += 1) {
    const id = `zz${String(n).padStart(24, "0")}`;
    market.database.prepare("INSERT INTO person (id, created_at) VALUES (?, 0)").run([id]);
    market.database
      .prepare("INSERT INTO person_profile VALUES (?, ?, 'it')")
      .run([id, `Persona ${n}.`]);
  }
  const first = await anna.reader.get(HERE);
  expect([said(first).includes("Persona 198."), said(first).includes("Persona 199.")]).toEqual([
    true,
    false,
  ]);
  const next = /href="(\/rete\/persone\?dopo=[^"]+)"/.exec(first.html)?.[1] ?? "";
  const last = await anna.reader.get(next);
  expect(said(last)).toContain("Persona 199.");
  expect(last.html).not.toContain(`person-${String(own)}`);
  expect(last.html).not.toContain(`data-act="next-people"`);
});

test("a passkey handed over in person is made with the link of one screen", async () => {
  const invited = await anna.reader.post(HERE, { key: "h-0", ...bruno, role: "" });
  await sign(anna.reader, invited, anna.passkey);
  const path = formOf(await anna.reader.get(HERE), "Bruno Zenti", "consegna");
  const asked = await anna.reader.post(path, { key: "h-1" });
  expect(said(asked)).toContain("Consegna di persona a Bruno Zenti una nuova passkey");
  const handed = await sign(anna.reader, asked, anna.passkey);
  const link = /http:\/\/localhost:8787(\/invito\/[0-9a-z]+)/.exec(handed.html)?.[1] ?? "";
  expect(handed.headers.get("Cache-Control")).toBe("private, no-store");
  expect(handed.html).toContain("L’indirizzo scritto qui sotto, da inquadrare");
  const reader = new Reader(market.env);
  await reader.get(link);
  const page = await reader.get("/invito");
  expect(said(page)).toContain("ti hanno riconosciuto");
  expect((await makePasskey(reader, page, "Telefono di Bruno")).got.location).toBe("/io?nuova=1");
});

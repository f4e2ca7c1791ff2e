import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Market, openMarket } from "#tests/market.ts";
import {
  askingForm,
  firstInvitation,
  invitedReader,
  makePasskey,
  saidWithoutScripts,
  sign,
} from "#tests/passkey-page.ts";
import { hidden, Reader, said } from "#tests/reader.ts";
import { codeIn, otherThan } from "#tests/signed-in.ts";

let market: Market;
let invitation: string;
beforeEach(async () => {
  market = await openMarket();
  invitation = await firstInvitation(market);
});
afterEach(() => market.close());

const officer = () => invitedReader(market, invitation);

describe("the invitation", () => {
  test("its secret leaves the address at once and comes back in no page", async () => {
    const reader = new Reader(market.env);
    const got = await reader.get(`/invito/${invitation}`);
    expect([got.status, got.location]).toEqual([303, "/invito"]);
    expect(got.headers.get("Referrer-Policy")).toBe("no-referrer");
    const page = await reader.get("/invito");
    expect(page.status).toBe(200);
    expect(page.headers.get("Cache-Control")).toBe("private, no-store");
    expect(page.html).not.toContain(invitation);
    expect(said(page)).toContain("prima persona responsabile");
  });

  test("makes a passkey, signs its person in, and opens nothing a second time", async () => {
    const reader = new Reader(market.env);
    await reader.get(`/invito/${invitation}`);
    const { got } = await makePasskey(reader, await reader.get("/invito"), "Telefono");
    expect([got.status, got.location]).toEqual([303, "/io?nuova=1"]);
    expect(said(await reader.get("/io?nuova=1"))).toContain("La passkey è pronta");
    expect(said(await reader.get("/io/accesso"))).toContain("Telefono");
    const other = new Reader(market.env);
    await other.get(`/invito/${invitation}`);
    const spent = await other.get("/invito");
    expect([spent.status, said(spent).includes("non apre più nulla")]).toEqual([404, true]);
  });

  test("a passkey without a name is given back with what to put right", async () => {
    const reader = new Reader(market.env);
    await reader.get(`/invito/${invitation}`);
    const { got } = await makePasskey(reader, await reader.get("/invito"), " ");
    expect(got.status).toBe(422);
    expect(said(got)).toContain("Scrivi un nome");
  });

  test("without scripts the page says what it takes, and shows no dead button", async () => {
    const reader = new Reader(market.env);
    await reader.get(`/invito/${invitation}`);
    const page = await reader.get("/invito");
    const words = saidWithoutScripts(page);
    expect(words).toContain("attivalo nelle impostazioni del browser");
    expect(words).not.toContain("Crea la passkey");
    expect(page.html).toContain('<script type="module" src="/assets/passkeys.js">');
  });
});

describe("coming in", () => {
  test("with a passkey: the device says who it is", async () => {
    const { reader, passkey } = await officer();
    const out = await reader.postAndFollow("/esci", {});
    expect(said(out)).toContain("Sei uscito");
    expect((await reader.get("/io")).location).toBe("/accedi?poi=%2Fio");
    const page = await reader.get("/accedi?poi=%2Frete%2Fcicli");
    expect(page.headers.get("Cache-Control")).toBe("private, no-store");
    expect(askingForm(page).credentialIds).toEqual([]);
    const got = await sign(reader, page, passkey);
    expect([got.status, got.location]).toEqual([303, "/rete/cicli"]);
    expect((await reader.get("/io")).status).toBe(200);
  });

  test("an answer that is not good is refused in words", async () => {
    const { reader, passkey } = await officer();
    await reader.post("/esci", {});
    const page = await reader.get("/accedi");
    await sign(reader, page, passkey);
    const html = page.html.replace(/name="key" value="\w+"/, 'name="key" value="another"');
    const replayed = await sign(new Reader(market.env), { ...page, html }, passkey);
    expect(replayed.status).toBe(422);
    expect(said(replayed)).toContain("La passkey non è stata riconosciuta");
  });

  test("without scripts a code by mail is enough, and a wrong one is typed again", async () => {
    const reader = new Reader(market.env);
    const first = await reader.get("/accedi");
    expect(saidWithoutScripts(first)).toContain("entra con il codice per posta");
    const wrong = await reader.post("/accedi", { email: "anna", key: hidden(first, "key") });
    expect([wrong.status, wrong.html.includes('value="anna"')]).toEqual([422, true]);
    const sent = await reader.post("/accedi", { email: "anna@esempio.it", key: "k-1", poi: "/io" });
    const path = sent.location ?? "";
    const codeId = new URLSearchParams(path.split("?")[1]).get("codice") ?? "";
    const page = await reader.get(path);
    expect(page.html).toContain('autocomplete="one-time-code"');
    expect(page.html).toContain('inputmode="numeric"');
    const digits = codeIn(market, codeId);
    const fields = { codice: codeId, key: hidden(page, "key"), poi: "" };
    const again = await reader.post("/accedi/codice", { ...fields, code: otherThan(digits) });
    expect([again.status, said(again).includes("Il codice non è giusto")]).toEqual([422, true]);
    const spaced = `${digits.slice(0, 4)} ${digits.slice(4)}`;
    const inside = await reader.post("/accedi/codice", { ...fields, code: spaced });
    expect([inside.status, inside.location]).toEqual([303, "/io"]);
    const own = await reader.get("/io");
    expect(said(own)).toContain("Consumatore");
    expect(said(await reader.get("/io/accesso"))).toContain("anna@esempio.it");
  });

  test("leads to a page of ours afterwards, never elsewhere", async () => {
    for (const next of ["//evil.example", "https://evil.example", "/\\evil.example", "/o/abc"]) {
      const page = await new Reader(market.env).get(`/accedi?poi=${encodeURIComponent(next)}`);
      expect(askingForm(page).fields["poi"]).toBe("");
    }
  });

  test("whoever is in finds their name on every page, which no cache keeps", async () => {
    const anonymous = await new Reader(market.env).get("/prodotti");
    expect(anonymous.headers.get("Cache-Control")).toBe("public, no-cache");
    expect(anonymous.html).toContain('href="/accedi"');
    expect((await new Reader(market.env).get("/prodotti")).html).toBe(anonymous.html);
    const { reader } = await officer();
    const own = await reader.get("/prodotti");
    expect(own.headers.get("Cache-Control")).toBe("private, no-store");
    expect(own.html).toContain('href="/io"');
    expect(own.html).not.toContain('href="/accedi"');
  });
});

describe("one's own access", () => {
  test("a name is changed, and the language of letters; nothing is nobody's name", async () => {
    const { reader } = await officer();
    const page = await reader.get("/io/accesso");
    expect(said(page)).toContain("Lingua delle lettere");
    const empty = await reader.post("/io/profilo", { key: "n-0", name: " ", language: "it" });
    expect([empty.status, said(empty).includes("Scrivi il nome")]).toEqual([422, true]);
    const named = { key: "n-1", name: "Rosa Zenti", language: "en" };
    const saved = await reader.postAndFollow("/io/profilo", named);
    expect(saved.html).toContain('value="Rosa Zenti"');
    expect(saved.html).toContain('value="en" selected');
    const headers = { Cookie: [...reader.cookies].map((pair) => pair.join("=")).join("; ") };
    const me = await market.call("GET", "/api/v1/me", { headers });
    expect(me.body).toMatchObject({ name: "Rosa Zenti", language: "en" });
    const body = { language: "it" };
    const kept = await market.call("PATCH", "/api/v1/me", { headers, body });
    expect(kept.body).toEqual({ name: "Rosa Zenti", language: "it" });
  });

  test("a passkey is renamed, and one is added under one of before", async () => {
    const { reader, passkey } = await officer();
    const page = await reader.get("/io/accesso");
    const path = /action="(\/io\/passkey\/[^"]*\/nome)"/.exec(page.html)?.[1] ?? "";
    await reader.post(path, { key: "k-2", name: "Telefono rosso" });
    expect(said(await reader.get("/io/accesso"))).toContain("Telefono rosso");
    expect((await reader.post(path, { key: "k-3", name: "" })).status).toBe(422);
    const added = await makePasskey(reader, await reader.get("/io/passkey"), "Computer");
    expect(added.got.status).toBe(403);
    expect(said(added.got)).toContain("la nuova passkey «Computer»");
    const signed = await sign(reader, added.got, passkey);
    expect([signed.status, signed.location]).toEqual([303, "/io/accesso?nuova=1"]);
    expect(said(await reader.get("/io/accesso"))).toContain("Computer");
  });

  test("one of two passkeys goes under a signature; the last of an officer stays", async () => {
    const { reader, passkey } = await officer();
    const removal = async () => {
      const { html } = await reader.get("/io/accesso");
      const own = html.slice(html.indexOf("<h3>Telefono"));
      return /action="(\/io\/passkey\/[^"]*\/rimozione)"/.exec(own)?.[1] ?? "";
    };
    const last = await reader.post(await removal(), { key: "k-4" });
    const refused = await sign(reader, last, passkey);
    expect([refused.status, said(refused).includes("ultima passkey")]).toEqual([422, true]);
    const added = await makePasskey(reader, await reader.get("/io/passkey"), "Computer");
    await sign(reader, added.got, passkey);
    const asked = await reader.post(await removal(), { key: "k-5" });
    expect(said(asked)).toContain("Togli dal tuo accesso la passkey «Telefono»");
    expect((await sign(reader, asked, added.passkey)).location).toBe("/io/accesso?fatto=1#passkey");
    expect(said(await reader.get("/io/accesso"))).not.toContain("Telefono");
  });

  test("the other devices are ended, one or all; this one stays", async () => {
    const { reader, passkey } = await officer();
    const others = [new Reader(market.env), new Reader(market.env), new Reader(market.env)];
    for (const other of others) await sign(other, await other.get("/accedi"), passkey);
    const page = await reader.get("/io/accesso");
    const path = /action="(\/io\/sessioni\/[^"]*\/fine)"/.exec(page.html)?.[1] ?? "";
    expect((await reader.post(path, { key: "k-6" })).status).toBe(303);
    const stillIn = async () =>
      (await Promise.all(others.map((other) => other.get("/io/accesso")))).filter(
        ({ status }) => status === 200,
      ).length;
    expect(await stillIn()).toBe(2);
    await reader.post("/io/sessioni/altre", { key: "k-7" });
    expect(await stillIn()).toBe(0);
    expect((await reader.get("/io/accesso")).status).toBe(200);
  });
});

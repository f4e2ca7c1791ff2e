import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Market, openMarket } from "#tests/market.ts";
import { askingForm, firstInvitation, invitedReader, sign } from "#tests/passkey-page.ts";
import { Reader, said } from "#tests/reader.ts";
import { openShop, type Shop } from "#tests/shop.ts";
import { codeIn } from "#tests/signed-in.ts";

let market: Market;
let shop: Shop;
let invitation: string;
beforeEach(async () => {
  market = await openMarket();
  invitation = await firstInvitation(market);
  shop = openShop(market, [{ name: "Mele golden" }]);
});
afterEach(() => market.close());

const officer = () => invitedReader(market, invitation);
const cycleState = () =>
  market.database.prepare("SELECT state FROM cycle WHERE id = ?").pluck().all([shop.cycleId])[0];

describe("an act", () => {
  const close = () => `/rete/cicli/${shop.cycleId}/chiusura`;

  test("is said in plain words, signed with the same form, and done once", async () => {
    const { reader, passkey } = await officer();
    const asked = await reader.post(close(), { key: "k-8" });
    expect(asked.status).toBe(403);
    expect(said(asked)).toContain("Chiudi gli ordini della settimana");
    expect(askingForm(asked).fields).toEqual({ key: "k-8", assertion: "" });
    expect(askingForm(asked).credentialIds).toEqual([passkey.id]);
    expect(cycleState()).toBe("published");
    const done = await sign(reader, asked, passkey);
    expect(done.location).toBe(`/rete/cicli?chiuso=${shop.cycleId}`);
    expect(said(await reader.get(done.location ?? ""))).toContain("è chiusa");
    expect(cycleState()).not.toBe("published");
  });

  test("what was signed cannot be changed on the way", async () => {
    const { reader, passkey } = await officer();
    const path = `/rete/cicli/${shop.cycleId}/annullamento`;
    const asked = await reader.post(path, {
      key: "k-9",
      reason: "Nevica,\r\ne si è «fermi» & zitti",
    });
    expect(said(asked)).toContain("Motivo: Nevica");
    const html = asked.html.replaceAll("Nevica", "Piove");
    const changed = await sign(reader, { ...asked, html }, passkey);
    expect([changed.status, cycleState()]).toEqual([422, "published"]);
    const done = await sign(reader, await reader.post(path, askingForm(asked).fields), passkey);
    expect([done.status, cycleState()]).toEqual([303, "cancelled"]);
  });

  test("without a reason the cancellation is given back", async () => {
    const { reader } = await officer();
    const got = await reader.post(`/rete/cicli/${shop.cycleId}/annullamento`, { key: "k-10" });
    expect([got.status, said(got).includes("Scrivi perché")]).toEqual([422, true]);
  });

  test("who has no passkey is told where to make one, who may not is told so", async () => {
    const reader = new Reader(market.env);
    const sent = await reader.post("/accedi", { email: "anna@esempio.it", key: "k-11" });
    const codice = new URLSearchParams(sent.location?.split("?")[1]).get("codice") ?? "";
    const code = codeIn(market, codice);
    await reader.post("/accedi/codice", { codice, code, key: "k-12" });
    expect((await reader.get("/rete/cicli")).status).toBe(403);
    market.database.exec(`INSERT INTO role_grant
      SELECT 'g1', person_id, 'hub', (SELECT hub_id FROM cycle), 0, 'test', NULL, NULL
      FROM person_email`);
    const asked = await reader.post(close(), { key: "k-13" });
    expect([asked.status, said(asked).includes("non ne hai ancora una")]).toEqual([403, true]);
  });
});

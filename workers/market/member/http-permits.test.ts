import { afterEach, beforeEach, expect, test } from "vitest";
import { type Market, openMarket } from "#tests/market.ts";
import { depot, orchard } from "#tests/people.ts";
import { firstInvitation, invitedReader, sign } from "#tests/passkey-page.ts";
import { linkTo } from "#tests/officers.ts";
import { type Reader, said } from "#tests/reader.ts";

let market: Market;
let anna: Awaited<ReturnType<typeof invitedReader>>;
let farm: string;
let hub: string;
beforeEach(async () => {
  market = await openMarket();
  anna = await invitedReader(market, await firstInvitation(market));
  farm = await opened(orchard);
  hub = await opened(depot);
});
afterEach(() => market.close());

async function opened(body: object): Promise<string> {
  const headers = { Cookie: [...anna.reader.cookies].map((pair) => pair.join("=")).join("; ") };
  const asAnna = { headers, body };
  return (await market.call<{ id: string }>("POST", "/api/v1/enterprises", asAnna)).body.id;
}

/** Somebody who speaks for an enterprise, in a browser of theirs. */
async function speakerOf(name: string, role: string): Promise<Reader> {
  const email = `${name}@example.org`;
  const invited = await anna.reader.post("/rete/persone", { key: name, name, email, role: "" });
  await sign(anna.reader, invited, anna.passkey);
  const { reader } = await invitedReader(market, secretTo(email));
  const person = /person-([0-9a-z]{26})"><div class="row apart"><h2 class="lesser">NAME/.source;
  const page = await anna.reader.get("/rete/persone");
  const [, id = ""] = new RegExp(person.replace("NAME", name)).exec(page.html) ?? [];
  const asked = await anna.reader.post(`/rete/persone/${id}/ruoli`, { key: role, role });
  await sign(anna.reader, asked, anna.passkey);
  return reader;
}

const secretTo = (email: string) => linkTo(market, email, "invitation").split("/").at(-1) ?? "";

test("who speaks for an enterprise gives a permit, sees it, and takes it back", async () => {
  const marta = await speakerOf("marta", `producer.${farm}`);
  expect(said(await marta.get("/io"))).toContain("Permessi fra imprese");
  const list = await marta.get("/io/permessi");
  expect([said(list).includes("Frutteto"), said(list).includes("Magazzino")]).toEqual([
    true,
    false,
  ]);
  const here = `/io/permessi/${farm}`;
  expect(said(await marta.get(here))).toContain("Nessun’altra impresa può vedere");
  const unsaid = await marta.post(here, { key: "p-0", holder: "" });
  expect([unsaid.status, said(unsaid).includes("Scegli almeno un permesso")]).toEqual([422, true]);
  const misfit = await marta.post(here, { key: "p-1", holder: hub, kind: "transport" });
  expect(misfit.status).toBe(422);
  const given = await marta.postAndFollow(here, {
    key: "p-2",
    holder: hub,
    kind: "list-in-cycles",
  });
  expect(said(given)).toContain("A Magazzino di rete: mettere in vendita i suoi prodotti");
  expect(said(given)).toContain("dato da marta");
  const path = /action="([^"]+\/revoca)"/.exec(given.html)?.[1] ?? "";
  const revoked = await marta.postAndFollow(path, { key: "p-3" });
  expect(said(revoked)).toContain("Nessun’altra impresa può vedere");
  expect(said(revoked)).toContain("Ritirati");
});

test("the one it was given to reads it, and takes nothing back", async () => {
  const luca = await speakerOf("luca", `hub.${hub}`);
  const gives = { key: "g-0", holder: hub, kind: "manage-products" };
  await anna.reader.post(`/io/permessi/${farm}`, gives);
  const page = await luca.get(`/io/permessi/${hub}`);
  expect(said(page)).toContain("Da Frutteto dell'Adige: scrivere il suo catalogo");
  expect(said(page)).not.toContain("dato da");
  expect(page.html).not.toContain('data-act="revoke-permit"');
  expect((await luca.get(`/io/permessi/${farm}`)).status).toBe(403);
});

test("everybody reads why they may do something, by which role and which permit", async () => {
  const luca = await speakerOf("luca", `hub.${hub}`);
  const why = `/io/perche?atto=catalogue.edit&di=enterprise.${farm}`;
  expect(said(await luca.get(why))).toContain("No, non puoi.");
  const gives = { key: "w-0", holder: hub, kind: "manage-products" };
  const given = await anna.reader.postAndFollow(`/io/permessi/${farm}`, gives);
  const open = said(await luca.get(why));
  expect(open).toContain("Sì, puoi.");
  expect(open).toContain("permette a Magazzino di rete di scrivere il suo catalogo");
  const path = /action="([^"]+\/revoca)"/.exec(given.html)?.[1] ?? "";
  await anna.reader.post(path, { key: "w-1" });
  const shut = said(await luca.get(why));
  expect([shut.includes("No, non puoi."), shut.includes("Prima potevi")]).toEqual([true, true]);
  const officer = said(await anna.reader.get("/io/perche?atto=offices.grant"));
  expect(officer).toContain("Perché hai l’incarico: responsabile");
  expect(officer).toContain("Per farlo si firma in due.");
  const english = await luca.get("/en/io/perche");
  expect(said(english)).toContain("No, you may not.");
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import { DAY } from "#domain/kernel/instant.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { admitMember, type AdmittedMember } from "#tests/members.ts";
import { askingForm, sign } from "#tests/passkey-page.ts";
import { anOption, noticedProposal, passTo } from "#tests/proposals.ts";
import { hidden, type Page, Reader, said } from "#tests/reader.ts";
import { addPasskey } from "#tests/signed-in.ts";

let market: Market;
let rosa: AdmittedMember;
let reader: Reader;
let stranger: Reader;
let passkey: Awaited<ReturnType<typeof addPasskey>>["passkey"];
let motion: Proposal;
let election: Proposal;
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  stranger = new Reader(market.env);
  rosa = await admitMember(market, { name: "Rosa Bianchi" });
  // A secret vote needs as many as ten who weigh the same.
  for (let at = 1; at <= 11; at += 1) await admitMember(market, { name: `Socio ${at}` });
  motion = await noticedProposal(market, { author: rosa.memberId });
  const options = [anOption("ada"), anOption("bruno"), anOption("carla")];
  election = await noticedProposal(market, {
    author: rosa.memberId,
    policy: "board-election",
    subject: "election",
    text: { title: "Eleggere il consiglio", options },
  });
  const [name = "", session = ""] = (rosa.sent.headers?.["Cookie"] ?? "").split("=");
  const added = await addPasskey(market, session);
  reader = new Reader(market.env);
  reader.cookies.set(name, added.session);
  ({ passkey } = added);
  passTo(market, election.call?.opensAt ?? 0);
});
afterAll(() => market.close());

const at = ({ number }: Proposal, rest: string) => `/proposte/${number}${rest}`;
const TRACKER = "3k9f2mqx7w0c5d8etv1rz4hn6b";

/** What the ballot's form brings along. */
function carried(page: Page): Readonly<Record<string, string>> {
  const names = ["key", "proposal", "call", "method", "member"];
  return Object.fromEntries(names.map((name) => [name, hidden(page, name)]));
}

describe("an open ballot", () => {
  let receipt = "";

  test("is chosen, then signed word by word, and its receipt comes at once", async () => {
    const page = await reader.get(at(motion, "/voto"));
    expect(said(page)).toContain("Voti per Rosa Bianchi.");
    const silent = await reader.post(at(motion, "/voto"), carried(page));
    expect([silent.status, said(silent)]).toEqual([
      422,
      expect.stringContaining("Scegli prima che cosa votare"),
    ]);
    const asked = await reader.post(at(motion, "/voto"), { ...carried(page), choice: "no" });
    expect(asked.status).toBe(403);
    expect(said(asked)).toMatch(/Voti per Rosa Bianchi\..*La scheda dice: Contrario/);
    const cast = await sign(reader, asked, passkey);
    expect(cast.status).toBe(303);
    receipt = cast.location ?? "";
    const shown = await reader.get(receipt);
    expect(said(shown)).toContain("La scheda è nell’urna");
    expect(shown.html).toContain("<svg");
  });

  test("is found by its receipt by anybody who has it, and a changed one is noticed", async () => {
    const [path = "", search = ""] = receipt.split("?");
    const asked = new URLSearchParams(search);
    asked.delete("nuova");
    const found = await stranger.get(`${path}?${asked}`);
    expect(said(found)).toContain("La scheda c’è");
    expect(said(found)).toContain("L’impronta è quella della ricevuta");
    expect(said(found)).not.toContain("Contrario");
    asked.set("impronta", "0".repeat(64));
    const changed = await stranger.get(`${path}?${asked}`);
    expect(said(changed)).toContain("L’impronta non è quella della ricevuta");
    const absent = await stranger.get(at(motion, `/ricevuta/${TRACKER}`));
    expect([absent.status, said(absent)]).toEqual([200, expect.stringContaining("Qui non c’è")]);
    expect((await stranger.get(at(motion, "/ricevuta/corta"))).status).toBe(404);
  });

  test("may be changed until the close, and the first receipt says so", async () => {
    const page = await reader.get(at(motion, "/voto"));
    expect(said(page)).toContain("Hai già votato.");
    const asked = await reader.post(at(motion, "/voto"), { ...carried(page), choice: "yes" });
    expect((await sign(reader, asked, passkey)).status).toBe(303);
    const first = receipt.replace("&nuova=1", "");
    expect(said(await stranger.get(first))).toContain("È stata sostituita");
  });
});

describe("a secret ballot", () => {
  test("says what it protects from and what not, and that it needs a script", async () => {
    const words = said(await reader.get(at(election, "/voto")));
    expect(words).toContain("il segreto nasce nel tuo browser");
    expect(words).toContain("Non ti protegge:");
    expect(words).toContain("Una volta nell’urna la scheda non si cambia.");
  });

  test("without the browser's tracker it is not cast", async () => {
    const fields = { ...carried(await reader.get(at(election, "/voto"))), "rank-ada": "1" };
    const got = await reader.post(at(election, "/voto"), { ...fields, tracker: "" });
    expect(got.status).toBe(422);
    const twice = { ...fields, "rank-bruno": "1", tracker: TRACKER };
    expect(said(await reader.post(at(election, "/voto"), twice))).toContain("lo stesso posto");
  });

  test("signs the right to vote and never the choice, and is counted once", async () => {
    const fields = { ...carried(await reader.get(at(election, "/voto"))), "rank-ada": "2" };
    const ballot = { ...fields, "rank-carla": "1", tracker: TRACKER };
    const asked = await reader.post(at(election, "/voto"), ballot);
    expect(asked.status).toBe(403);
    expect(said(asked)).toContain("Che cosa voti non entra nella firma.");
    expect(said(asked)).not.toContain("carla");
    expect(askingForm(asked).fields["tracker"]).toBe(TRACKER);
    const cast = await sign(reader, asked, passkey);
    expect([cast.status, cast.location]).toEqual([201, null]);
    expect(cast.headers.get("Cache-Control")).toBe("private, no-store");
    expect(said(cast)).toContain("3k9f 2mqx 7w0c 5d8e tv1r z4hn 6b");
    const again = await sign(reader, asked, passkey);
    expect(again.status).not.toBe(201);
    const over = await reader.get(at(election, "/voto"));
    expect([over.status, over.location]).toEqual([303, `/proposte/${election.number}`]);
    expect(said(await stranger.get(at(election, `/ricevuta/${TRACKER}`)))).toContain(
      "Il sigillo si mette alla chiusura",
    );
  });
});

describe("the page that checks votes", () => {
  test.each([
    (n: number) => `${n} ${TRACKER}`,
    (n: number) => `Proposta ${n}: 3K9F 2mqx 7w0c 5d8e tv1r z4hn 6b`,
    (n: number) => `https://rete.example/proposte/${n}/ricevuta/${TRACKER}`,
  ])("reads a receipt however it was pasted (%#)", async (write) => {
    const asked = encodeURIComponent(write(election.number));
    const got = await stranger.get(`/verifica?ricevuta=${asked}`);
    expect([got.status, got.location]).toEqual([303, at(election, `/ricevuta/${TRACKER}`)]);
  });

  test("says what it takes where it is no receipt", async () => {
    const got = await stranger.get("/verifica?ricevuta=ciao");
    expect([got.status, said(got)]).toEqual([
      422,
      expect.stringContaining("ci vogliono il numero"),
    ]);
    expect((await stranger.get("/verifica")).headers.get("Cache-Control")).toBe("public, no-cache");
  });
});

describe("who has nothing to cast", () => {
  test("a stranger is asked in, somebody who is no member reads the proposal", async () => {
    const got = await stranger.get(at(motion, "/voto"));
    expect([got.status, got.location]).toEqual([303, "/accedi?poi=%2Fproposte%2F1%2Fvoto"]);
    expect((await stranger.post(at(motion, "/voto"), {})).status).toBe(404);
  });

  test("after the close there is no ballot, and the result is awaited", async () => {
    passTo(market, (motion.call?.closesAt ?? 0) + DAY);
    expect((await reader.get(at(motion, "/voto"))).status).toBe(303);
    const words = said(await stranger.get(at(motion, "/risultato")));
    expect(words).toContain("Il voto è chiuso. Il conto esce fra pochi minuti.");
  });
});

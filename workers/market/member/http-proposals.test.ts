import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import { DAY } from "#domain/kernel/instant.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { admitMember, type AdmittedMember } from "#tests/members.ts";
import { sign } from "#tests/passkey-page.ts";
import { discussedProposal, noticedProposal, openProposal, passTo } from "#tests/proposals.ts";
import { hidden, type Page, Reader, said } from "#tests/reader.ts";
import { addPasskey } from "#tests/signed-in.ts";

let market: Market;
let rosa: AdmittedMember;
let stranger: Reader;
let reader: Reader;
let passkey: Awaited<ReturnType<typeof addPasskey>>["passkey"];
let discussed: Proposal;
let coming: Proposal;
let running: Proposal;
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  stranger = new Reader(market.env);
  rosa = await admitMember(market, { name: "Rosa Bianchi" });
  for (const name of ["Davide", "Carla", "Bruno"]) await admitMember(market, { name });
  running = await openProposal(market, { author: rosa.memberId });
  const text = { title: "Eleggere il consiglio", body: "Tre persone." };
  discussed = await discussedProposal(market, { author: rosa.memberId, text });
  coming = await noticedProposal(market, { author: rosa.memberId });
  ({ reader, passkey } = await browserOf(rosa));
});
afterAll(() => market.close());

/** A member's browser, with a passkey of theirs. */
async function browserOf({ sent }: AdmittedMember) {
  const session = /=(.*)$/.exec(sent.headers?.["Cookie"] ?? "")?.[1] ?? "";
  const added = await addPasskey(market, session);
  const browser = new Reader(market.env);
  const [name = ""] = (sent.headers?.["Cookie"] ?? "").split("=");
  browser.cookies.set(name, added.session);
  return { reader: browser, passkey: added.passkey };
}

const at = ({ number }: Proposal, rest = "") => `/proposte/${number}${rest}`;

/** What a form of the page sends: the fields that all of them carry. */
const carried = (page: Page) => ({
  key: hidden(page, "key"),
  proposal: hidden(page, "proposal"),
  member: rosa.memberId,
});

describe("the list of proposals", () => {
  test("says to anybody what is decided, and to members what waits for them", async () => {
    const page = await stranger.get("/proposte");
    expect(page.status).toBe(200);
    expect(page.headers.get("Cache-Control")).toBe("public, no-cache");
    expect(said(page)).toMatch(/Consegna anche il sabato .*Si vota fino a/);
    expect(said(page)).toContain("Eleggere il consiglio");
    expect(said(page)).not.toContain("Da votare");
    const own = await reader.get("/proposte?stato=da-votare");
    expect(said(own)).toContain("Ti resta un voto da dare");
    expect(said(own)).not.toContain("Eleggere il consiglio");
  });

  test("shows one part of it, and says so where that is empty", async () => {
    expect(said(await stranger.get("/proposte?stato=in-arrivo"))).toContain("in discussione");
    const decided = await stranger.get("/proposte?stato=decise");
    expect(said(decided)).toContain("Non è ancora stato deciso niente");
    expect((await stranger.get("/proposte?stato=altro")).status).toBe(200);
  });
});

describe("a proposal", () => {
  test("tells where it stands, who may vote and how it is decided, by which articles", async () => {
    const words = said(await stranger.get(at(running)));
    expect(words).toMatch(/Si vota fino a .*, ore/);
    expect(words).toContain("Ogni socio ha un voto, qualunque quota abbia versato. (art. 2538 c.2");
    expect(words).toMatch(/0 voti su \d/);
    expect(words).toContain("Gli argomenti li leggono e li scrivono i soci.");
    expect(words).not.toContain("Rosa Bianchi");
  });

  test("that is not there, and a draft of somebody else, answer alike", async () => {
    expect((await stranger.get("/proposte/999")).status).toBe(404);
    expect((await stranger.get("/proposte/0")).status).toBe(404);
    expect((await stranger.get("/proposte/uno")).status).toBe(404);
  });

  test("a member says something for it, and others read it", async () => {
    const fields = carried(await reader.get(at(discussed)));
    const empty = await reader.post(at(discussed, "/argomenti"), { ...fields, comment: " " });
    expect([empty.status, said(empty)]).toEqual([422, expect.stringContaining("Scrivi il testo")]);
    const comment = "Il sabato i banchi sono liberi.";
    const sent = { ...fields, stance: "for", comment };
    const got = await reader.post(at(discussed, "/argomenti"), sent);
    expect([got.status, got.location]).toEqual([303, `${at(discussed)}?fatto=1`]);
    expect(said(await reader.get(at(discussed)))).toContain(comment);
    expect(said(await stranger.get(at(discussed)))).not.toContain(comment);
  });

  test("an amendment shows what it would change, and its author's answer", async () => {
    const fields = carried(await reader.get(at(discussed)));
    const text = "Cinque persone.";
    const sent = { ...fields, version: "1", text, reason: "Tre sono poche." };
    expect((await reader.post(at(discussed, "/emendamenti"), sent)).status).toBe(303);
    const page = await reader.get(at(discussed));
    expect(page.html).toMatch(/<del>.*Tre.*<\/del>.*<ins>.*Cinque/s);
    const answer = /action="([^"]*emendamenti\/[^"]*)"/.exec(page.html)?.[1] ?? "";
    const silent = await reader.post(answer, { ...carried(page), answer: "accepted" });
    expect(silent.status).toBe(422);
    const reason = "Hai ragione.";
    const answered = { ...carried(page), key: "answer-1", answer: "accepted", reason };
    expect((await reader.post(answer, answered)).status).toBe(303);
    expect(said(await reader.get(at(discussed)))).toContain("Risposta: «Hai ragione.»");
  });

  test("is withdrawn by its author, with the reason and a signature", async () => {
    const fields = carried(await reader.get(at(coming)));
    const without = await reader.post(at(coming, "/ritiro"), { ...fields, "withdraw-reason": "" });
    expect([without.status, said(without)]).toEqual([
      422,
      expect.stringContaining("Scrivi perché"),
    ]);
    const sent = { ...fields, key: "withdraw-1", "withdraw-reason": "La riscrivo." };
    const asked = await reader.post(at(coming, "/ritiro"), sent);
    expect(asked.status).toBe(403);
    expect(said(asked)).toContain("Motivo: La riscrivo.");
    const signed = await sign(reader, asked, passkey);
    expect(signed.status).toBe(303);
    const words = said(await stranger.get(at(coming)));
    expect(words).toContain("Chi l’aveva scritta l’ha ritirata");
    expect(words).toContain("«La riscrivo.»");
  });

  test("a signature that nobody gave, a proposal that is not there: nothing is done", async () => {
    const form = { key: "k", proposal: "no", member: rosa.memberId };
    expect((await stranger.post(at(running, "/adesioni"), form)).status).toBe(404);
    const real = { ...form, proposal: running.id };
    const refused = await stranger.post(at(running, "/adesioni"), real);
    expect([refused.status, refused.location]).toEqual([303, "/accedi"]);
  });
});

test("a vote that is over is waiting for its count, then says how it went", async () => {
  passTo(market, market.time.now + 6 * DAY);
  const words = said(await stranger.get(at(running)));
  expect(words).toContain("Il voto si è chiuso");
});

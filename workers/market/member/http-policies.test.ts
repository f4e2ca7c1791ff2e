import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FIRST_POLICIES } from "#domain/governance/policy/first-policies.ts";
import { policyText } from "#domain/governance/policy/policy-text.ts";
import { type Market, openMarket } from "#tests/market.ts";
import { type AdmittedMember, admitMember } from "#tests/members.ts";
import { passedProposal } from "#tests/passed-proposals.ts";
import { aPolicy } from "#tests/policies.ts";
import { passTo } from "#tests/proposals.ts";
import { hidden, Reader, said } from "#tests/reader.ts";
import { foundMarket } from "#tests/rules.ts";
import { typedOf } from "./http-policy-form.ts";

const ordinary = FIRST_POLICIES.find(({ code }) => code === "ordinary") ?? aPolicy();
const ARTICLE = "Deleghe\nOgnuno ne tiene tre.";
const why = { title: "Cambiare le deleghe", body: "Siamo cresciuti." };

let market: Market;
let rosa: AdmittedMember;
let stranger: Reader;
let reader: Reader;
beforeAll(async () => {
  market = await openMarket();
  await foundMarket(market, { "9": ARTICLE });
  rosa = await admitMember(market, { name: "Rosa Bianchi" });
  stranger = new Reader(market.env);
  reader = new Reader(market.env);
  const [name = "", value = ""] = (rosa.sent.headers?.["Cookie"] ?? "").split("=");
  reader.cookies.set(name, value);
});
afterAll(() => market.close());

describe("a policy that members changed", () => {
  test("leads to the vote behind it, and the vote to the policy", async () => {
    const value = policyText({ ...ordinary, mostProxies: 5 });
    const actions = [{ key: "policy", subject: "ordinary", value, follows: 1 }];
    const { number, from } = await passedProposal(market, { actions, policy: "statute" });
    passTo(market, from);
    await market.tick();
    const page = await stranger.get("/regolamenti/ordinary");
    expect(page.html).toContain(`href="/proposte/${number}"`);
    expect(said(page)).toMatch(/Versione 2 .* al massimo tolto: 3 aggiunto: 5 deleghe/);
    const vote = await stranger.get(`/proposte/${number}`);
    expect(vote.html).toContain('href="/regolamenti/ordinary"');
    expect(said(vote)).toContain("Regolamento di voto: Assemblea ordinaria");
    expect(vote.html).not.toContain("mostProxies");
  });

  test("stands among all of them, with the articles of the law", async () => {
    const all = said(await stranger.get("/regolamenti"));
    expect(all).toContain("Assemblea straordinaria (statuto)");
    expect(all).toContain("Vota chi è nel libro soci da almeno 90 giorni. (art. 2538 c.1 c.c.)");
    expect((await stranger.get("/regolamenti/nessuno")).status).toBe(404);
  });
});

describe("a member who wants another policy", () => {
  const at = "/proposte/nuova/regolamento/rules";
  const rules = FIRST_POLICIES.find(({ code }) => code === "rules") ?? aPolicy();
  const sent = (change: Readonly<Record<string, string>>) => ({
    ...typedOf(rules),
    ...why,
    member: rosa.memberId,
    ...change,
  });

  test("finds it as it is, with what the law leaves to no vote", async () => {
    const page = await reader.get(at);
    expect(page.html).toMatch(/id="mostProxies"[^>]*value="3"/);
    expect(said(page)).toContain("Una persona tiene al massimo 10 deleghe. (art. 2539 c.1 c.c.)");
  });

  test("sees what would change, and saves nothing by that", async () => {
    const page = await reader.post(at, sent({ act: "preview", "first-quorum": "1/4" }));
    expect(page.status).toBe(200);
    expect(said(page)).toMatch(/Che cosa cambierebbe .*almeno un tolto: terzo aggiunto: quarto/);
    expect(page.html).toMatch(/<option value="1\/4" selected/);
    expect(said(await reader.get("/proposte"))).not.toContain(why.title);
  });

  test("hears where the law says no, what cannot be, and what is no number", async () => {
    const refusals = [
      [{ mostProxies: "11" }, "art. 2539 c.1 c.c."],
      [{ secrecy: "detached" }, "Una scheda segreta non porta nome"],
      [{ seats: "tre" }, "Scrivi un numero intero"],
      [{}, "Il regolamento è come quello di oggi"],
      [{ title: "" }, "Scrivi un titolo"],
    ] as const;
    for (const [change, words] of refusals) {
      const page = await reader.post(at, sent({ act: "save", ...change }));
      expect([page.status, said(page)]).toEqual([422, expect.stringContaining(words)]);
    }
  });

  test("saves it as a draft, whose page says in words what changes", async () => {
    const key = hidden(await reader.get(at), "key");
    const draft = await reader.postAndFollow(at, sent({ act: "save", key, mostProxies: "4" }));
    expect(draft.status).toBe(200);
    expect(said(draft)).toContain("Regolamento di voto: Regole del mercato");
    expect(said(draft)).toMatch(/al massimo tolto: 3 aggiunto: 4 deleghe/);
  });
});

describe("a member who wants another article", () => {
  const at = "/proposte/nuova/articolo";
  const sent = (change: Readonly<Record<string, string>>) => ({
    ...why,
    member: rosa.memberId,
    number: "9",
    ...change,
  });

  test("chooses which, and finds what it says today", async () => {
    expect(said(await reader.get(at))).toContain("Numero dell’articolo");
    expect((await reader.get(`${at}?articolo=9`)).html).toContain(ARTICLE);
    expect((await stranger.get(at)).location).toContain("/accedi");
  });

  test("sees the difference first, then saves it under the statute's policy", async () => {
    const text = "Deleghe\r\nOgnuno ne tiene cinque.";
    const seen = await reader.post(at, sent({ act: "preview", text }));
    expect(said(seen)).toMatch(/Ognuno ne tiene tolto: tre aggiunto: cinque/);
    const key = hidden(seen, "key");
    const draft = await reader.postAndFollow(at, sent({ act: "save", text, key }));
    expect(said(draft)).toMatch(/Articolo 9 .*cinque/);
    expect(said(draft)).toContain("almeno due terzi");
  });

  test("hears of a text like today's, and of a number that is none", async () => {
    const same = await reader.post(at, sent({ act: "save", text: ARTICLE }));
    expect([same.status, said(same)]).toEqual([
      422,
      expect.stringContaining("come quello di oggi"),
    ]);
    const none = await reader.post(at, sent({ act: "save", text: "Nuovo", number: "nove" }));
    expect([none.status, said(none)]).toEqual([422, expect.stringContaining("per esempio 12")]);
  });
});

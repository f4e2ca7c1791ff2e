import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY } from "#domain/kernel/instant.ts";
import { type Market, openMarket } from "#tests/market.ts";
import { passedProposal } from "#tests/passed-proposals.ts";
import { foundMarket } from "#tests/rules.ts";

let market: Market;
let officer: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await foundMarket(market, {
    "1": "Nome e sede\nLa cooperativa ha sede a Verona.",
    "8": "Voto\nOgni socio ha un voto.\nNessuno tiene più di tre deleghe.",
  });
});
afterAll(() => market.close());

const page = async (path: string) => {
  const { status, body } = await market.call<string>("GET", path);
  return { status, text: body.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " "), html: body };
};
const decide = (key: string, body: object) =>
  market.call("POST", `/api/v1/rules/${key}/versions`, {
    token: officer,
    body: { reason: "Il gasolio è raddoppiato", ...body },
  });

describe("the rules of a network", () => {
  test("are read by anyone, in words, with what is in force and who decides", async () => {
    const { status, text, html } = await page("/regole");
    expect(status).toBe(200);
    expect(text).toContain("Trattenuta della rete");
    expect(text).toContain("Decidono i soci, con un voto");
    expect(text).toMatch(/6 %\s+dal 2 giugno 2026/);
    expect(text).toContain(
      "Almeno il 30 % dell’avanzo va alla riserva. (art. 2545-quater c.1 c.c.)",
    );
    expect(html).toContain('href="/regole/network-fee"');
  });

  test("say what will be, from when on", async () => {
    await decide("delivery-fee", { value: "400", effectiveAt: market.time.now + 7 * DAY });
    expect((await page("/regole")).text).toContain("Dal 9 giugno 2026: 4,00 €");
    const { text } = await page("/regole/delivery-fee");
    expect(text).toContain("Varrà dal 9 giugno 2026.");
    expect(text).toMatch(/Prima 3,50 €\s+Dopo 4,00 €/);
    expect(text).toContain("Motivo: Il gasolio è raddoppiato");
  });

  test("that nobody declared, and articles that nobody wrote, are not there", async () => {
    for (const path of ["/regole/sunday-rest", "/regole/statute", "/statuto/9", "/statuto/x"]) {
      expect((await page(path)).status, path).toBe(404);
    }
  });
});

describe("the statute", () => {
  test("is read article by article, in its order", async () => {
    const { text, html } = await page("/statuto");
    expect(text.indexOf("Art. 1. Nome e sede")).toBeLessThan(text.indexOf("Art. 8. Voto"));
    expect(html).toContain('href="/statuto/8"');
    expect((await page("/statuto/8")).text).toContain("Scritta alla nascita della rete.");
  });

  test("is not rewritten by officers", async () => {
    const changed = await decide("statute", { subject: "8", value: "Voto\nUno." });
    expect([changed.status, changed.body["code"]]).toEqual([409, "rule-needs-vote"]);
    const added = await decide("statute", { subject: "8-bis", value: "Voto a distanza\nSi può." });
    expect(added.status).toBe(201);
    expect((await page("/statuto")).text).toContain("Art. 8-bis. Voto a distanza");
  });
});

describe("once members have voted", () => {
  beforeAll(() => passedProposal(market, { actions: [], passes: false }));

  test("officers decide only what cannot wait, for sixty days, and it is said", async () => {
    const urgent = await decide("network-fee", { value: "800" });
    const until = market.time.now + 60 * DAY;
    expect([urgent.status, urgent.body["expiresAt"]]).toEqual([201, until]);
    const { text } = await page("/regole");
    expect(text).toContain("Decisa d’urgenza, fino al 1 agosto 2026");
    expect((await page("/regole/network-fee")).text).toContain(
      "Decisa d’urgenza dai responsabili, in due: vale fino al 1 agosto 2026",
    );
    const power = await decide("rules-by-officers", { value: "never" });
    expect([power.status, power.body["code"]]).toEqual([409, "rule-needs-vote"]);
    const article = await decide("statute", { subject: "9", value: "Deleghe\nDieci." });
    expect(article.body["code"]).toBe("rule-needs-vote");
  });

  test("when that is over the rule is what it was, and the next word is the members'", async () => {
    market.time.now += 60 * DAY - 1;
    expect((await page("/regole")).text).toContain("8 %");
    market.time.now += 1;
    expect((await page("/regole")).text).toMatch(/Trattenuta.{0,200}6 %/);
    const again = await decide("network-fee", { value: "800" });
    expect([again.status, again.body["code"]]).toEqual([409, "rule-urgency-over"]);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { COOKIES } from "#domain/access/cookies.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";

let market: Market;
let officer: string;
beforeEach(async () => {
  market = await openMarket();
  officer = await setUp(market);
});
afterEach(() => market.close());

const page = async (path: string) => (await market.call<string>("GET", path)).body;

describe("the pages of the law", () => {
  test("say what the network's settings say, and leave out what they do not", async () => {
    const bare = await page("/note-legali");
    expect(bare).toContain("Denominazione: Rete di Veronetta");
    for (const word of ["REA", "Albo nazionale", "PEC:", "Partita IVA", "null", "undefined"]) {
      expect(bare).not.toContain(word);
    }
    const body = {
      legalName: "Filiera Veronetta società cooperativa",
      seat: "via Cantarane 1, Verona",
      vatNumber: "01234567897",
      reaNumber: "VR-412345",
      coopRegisterNumber: "C123456",
      certifiedEmail: "filiera@pec.example.org",
      contactEmail: "ciao@example.org",
    };
    await market.call("PATCH", "/api/v1/network", { token: officer, body });
    const whole = await page("/note-legali");
    for (const said of Object.values(body)) expect(whole).toContain(said);
    expect(await page("/accessibilita")).toContain("Scrivi a ciao@example.org.");
  });

  test("the terms name the fee and the delivery in force, and no closed platform", async () => {
    const terms = await page("/condizioni");
    expect(terms).toContain("la rete trattiene il 6");
    expect(terms).toContain("3,50");
    expect(terms).toContain("art. 59");
    expect(terms).not.toContain("ec.europa.eu");
  });

  test("an empty network says no fee", async () => {
    const empty = await openMarket();
    const { body } = await empty.call<string>("GET", "/condizioni");
    expect(body).toContain("I prezzi comprendono l’IVA");
    expect(body).not.toContain("la rete trattiene");
    await empty.close();
  });

  test("every page leads to them", async () => {
    const home = await page("/");
    for (const path of ["/condizioni", "/riservatezza", "/accessibilita", "/note-legali"]) {
      expect(home).toContain(`href="${path}"`);
    }
  });
});

describe("cookies", () => {
  test("the page on privacy names every one that is set", async () => {
    const shown = await page("/riservatezza");
    for (const { name } of Object.values(COOKIES)) expect(shown).toContain(name);
  });

  test("none is named in the code but in their list", () => {
    const workers = join(import.meta.dirname, "..", "..");
    const named = readdirSync(workers, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
      .filter((file) => readFileSync(join(workers, file), "utf8").includes('"__Host-'));
    expect(named.map((file) => file.split("/").at(-1))).toEqual(["cookies.ts"]);
  });
});

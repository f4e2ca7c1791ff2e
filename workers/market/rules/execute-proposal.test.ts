import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY } from "#domain/kernel/instant.ts";
import { addToken } from "#tests/households.ts";
import { verifyExport } from "#tests/journals.ts";
import { type Market, openMarket } from "#tests/market.ts";
import { passedProposal } from "#tests/passed-proposals.ts";
import { foundMarket } from "#tests/rules.ts";

interface Shown {
  readonly versions: readonly {
    readonly version: number;
    readonly value: string;
    readonly effectiveAt: number;
    readonly decidedBy: string;
    readonly proposal: number | null;
    readonly proposalId: string | null;
  }[];
}

let market: Market;
let officer: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await foundMarket(market, { "9": "Deleghe\nTre." });
});
afterAll(() => market.close());

const execute = (id: string, token = officer, key?: string) =>
  market.call("POST", `/api/v1/proposals/${id}/execution`, {
    token,
    body: {},
    ...(key === undefined ? {} : { key }),
  });
const versionsOf = async (key: string, subject = "") => {
  const path = `/api/v1/rules/${key}${subject === "" ? "" : `?subject=${subject}`}`;
  return (await market.call<Shown>("GET", path)).body.versions;
};
const change = (value: string, follows: number, key = "network-fee", subject = "") => ({
  actions: [{ key, subject, value, follows }],
});

describe("a proposal that members passed", () => {
  test("is not executed before its timelock is over, to the instant", async () => {
    const { id, from } = await passedProposal(market, change("550", 1));
    const { body: page } = await market.call<string>("GET", "/regole");
    expect(page).toContain("Dal 3 luglio 2026: 5,5\u00a0%, per la proposta 1");
    market.time.now = from - 1;
    const early = await execute(id);
    expect([early.status, early.body]).toMatchObject([
      409,
      { code: "proposal-not-executable", state: "queued", from },
    ]);
    await market.tick();
    expect(await versionsOf("network-fee")).toHaveLength(1);
    market.time.now = from;
    await market.tick();
    expect((await versionsOf("network-fee"))[1]).toMatchObject({
      version: 2,
      value: "550",
      effectiveAt: from,
      decidedBy: "members",
      proposalId: id,
    });
  });

  test("is executed once, whoever asks, and says again what it did", async () => {
    const { id, number, from } = await passedProposal(market, change("400", 1, "delivery-fee"));
    market.time.now = from;
    const all = await Promise.all([execute(id), execute(id), execute(id), market.tick()]);
    for (const got of all.slice(0, 3)) {
      expect(got).toMatchObject({ body: { executedAt: from, versions: [{ version: 2 }] } });
    }
    expect(await versionsOf("delivery-fee")).toMatchObject([
      { version: 1, proposal: null },
      { version: 2, value: "400", proposal: number },
    ]);
    expect((await execute(id)).status).toBe(200);
  });

  test("does not write over another one that changed its rule: it waits, and expires", async () => {
    const first = await passedProposal(market, change("14", 1, "problem-days"));
    market.time.now += 1;
    const second = await passedProposal(market, change("3", 1, "problem-days"));
    market.time.now = second.from;
    await market.tick();
    expect(second.from).toBeGreaterThan(first.from);
    expect((await versionsOf("problem-days")).map(({ value }) => value)).toEqual(["7", "14"]);
    const late = await execute(second.id);
    expect([late.status, late.body["code"]]).toEqual([409, "rule-changed"]);
    const { body: page } = await market.call<string>("GET", "/regole/problem-days");
    expect(page).toContain(`La proposta ${second.number} non entra in vigore`);
    market.time.now += 60 * DAY;
    expect((await execute(second.id)).body).toMatchObject({
      code: "proposal-not-executable",
      state: "expired",
    });
  });

  test("goes before an urgent deed of officers, which cannot stand in its way", async () => {
    const path = "/api/v1/rules/card-hold/versions";
    const { id, from } = await passedProposal(market, change("12000", 1, "card-hold"));
    const body = { value: "13000", reason: "Una truffa in corso" };
    const urgent = await market.call("POST", path, { token: officer, body });
    expect([urgent.status, urgent.body["expiresAt"]]).toEqual([201, market.time.now + 60 * DAY]);
    market.time.now = from;
    expect((await execute(id)).body).toMatchObject({ versions: [{ version: 3 }] });
    const values = (await versionsOf("card-hold")).map(({ value }) => value);
    expect(values).toEqual(["11500", "13000", "12000"]);
  });

  test("changes several rules together, or none", async () => {
    const actions = [
      { key: "standing-minutes", subject: "", value: "90", follows: 1 },
      { key: "checkout-minutes", subject: "", value: "20", follows: 7 },
    ];
    const { id, from } = await passedProposal(market, { actions });
    market.time.now = from;
    expect((await execute(id)).body["code"]).toBe("rule-changed");
    expect(await versionsOf("standing-minutes")).toHaveLength(1);
  });

  test("changes the statute as the statute says, and never by less", async () => {
    const article = { key: "statute", subject: "9", value: "Deleghe\nDue.", follows: 1 };
    const weak = await passedProposal(market, { actions: [article] });
    const strong = await passedProposal(market, { actions: [article], policy: "statute" });
    market.time.now = strong.from;
    expect((await execute(weak.id)).body["code"]).toBe("action-of-another-policy");
    expect((await execute(strong.id)).status).toBe(201);
    const { body } = await market.call<string>("GET", "/statuto/9");
    expect(body).toMatch(/<del>.*Tre.*<\/del>/);
    expect(body).toContain(`href="/proposte/${strong.number}"`);
  });

  test("that was lost, or that nobody put before the members, changes nothing", async () => {
    const lost = await passedProposal(market, { ...change("900", 2), passes: false });
    market.time.now = lost.from;
    expect((await execute(lost.id)).body).toMatchObject({
      code: "proposal-not-executable",
      state: "rejected",
      from: null,
    });
    expect((await execute("0".repeat(26))).body["code"]).toBe("not-found");
  });

  test("is hurried by whoever has a part in the network, and by nobody else", async () => {
    const { id, from } = await passedProposal(market, change("600", 2));
    market.time.now = from;
    const hub = await execute(id, addToken(market, "household", "0".repeat(26)));
    expect([hub.status, hub.body["code"]]).toEqual([403, "not-allowed"]);
    expect((await execute(id, addToken(market, "member"))).status).toBe(201);
  });

  test("stands in the register with its vote, where anyone can verify it", async () => {
    market.time.now += DAY;
    await market.tick();
    const { body } = await market.call("GET", "/api/v1/rules/export?limit=200");
    expect(verifyExport([body])).toMatchObject({ ok: true });
    const text = JSON.stringify(body);
    const forged = text.replace(
      /"proposalId":"(.)/,
      (_, first) => `"proposalId":"${first === "0" ? 1 : 0}`,
    );
    expect(verifyExport([JSON.parse(forged)])).toMatchObject({ ok: false });
  });
});

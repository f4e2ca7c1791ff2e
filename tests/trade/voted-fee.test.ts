/**
 * The line that runs through everything: members, electorate, ballots, count, rule in force, price
 * of the next order.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY } from "#domain/kernel/instant.ts";
import { verifyText } from "#host/verify-text.ts";
import { passTo } from "#tests/proposals.ts";
import { openShop } from "#tests/shop.ts";
import { openTrade, type Trade } from "#tests/trading.ts";
import { hasPython, recountInPython } from "#tests/voting/python.ts";
import { type Assembly, foundAssembly } from "./voted-fee.ts";

interface OrderRead {
  readonly rules: Readonly<Record<string, number>>;
}

let trade: Trade;
let members: Assembly;
let before: string;
let proposal: { readonly id: string; readonly number: number };

beforeAll(async () => {
  trade = await openTrade([{ name: "mele", priceCents: 1000 }], { "network-fee": "600" });
  members = await foundAssembly(trade);
});
afterAll(() => trade.close());

const call = <T = Record<string, unknown>>(method: string, path: string, sent = {}) =>
  trade.market.call<T>(method, `/api/v1${path}`, sent);
const pass = (days: number) => passTo(trade.market, trade.market.time.now + days * DAY);
const shown = async () => (await call("GET", `/proposals/${proposal.id}`)).body;
const rulesOf = async (id: string) =>
  (await call<OrderRead>("GET", `/orders/${id}`, { token: trade.officer })).body.rules;
const orderPage = async (id: string) =>
  (await trade.market.call<string>("GET", `/ordini/${id}`, { token: trade.officer })).body;
const vote = (who: string, choice: string, by = who) => {
  const [member, holder] = [members.of(who), members.of(by)];
  const own = { memberId: member.memberId, byMemberId: holder.memberId };
  const body = { callNumber: 1, ...own, choice: { vote: choice } };
  return call("POST", `/proposals/${proposal.id}/ballots`, { ...holder.sent, body });
};

describe("a network whose members lower its fee", () => {
  test("takes six per cent of an order that is placed before", async () => {
    before = await trade.order([["mele", 1]]);
    expect((await rulesOf(before))["network-fee"]).toBe(1);
  });

  test("hears a proposal that a member wrote and others support", async () => {
    const ada = members.of("Ada");
    const actions = [{ key: "network-fee", subject: "", value: "550", follows: 1 }];
    const text = { title: "Portare la trattenuta al 5,5 %", body: "Il giro è pieno.", actions };
    const own = { memberId: ada.memberId, policy: "rules", subject: "rules" };
    const draft = await call("POST", "/proposals", { ...ada.sent, body: { ...own, ...text } });
    expect(draft.status).toBe(201);
    proposal = draft.body as unknown as typeof proposal;
    const path = `/proposals/${proposal.id}`;
    expect((await call("POST", `${path}/submission`, { ...ada.sent, body: {} })).status).toBe(200);
    for (const name of ["Bruno", "Carla", "Dino"]) {
      const { memberId, sent } = members.of(name);
      const body = { memberId };
      expect((await call("POST", `${path}/endorsements`, { ...sent, body })).status).toBe(201);
    }
    expect((await shown())["state"]).toBe("discussion");
  });

  test("calls the vote, with everybody in the book on that day", async () => {
    pass(7);
    const path = `/proposals/${proposal.id}`;
    const noticed = await call("POST", `${path}/calls`, { ...members.of("Ada").sent, body: {} });
    expect(noticed.status).toBe(201);
    expect(noticed.body["eligible"]).toBe(11);
    const [giver, holder] = [members.of("Elsa"), members.of("Franca")];
    const proxy = { giverId: giver.memberId, holderId: holder.memberId };
    const given = await call("POST", `${path}/proxies`, { ...giver.sent, body: proxy });
    expect(given.status).toBe(201);
  });

  test("casts its ballots: by hand, by proxy, and one that is worth more, but capped", async () => {
    pass(8);
    for (const [who, choice] of [
      ["Ada", "yes"],
      ["Bruno", "yes"],
      ["Carla", "no"],
      ["Dino", "abstain"],
      ["Franca", "yes"],
      ["Cantina", "yes"],
      ["Forno", "no"],
    ] as const) {
      expect((await vote(who, choice)).status, who).toBe(201);
    }
    expect((await vote("Elsa", "yes", "Franca")).status).toBe(201);
    expect((await vote("Gino", "yes", "Franca")).status).not.toBe(201);
  });

  test("counts them, waits, and writes the rule when the timelock is over", async () => {
    pass(5);
    await trade.market.tick();
    const counted = await shown();
    const tally = counted["tally"] as Readonly<Record<string, unknown>>;
    expect([counted["state"], tally["passes"], tally["ballotsCount"]]).toEqual([
      "challenge",
      true,
      8,
    ]);
    const result = JSON.parse(String(tally["result"])) as Readonly<Record<string, unknown>>;
    // Six heads and two enterprises, each with a tenth of all votes at most: T = 6 + 2 T/10.
    expect(result["present"]).toEqual({ members: 8, votes: "15/2" });
    pass(5);
    expect((await shown())["state"]).toBe("queued");
    pass(29);
    await trade.market.tick();
    expect((await shown())["state"]).toBe("queued");
    pass(1);
    await trade.market.tick();
    expect((await shown())["state"]).toBe("executed");
  });

  test("takes five and a half of the order after, and each order says by which rule", async () => {
    const { market } = trade;
    const shop = openShop(market, [{ name: "pere", priceCents: 1000 }]);
    const lines = [{ offerId: shop.offers["pere"], wantedMilli: 1000 }];
    const contact = { name: "Anna Zeni", email: "anna@example.org", street: "via Cantarane 3" };
    const where = { place: shop.pickupPointId, payment: "at-pickup" };
    const body = { cycleId: shop.cycleId, contact, ...where, lines };
    const placed = await call<{ id: string }>("POST", "/orders", { body });
    expect(placed).toMatchObject({ status: 201 });
    expect((await rulesOf(placed.body.id))["network-fee"]).toBe(2);
    const fees = market.database
      .prepare("SELECT network_fee_basis_points FROM customer_order ORDER BY placed_at")
      .pluck()
      .all([]);
    expect(fees).toEqual([600, 550]);
    const [old, young] = [await orderPage(before), await orderPage(placed.body.id)];
    expect(old).toContain('href="/regole/network-fee#v1"');
    expect(young).toContain('href="/regole/network-fee#v2"');
    const history = await market.call<string>("GET", "/regole/network-fee");
    expect(history.body).toContain(`href="/proposte/${proposal.number}"`);
  });

  test("gives the vote away: two programs find the same, and one altered ballot", async () => {
    const path = `/proposals/${proposal.id}/export`;
    const { status, body } = await call("GET", path, { token: trade.officer });
    const text = JSON.stringify(body);
    expect([status, verifyText(text)]).toMatchObject([200, { ok: true, checked: { ballots: 8 } }]);
    const altered = text.replace('"vote":"no"', '"vote":"yes"');
    expect(verifyText(altered)).toMatchObject({
      ok: false,
      entry: expect.stringMatching(/ballot/),
    });
    if (!hasPython) return;
    const [whole, broken] = recountInPython([
      ["recount.py", text],
      ["recount.py", altered],
    ]);
    expect(whole?.said).toContain("everything holds");
    expect([whole?.code, broken?.code]).toEqual([0, 1]);
  });
});

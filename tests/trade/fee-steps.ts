import { expect } from "vitest";
import { DAY } from "#domain/kernel/instant.ts";
import { verifyText } from "#host/verify-text.ts";
import { passTo } from "#tests/proposals.ts";
import { openShop } from "#tests/shop.ts";
import { placeOrder } from "#tests/trading.ts";
import { hasPython, recountInPython } from "#tests/voting/python.ts";
import type { Assembly, Place } from "./voted-fee.ts";

/** What a market takes of sales until its members vote otherwise: six per cent. */
export const SIX_PER_CENT = { "network-fee": "600" };

/** A market and its members, and what the steps leave to those after them. */
export interface FeeLine {
  readonly market: Place;
  readonly members: Assembly;
  /** An order of before the vote. */
  before?: string;
  proposal?: { readonly id: string; readonly number: number };
}

/**
 * The line that runs through everything: members, electorate, ballots, count, rule in force, price
 * of the next order. In process and in workerd the same steps, one after the other.
 */
export const FEE_STEPS: readonly (readonly [string, (line: FeeLine) => Promise<void>])[] = [
  ["takes six per cent of an order that is placed before", orderBefore],
  ["hears a proposal that a member wrote and others support", propose],
  ["calls the vote, with everybody in the book on that day", callVote],
  ["casts its ballots: by hand, by proxy, and one that is worth more, but capped", castAll],
  ["counts them, waits, and writes the rule when the timelock is over", countAndWait],
  ["takes five and a half of the order after, and each order says by which rule", orderAfter],
  ["gives the vote away: two programs find the same, and one altered ballot", giveAway],
];

async function orderBefore(line: FeeLine): Promise<void> {
  line.before = await order(line, "mele");
  expect((await rulesOf(line, line.before))["network-fee"]).toBe(1);
}

async function propose(line: FeeLine): Promise<void> {
  const ada = line.members.of("Ada");
  const actions = [{ key: "network-fee", subject: "", value: "550", follows: 1 }];
  const text = { title: "Portare la trattenuta al 5,5 %", body: "Il giro è pieno.", actions };
  const own = { memberId: ada.memberId, policy: "rules", subject: "rules" };
  const draft = await call(line, "POST", "/proposals", { ...ada.sent, body: { ...own, ...text } });
  expect(draft.status).toBe(201);
  line.proposal = draft.body as unknown as { id: string; number: number };
  const submitted = await put(line, "Ada", "/submission", {});
  expect(submitted.status).toBe(200);
  for (const name of ["Bruno", "Carla", "Dino"]) {
    const { memberId } = line.members.of(name);
    expect((await put(line, name, "/endorsements", { memberId })).status).toBe(201);
  }
  expect((await shown(line))["state"]).toBe("discussion");
}

async function callVote(line: FeeLine): Promise<void> {
  pass(line, 7);
  const noticed = await put(line, "Ada", "/calls", {});
  expect([noticed.status, noticed.body["eligible"]]).toEqual([201, 11]);
  const [giver, holder] = [line.members.of("Elsa"), line.members.of("Franca")];
  const proxy = { giverId: giver.memberId, holderId: holder.memberId };
  expect((await put(line, "Elsa", "/proxies", proxy)).status).toBe(201);
}

async function castAll(line: FeeLine): Promise<void> {
  pass(line, 8);
  for (const [who, choice] of [
    ["Ada", "yes"],
    ["Bruno", "yes"],
    ["Carla", "no"],
    ["Dino", "abstain"],
    ["Franca", "yes"],
    ["Cantina", "yes"],
    ["Forno", "no"],
  ] as const) {
    expect((await vote(line, who, choice)).status, who).toBe(201);
  }
  expect((await vote(line, "Elsa", "yes", "Franca")).status).toBe(201);
  expect((await vote(line, "Gino", "yes", "Franca")).status).not.toBe(201);
}

async function countAndWait(line: FeeLine): Promise<void> {
  pass(line, 5);
  await line.market.tick();
  const { state, tally } = await shown<{ state: string; tally: Record<string, unknown> }>(line);
  expect([state, tally["passes"], tally["ballotsCount"]]).toEqual(["challenge", true, 8]);
  const result = JSON.parse(String(tally["result"])) as Readonly<Record<string, unknown>>;
  // Six heads and two enterprises, each with a tenth of all votes at most: T = 6 + 2 T/10.
  expect(result["present"]).toEqual({ members: 8, votes: "15/2" });
  pass(line, 5);
  expect((await shown(line))["state"]).toBe("queued");
  pass(line, 29);
  await line.market.tick();
  expect((await shown(line))["state"]).toBe("queued");
  pass(line, 1);
  await line.market.tick();
  expect((await shown(line))["state"]).toBe("executed");
}

async function orderAfter(line: FeeLine): Promise<void> {
  const { before = "" } = line;
  const after = await order(line, "pere");
  expect((await rulesOf(line, after))["network-fee"]).toBe(2);
  const fees = line.market.database
    .prepare("SELECT network_fee_basis_points FROM customer_order ORDER BY placed_at")
    .pluck()
    .all([]);
  expect(fees).toEqual([600, 550]);
  expect(await page(line, `/ordini/${before}`)).toContain('href="/regole/network-fee#v1"');
  expect(await page(line, `/ordini/${after}`)).toContain('href="/regole/network-fee#v2"');
  // A rule that no order names binds it too, as it was when the order was placed.
  expect(await page(line, `/ordini/${after}`)).toContain('href="/regole/problem-days#v1"');
  const number = line.proposal?.number;
  expect(await page(line, "/regole/network-fee")).toContain(`href="/proposte/${number}"`);
}

async function giveAway(line: FeeLine): Promise<void> {
  const token = line.market.officer;
  const { status, body } = await call(line, "GET", `${pathOf(line)}/export`, { token });
  const text = JSON.stringify(body);
  expect([status, verifyText(text)]).toMatchObject([200, { ok: true, checked: { ballots: 8 } }]);
  const altered = text.replace('"vote":"no"', '"vote":"yes"');
  const named = { ok: false, entry: expect.stringMatching(/ballot/) };
  expect(verifyText(altered)).toMatchObject(named);
  if (!hasPython) return;
  const said = recountInPython([text, altered].map((one) => ["recount.py", one] as const));
  expect(said).toEqual([
    { code: 0, said: expect.stringContaining("everything holds") },
    { code: 1, said: expect.stringMatching(/^ballot \d+: /) },
  ]);
}

function call<T = Record<string, unknown>>(
  { market }: FeeLine,
  method: string,
  path: string,
  sent = {},
) {
  return market.call<T>(method, `/api/v1${path}`, sent);
}

function pathOf({ proposal }: FeeLine): string {
  return `/proposals/${proposal?.id}`;
}

/** What a member does to the proposal. */
function put(line: FeeLine, who: string, what: string, body: object) {
  return call(line, "POST", pathOf(line) + what, { ...line.members.of(who).sent, body });
}

function vote(line: FeeLine, who: string, choice: string, by = who) {
  const [memberId, byMemberId] = [who, by].map((name) => line.members.of(name).memberId);
  const ballot = { callNumber: 1, memberId, byMemberId, choice: { vote: choice } };
  return put(line, by, "/ballots", ballot);
}

async function shown<T = Record<string, unknown>>(line: FeeLine): Promise<T> {
  return (await call<T>(line, "GET", pathOf(line))).body;
}

function pass({ market }: FeeLine, days: number): void {
  passTo(market, market.time.now + days * DAY);
}

/** In a shop that opened just now. */
function order({ market }: FeeLine, name: string): Promise<string> {
  const shop = openShop(market, [{ name, priceCents: 1000 }]);
  return placeOrder(market, { ...shop, wishes: [[name, 1]] });
}

async function rulesOf(line: FeeLine, id: string): Promise<Readonly<Record<string, number>>> {
  const token = line.market.officer;
  const { body } = await call<{ rules: Record<string, number> }>(line, "GET", `/orders/${id}`, {
    token,
  });
  return body.rules;
}

async function page({ market }: FeeLine, path: string): Promise<string> {
  return (await market.call<string>("GET", path, { token: market.officer })).body;
}

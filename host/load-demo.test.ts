import { render } from "preact-render-to-string";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { picture } from "#frontend/ui/drawings/picture.tsx";
import { recognise } from "#frontend/ui/drawings/recognise.ts";
import { species } from "#frontend/ui/drawings/species.ts";
import { demoCategories } from "#schema/demo/network.ts";
import { demoCast } from "#schema/demo/people.ts";
import { demoProducers } from "#schema/demo/producers.ts";
import {
  type Cycle,
  type LoadedDemo,
  type Offer,
  openLoadedDemo,
  type Progress,
  type Seen,
} from "#tests/loaded-demo.ts";
import { type Decided, demoVoteResults, toldVote } from "#tests/demo-votes.ts";
import type { Market } from "#tests/market.ts";
import expected from "#tests/weeks/veronetta/expected.json" with { type: "json" };
import type { DemoKey } from "./demo/people.ts";
import { demoProducts } from "./demo/shelves.ts";
import type { DemoToken } from "./demo/tokens.ts";
import { softwarePasskey, travelling } from "./passkeys/software-passkey.ts";

const NOW = Date.UTC(2026, 10, 22, 9, 40);
const HOUR = 3_600_000;

let demo: LoadedDemo;
let market: Market;
let tokens: readonly DemoToken[];
let people: readonly DemoKey[];
/** One of each of four earlier months. */
let earlier: readonly Cycle[];
let weeks: readonly Cycle[];
let todays: readonly Cycle[];
beforeAll(async () => {
  demo = await openLoadedDemo(NOW);
  ({ market, tokens, people } = demo);
  const { items } = await get<{ items: Cycle[] }>("/cycles");
  const inOrder = items.toSorted((a, b) => a.closesAt - b.closesAt);
  todays = inOrder.filter(({ state }) => state === "sent");
  const rest = inOrder.filter(({ state }) => state !== "sent");
  [earlier, weeks] = [rest.slice(0, 4), rest.slice(4)];
}, 60_000);
afterAll(() => demo.close());

const tokenOf = (role: string): string => tokens.find((one) => one.role === role)?.token ?? "";

async function get<T>(path: string, role = "officer"): Promise<T> {
  const { status, body } = await market.call<T>("GET", `/api/v1${path}`, { token: tokenOf(role) });
  expect(status, path).toBe(200);
  return body;
}

const onTheShelf = async () =>
  (await get<{ items: Offer[] }>("/cycles/current/offers?limit=200")).items;

describe("the demo's three weeks", () => {
  test("last week is settled, this week closes soon, next week is open already", () => {
    const [last, soon, next] = weeks;
    expect(weeks.map(({ state }) => state)).toEqual(["settled", "open", "open"]);
    expect(weeks.map(({ orders }) => orders)).toEqual([40, 25, 5]);
    expect(todays).toMatchObject([{ state: "sent", orders: 6, deliveryDay: "2026-11-22" }]);
    expect(last?.closesAt).toBeLessThan(NOW);
    expect((soon?.closesAt ?? 0) - NOW).toBeLessThanOrEqual(30 * HOUR);
    expect((next?.closesAt ?? 0) - NOW).toBeGreaterThan(6 * 24 * HOUR);
  });

  test("last week comes to the cent to what the proof's sales week comes to", async () => {
    const books = await get<Record<string, unknown>>(`/cycles/${weeks[0]?.id}/books`);
    expect(books).toMatchObject({
      goodsCents: expected.totals.goods_final_cents,
      networkFeeCents: expected.totals.network_fee_cents,
      payableCents: expected.totals.producer_payouts_cents,
    });
  });

  test("the books balance, and nothing is left to be sent", async () => {
    const balance = await get<{ sumCents: number; debitCents: number }>("/ledger/trial-balance");
    expect(balance.sumCents).toBe(0);
    expect(balance.debitCents).toBeGreaterThan(expected.totals.collected_cents);
    const { body } = await market.call("GET", "/health");
    expect(body).toMatchObject({ outboxAge: 0, outboxDead: 0 });
    expect(demo.doubles.payments.holds().filter(({ state }) => state === "captured")).toHaveLength(
      29,
    );
  });
});

describe("the demo's past", () => {
  test("a small week of each of four months is settled, and nothing is missing", async () => {
    expect(earlier.map(({ state }) => state)).toEqual(Array(4).fill("settled"));
    expect(earlier.map(({ orders }) => orders)).toEqual([12, 10, 16, 19]);
    for (const { id } of earlier) {
      const { items } = await get<{ items: PastLine[] }>(`/cycles/${id}/lines?limit=200`);
      expect(new Set(items.map(({ status }) => status))).toEqual(new Set(["delivered"]));
    }
  });

  test("the network in figures tells of five months, each another sum", async () => {
    const rowsOf = async (chart: string) =>
      (await get<{ rows: MonthRow[] }>(`/transparency/${chart}.json`)).rows.slice(-6);
    expect((await rowsOf("turnover")).map(({ month, goodsCents }) => [month, goodsCents])).toEqual([
      ["2026-06", 0],
      ["2026-07", 17_040],
      ["2026-08", 9960],
      ["2026-09", 23_430],
      ["2026-10", 29_390],
      ["2026-11", expected.totals.goods_final_cents],
    ]);
    expect((await rowsOf("buyers")).map(({ buyers }) => buyers)).toEqual([0, 12, 10, 16, 19, 40]);
    const homes = (await rowsOf("deliveries")).map(({ homeOrders }) => homeOrders);
    expect(homes).toEqual([0, 0, 0, 5, 5, 10]);
  });
});

interface PastLine {
  readonly status: string;
}

/** What the open data says of a month; each chart has its own columns. */
interface MonthRow {
  readonly month: string;
  readonly goodsCents?: number;
  readonly buyers?: number;
  readonly homeOrders?: number | null;
}

describe("the demo's shelf", () => {
  test("36 products, each on its shelf, with words, a place and a maker of three facts", () => {
    const shelves = new Set(demoCategories.map(({ id }) => id));
    expect(new Set(demoProducts.map(({ code }) => code)).size).toBe(36);
    for (const product of demoProducts) {
      expect(shelves, product.code).toContain(product.category);
      expect(product.description.length, product.code).toBeGreaterThan(30);
      expect(product.origin, product.code).not.toBe("");
    }
    for (const { story, name } of demoProducers) expect(story.split("\n"), name).toHaveLength(3);
  });

  test("each product is recognised by its name, and no two look the same", async () => {
    const offers = await onTheShelf();
    expect(offers).toHaveLength(36);
    const drawn = offers.map((offer) => {
      const { productId, category, producer, ...told } = offer;
      const facts = { ...told, id: productId, category: category.id, town: producer.town };
      return [offer.name, { ...recognise(facts), seed: "one sun" }] as const;
    });
    for (const [name, facts] of drawn) {
      const own = demoProducts.find((product) => product.name === name);
      expect(Object.keys(species), name).toContain(facts.species);
      expect({ name, species: own?.species }).toEqual({ name, species: facts.species });
      expect({ name, variety: own?.variety }).toEqual({ name, variety: facts.variety });
    }
    expect(new Set(drawn.map(([, facts]) => render(picture(facts)))).size).toBe(36);
  });

  test("the pears run out, one ricotta is left, and the pollen is gone", async () => {
    const offers = await onTheShelf();
    const left = (word: string) => offers.find(({ name }) => name.startsWith(word))?.leftMilli;
    expect([left("Pere"), left("Ricotta"), left("Polline")]).toEqual([22_000, 1000, 0]);
    expect(left("Mele")).toBeNull();
  });

  test("the meters live: wine short of a box, three producers short of their minimum", async () => {
    const { items } = await get<{ items: Progress[] }>(`/cycles/${weeks[1]?.id}/producers`);
    const missing = items.filter(({ missingCents }) => missingCents > 0);
    expect(missing.map(({ name, missingCents }) => [name, missingCents])).toEqual([
      ["Bottega Ceramica Veronetta", 1600],
      ["Corte Bassa", 240],
      ["Frantoio Garda Est", 2800],
    ]);
    const wine = (await onTheShelf()).find(({ name }) => name === "Valpolicella");
    const box = items.flatMap(({ offers }) => offers).find((one) => one.offerId === wine?.id)?.box;
    expect(box?.missingMilli).toBeGreaterThan(0);
  });

  test("a certificate that has expired is not shown, one that will soon is", async () => {
    const { items } = await get<{ items: { id: string; name: string }[] }>("/enterprises");
    const schemes = async (name: string) => {
      const id = items.find((one) => one.name === name)?.id;
      const told = await get<{ certifications: { scheme: string }[] }>(`/enterprises/${id}`);
      return told.certifications.map(({ scheme }) => scheme);
    };
    expect(await schemes("Frantoio Garda Est")).toEqual(["bio-eu"]);
    expect(await schemes("Uova della Collina")).toEqual(["bio-eu"]);
  });
});

test("each token opens what its role may see, and no more", async () => {
  const statusOf = async (path: string, role: string) =>
    (await market.call("GET", `/api/v1${path}`, { token: tokenOf(role) })).status;
  const roles = tokens.map(({ role }) => role);
  const opening = await Promise.all(roles.map((role) => statusOf("/ledger/trial-balance", role)));
  expect(roles.filter((_, index) => opening[index] === 200)).toEqual([
    "officer",
    "treasurer",
    "auditor",
  ]);
  const { items } = await get<{ items: { id: string; profile: { name: string } }[] }>(
    "/households?limit=200",
  );
  const walletOf = (name: string) =>
    `/households/${items.find(({ profile }) => profile.name === name)?.id}/wallet`;
  expect(await statusOf(walletOf("Lucia Bressanin"), "household")).toBe(200);
  expect(await statusOf(walletOf("Piero Castagna"), "household")).toBe(404);
  expect(await statusOf(walletOf("Piero Castagna"), "coordinator")).toBe(200);
});

test("members decided a rule, too few a fee, all a board; two votes are open", async () => {
  const { items } = await get<{ items: Decided[] }>("/proposals");
  expect(items.map(toldVote)).toEqual(demoVoteResults);
});

describe("the demo's people", () => {
  test("each came by a letter, made a passkey, and holds the roles of their part", async () => {
    const { items } = await get<{ items: Seen[] }>("/people?limit=200");
    const rolesOf = (name: string) => items.find((one) => one.name === name)?.roles ?? [];
    expect(people.map(({ code }) => code)).toEqual(demoCast.map(({ code }) => code));
    for (const { name, roles } of demoCast) {
      expect(items.find((one) => one.name === name)).toMatchObject({
        state: "active",
        passkeys: 1,
      });
      const expectedRoles = roles.map(([role]) => role).toSorted();
      expect(
        rolesOf(name)
          .map(({ role }) => role)
          .toSorted(),
      ).toEqual(expectedRoles);
    }
    expect(items.filter(({ roles }) => roles.some(({ role }) => role === "officer"))).toHaveLength(
      2,
    );
  });

  test("a kept key signs its person in", async () => {
    const ida = people.find(({ code }) => code === "ida");
    const asked = await market.call("POST", "/api/v1/sign-in-challenges", { body: {} });
    const { challenge, rpId } = asked.body as { challenge: string; rpId: string };
    const passkey = await softwarePasskey(ida?.passkey);
    const signed = await passkey.sign({ challenge, rpId, origin: "http://localhost:8787" });
    const got = await market.call("POST", "/api/v1/sessions", {
      body: {},
      headers: { "Passkey-Assertion": travelling(signed) },
    });
    expect([got.status, got.body["kind"]]).toEqual([201, "member"]);
  });
});

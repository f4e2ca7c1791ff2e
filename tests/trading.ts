import type { Market } from "./market.ts";
import { openDoubles } from "./doubles.ts";
import { addHousehold } from "./households.ts";
import { openMarket, setUp } from "./market.ts";
import { openShop, type Sold } from "./shop.ts";

/** A wish for units of a thing: wanted, and tolerated beyond it. */
export type Wish = readonly [name: string, units: number, tolerated?: number];

export interface LineRead {
  readonly id: string;
  readonly seq: number;
  readonly status: string;
  readonly allocatedMilli: number | null;
  readonly deliveredMilli: number | null;
  readonly actualGrams: number | null;
  readonly estimatedCents: number;
  readonly finalCents: number | null;
}

/** A shop with an open cycle, and what tests do to it through the API, as its officer. */
export async function openTrade(sold: readonly Sold[], rules: Record<string, string> = {}) {
  const doubles = await openDoubles();
  const market = await openMarket(undefined, doubles);
  const officer = await setUp(market, rules);
  const shop = openShop(market, sold);
  const { cycleId } = shop;
  const path = `/api/v1/cycles/${cycleId}`;
  const get = async <T>(what: string) =>
    (await market.call<T>("GET", `${path}${what}`, { token: officer })).body;
  const act = (what: string, body: object = {}, sent: object = {}) =>
    market.call("POST", `${path}${what}`, { token: officer, body, ...sent });
  return {
    market,
    doubles,
    officer,
    shop,
    path,
    get,
    act,
    /** The lines in order of `seq`. */
    lines: async () => (await get<{ items: LineRead[] }>("/lines?limit=200")).items,
    state: async () => (await get<{ state: string }>("")).state,
    order: (wishes: readonly Wish[], own: object = {}) =>
      placeOrder(market, { ...shop, wishes, own }),
    household: (cents: number) => fillWallet(market, officer, cents),
    rows: (sql: string) => market.database.prepare(sql).raw().all([]) as unknown[][],
    close: async () => {
      await market.close();
      await doubles.close();
    },
  };
}

export type Trade = Awaited<ReturnType<typeof openTrade>>;

/** Places an order of somebody who collects it, and pays then; gives its id. */
export async function placeOrder(
  market: Pick<Market, "call">,
  asked: {
    readonly cycleId: string;
    readonly pickupPointId: string;
    readonly offers: Readonly<Record<string, string>>;
    readonly wishes: readonly Wish[];
    readonly own?: object;
  },
): Promise<string> {
  const { token, ...own } = (asked.own ?? {}) as { token?: string };
  const body = {
    cycleId: asked.cycleId,
    contact: { name: "Anna Zeni", email: "anna@example.org", street: "via Cantarane 3" },
    place: asked.pickupPointId,
    payment: "at-pickup",
    lines: asked.wishes.map(([name, units, tolerated = 0]) => ({
      offerId: asked.offers[name],
      wantedMilli: Math.round(units * 1000),
      toleranceMilli: Math.round(tolerated * 1000),
    })),
    ...own,
  };
  const sent = token === undefined ? { body } : { body, token };
  const placed = await market.call<{ id: string }>("POST", "/api/v1/orders", sent);
  if (placed.status !== 201) throw new Error(`no order: ${JSON.stringify(placed.body)}`);
  return placed.body.id;
}

/** A household with so much in its wallet; orders of it are placed by the officer. */
async function fillWallet(market: Market, officer: string, amountCents: number) {
  const householdId = addHousehold(market);
  const body = { kind: "top-up", source: "bank", amountCents, note: "prova" };
  const path = `/api/v1/households/${householdId}/wallet/entries`;
  const filled = await market.call("POST", path, { token: officer, body });
  if (filled.status !== 201) throw new Error(`no wallet: ${JSON.stringify(filled.body)}`);
  return { householdId, contact: null, payment: "wallet", token: officer };
}

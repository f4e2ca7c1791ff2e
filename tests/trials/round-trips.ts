import assert from "node:assert/strict";
import type { Got, Sent } from "#tests/market.ts";
import { type RunningMarket, secret } from "#tests/running-market.ts";
import { openShop, type Shop } from "#tests/shop.ts";
import { addSession, cookie } from "#tests/signed-in.ts";
import { PAYMENTS, purchase } from "./buying.ts";
import type { TrialSize } from "./trial.ts";

/** A request, the answer it must get, and the most round trips to the database it may take. */
interface Counted {
  readonly name: string;
  readonly most: number;
  readonly status: number;
  readonly ask: () => Promise<Pick<Got, "status">>;
}

/**
 * Round trips to the database are the budget of a request (DESIGN §8): a list or a product takes
 * one, a change of the basket or a checkout two, and a refusal or a repeat at most one more. A
 * checkout by card writes its reservation first: one more, beside what the card provider takes.
 */
export async function roundTrips(market: RunningMarket, { say }: TrialSize): Promise<void> {
  const shop = openShop(market, [{ name: "uova", stockMilli: 8000 }, { name: "pane" }]);
  const counted = [...reads(market, shop), ...changes(market, shop), ...(await buys(market, shop))];
  const lines: string[] = [];
  for (const { name, most, status, ask } of counted) {
    const before = market.proxies.database.posts();
    const answer = await ask();
    const trips = market.proxies.database.posts() - before;
    assert.equal(answer.status, status, name);
    assert.ok(trips <= most, `${name}: ${trips} round trips, at most ${most}`);
    lines.push(`${name} ${trips}/${most}`);
  }
  say(`round trips: ${lines.join(", ")}`);
}

function reads(market: RunningMarket, shop: Shop): Counted[] {
  const get = (name: string, path: string, sent: Sent = {}): Counted => ({
    name,
    most: 1,
    status: 200,
    ask: () => market.call("GET", path, sent),
  });
  const signedIn = { token: market.officer };
  const person = { headers: cookie(addSession(market)) };
  return [
    get("page of the shelf", "/prodotti"),
    get("search", "/prodotti?q=uova"),
    get("first page", "/"),
    get("producers", "/produttori"),
    get("first page for a person", "/", person),
    get("product", `/api/v1/cycles/${shop.cycleId}/offers/${shop.offers["uova"]}`),
    get("list", `/api/v1/cycles/${shop.cycleId}/offers`),
    get("list, signed in", `/api/v1/cycles/${shop.cycleId}/offers`, signedIn),
    get("basket", "/api/v1/basket", { basket: secret() }),
    get("list of a person", `/api/v1/cycles/${shop.cycleId}/offers`, person),
    get(
      "product of a person",
      `/api/v1/cycles/${shop.cycleId}/offers/${shop.offers["uova"]}`,
      person,
    ),
    get("basket of a person", "/api/v1/basket", person),
    get("oneself", "/api/v1/me", person),
    get("own orders", "/api/v1/me/orders", person),
    get("page of the shelf for a person", "/prodotti", person),
    get("page of the basket for a person", "/cassetta", person),
    get("page of a shared basket", "/cassetta/condivisa/k3f9p2xa.rs"),
    get("page of the reports", "/rete/segnalazioni", signedIn),
  ];
}

function changes(market: RunningMarket, shop: Shop): Counted[] {
  const [basket, key] = [secret(), secret()];
  const set = (wantedMilli: number, own: string) =>
    market.call("PUT", `/api/v1/basket/lines/${shop.offers["uova"]}`, {
      basket,
      key: own,
      body: { wantedMilli },
    });
  const person = { headers: cookie(addSession(market)) };
  const own = (body: object, path: string, method: string) =>
    market.call(method, path, { ...person, key: secret(), body });
  const uova = `/api/v1/basket/lines/${shop.offers["uova"]}`;
  return [
    {
      name: "basket change of a person",
      most: 2,
      status: 200,
      ask: () => own({ wantedMilli: 1000 }, uova, "PUT"),
    },
    {
      name: "checkout of a person",
      most: 2,
      status: 201,
      ask: () => own(ofBasket(shop), "/api/v1/orders", "POST"),
    },
    { name: "basket change", most: 2, status: 200, ask: () => set(1000, key) },
    { name: "basket repeat", most: 3, status: 200, ask: () => set(1000, key) },
    { name: "basket refusal", most: 3, status: 422, ask: () => set(1500, secret()) },
  ];
}

function ofBasket({ cycleId, pickupPointId }: Shop): object {
  const contact = { name: "Anna Zenti", email: "anna@example.org" };
  return { cycleId, contact, place: pickupPointId, payment: "at-pickup", lines: null };
}

async function buys(market: RunningMarket, shop: Shop): Promise<Counted[]> {
  const counted: Counted[] = [];
  for (const payment of PAYMENTS) {
    const first = payment === "card" ? 3 : 2;
    const one = await purchase(market, shop, { payment, wanted: { uova: 1000 } });
    const much = await purchase(market, shop, { payment, wanted: { uova: 9000 } });
    counted.push(
      { name: `checkout by ${payment}`, most: first, status: 201, ask: () => one.send() },
      { name: `repeat by ${payment}`, most: first + 1, status: 201, ask: () => one.send() },
      { name: `refusal by ${payment}`, most: first + 1, status: 409, ask: () => much.send() },
    );
  }
  return counted;
}

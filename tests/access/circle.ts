import { id } from "#domain/kernel/ids.ts";
import { list } from "#tests/goods.ts";
import { addGroup, addHousehold, addToken } from "#tests/households.ts";
import type { Market } from "#tests/market.ts";
import { made } from "#tests/people.ts";
import { addPlannedRound } from "#tests/plans.ts";
import { openShop, type Shop } from "#tests/shop.ts";
import { addStanding } from "#tests/standing.ts";
import type { Things } from "./row.ts";

/** The secret of a link that leads nowhere. */
export const OFF = "x".repeat(43);

/** What members say and hold: `voices.ts` makes it. */
const NOT_OF_A_CIRCLE = {
  assembly: "",
  term: "",
  proposal: "",
  motion: "",
  member: "",
  transfer: "",
  amendment: "",
  comment: "",
  challenge: "",
  voice: "",
} as const;

/** A hub, a producer, a group and a household, with an order of it in an open cycle. */
export async function openCircle(market: Market, officer: string) {
  const shop = openShop(market, [{ name: "uova", stockMilli: 90_000 }]);
  const people = await gather(market, officer, shop);
  const firms = await enrol(market, officer, shop);
  const things: Things = {
    ...people,
    ...firms,
    ...driven(market, shop, firms.courier),
    plan: explained(
      market,
      addPlannedRound(market, shop.cycleId, { enterpriseId: id(firms.courier) }),
    ),
    hub: shop.hubId,
    cycle: shop.cycleId,
    place: shop.pickupPointId,
    offer: shop.offers["uova"] ?? "",
    token: valueIn(market, "SELECT holder FROM role_grant WHERE subject = ?", people.household),
    session: "",
    passkey: "",
    letter: "",
    effect: "",
    shown: "",
    grower: "",
    person: "",
    role: "",
    second: "",
    problem: "",
    ...NOT_OF_A_CIRCLE,
    link: OFF,
  };
  return { shop, things };
}

interface Placed {
  readonly id: string;
  readonly orderToken?: string;
  readonly lines: readonly { readonly id: string }[];
}

/** Who sells: registered as what they are, certified, opened to the hub, on its list. */
async function enrol(market: Market, officer: string, { producers, hubId, offers }: Shop) {
  const enterprise = producers["uova"] ?? "";
  const ask = <T = { readonly id: string }>(path: string, body: object) =>
    made<T>(market, officer, `/enterprises${path}`, body);
  const enter = market.database.prepare("INSERT INTO enterprise_role VALUES (?, ?, 0)");
  enter.run(enterprise, "producer");
  enter.run(hubId, "hub");
  const riders = { name: "Ciclofattorini", town: "Verona", land: "citta", leadDays: 0 };
  const days = { issuedOn: "2026-01-01", expiresOn: "2027-01-01" };
  const paper = { scheme: "bio-eu", body: "Ente", number: "1", ...days };
  const opened = { holderId: hubId, kinds: ["list-in-cycles"] };
  const given = await ask<{ items: { id: string }[] }>(`/${enterprise}/grants`, opened);
  const of = (column: string) =>
    valueIn(market, `SELECT ${column} FROM offer WHERE id = ?`, offers["uova"] ?? "");
  const variant = of("variant_id");
  await list(market, officer, hubId, [variant]);
  return {
    enterprise,
    courier: (await ask("", { ...riders, roles: ["courier"] })).id,
    certification: (await ask(`/${enterprise}/certifications`, paper)).id,
    grant: given.items[0]?.id ?? "",
    product: of("product_id"),
    variant,
    pool: of("pool_id"),
  };
}

/** Says what the numbers of a plan stand for: of nothing that anybody knows. */
function explained(market: Market, plan: string): string {
  const legend = { places: [{ kind: "hub", ref: "" }], stops: [], vehicles: [], leftOut: [] };
  market.database
    .prepare("INSERT INTO round_legend VALUES (?, ?)")
    .run([plan, JSON.stringify(legend)]);
  return plan;
}

/** What the courier drives in this cycle, and when its crates are handed out. */
function driven(market: Market, { cycleId, pickupPointId }: Shop, courier: string) {
  const [vehicle, shift, slot] = ["v", "s", "t"].map((end) => `${courier.slice(0, 25)}${end}`);
  const run = (sql: string, ...values: (string | undefined)[]) =>
    market.database.prepare(sql).run(values);
  run(
    `INSERT INTO vehicle VALUES
      (?, ?, 'Cargo 1', 'cargo-bike', 'bike', 1, 1, 1, 0, NULL, 0, 0, 0, 0, NULL)`,
    vehicle,
    courier,
  );
  const shifted = `INSERT INTO courier_shift VALUES
    (?, ?, ?, NULL, 'deliver', 5000, 6000, 0, 'test', NULL)`;
  run(shifted, shift, cycleId, vehicle);
  run("INSERT INTO slot VALUES (?, ?, 1020, 1080)", slot, pickupPointId);
  return { vehicle: vehicle ?? "", shift: shift ?? "", slot: slot ?? "" };
}

/** Who buys: a household of a group that shares the cycle, with its order. */
async function gather(market: Market, officer: string, shop: Shop) {
  const group = addGroup(market);
  market.database.prepare("INSERT INTO cycle_group VALUES (?, ?, 0)").run(shop.cycleId, group);
  const household = addHousehold(market, group);
  const ordered = orderIn(shop, { householdId: household });
  const order = await made<Placed>(market, officer, "/orders", ordered);
  const key = addToken(market, "household", household);
  addStanding(market, shop, { household, wants: { uova: 1000 } });
  const joining = askedToJoin(market, { household, group });
  return { household, group, key, joining, order: order.id, line: order.lines[0]?.id ?? "" };
}

/** The household asks, though it is in already: whose request it is is what is tried here. */
function askedToJoin(market: Market, asks: { household: string; group: string }): string {
  const joining = `${asks.household.slice(0, 25)}z`;
  market.database
    .prepare("INSERT INTO group_request VALUES (?, ?, ?, 0, 'test', NULL, NULL, NULL, NULL)")
    .run([joining, asks.group, asks.household]);
  return joining;
}

/** The one value that a query gives for an identifier. */
export function valueIn(market: Market, sql: string, of: string): string {
  const [value] = market.database.prepare(sql).pluck().all([of]) as string[];
  if (value === undefined) throw new Error(`nothing for ${sql}`);
  return value;
}

/** Somebody without a household orders: their link opens that order. */
export async function guestOrder(market: Market, shop: Shop) {
  const contact = { name: "Anna Zeni", email: "anna@example.org" };
  const body = orderIn(shop, { contact });
  const { body: placed } = await market.call<Placed>("POST", "/api/v1/orders", { body });
  const { id: order, orderToken: link = "" } = placed;
  return { order, link, line: placed.lines[0]?.id ?? "" };
}

function orderIn({ cycleId, pickupPointId, offers }: Shop, given: object) {
  const lines = [{ offerId: offers["uova"], wantedMilli: 1000 }];
  return { cycleId, place: pickupPointId, payment: "at-pickup", lines, ...given };
}

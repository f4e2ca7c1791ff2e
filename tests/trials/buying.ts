import type { HouseholdId } from "#domain/kernel/ids.ts";
import { addHousehold } from "#tests/households.ts";
import type { Got, Sent } from "#tests/market.ts";
import { type RunningMarket, secret } from "#tests/running-market.ts";
import type { Shop } from "#tests/shop.ts";

/** Every way to pay. */
export const PAYMENTS = ["wallet", "at-pickup", "card"] as const;
export type PaidWith = (typeof PAYMENTS)[number];

/** What a placed order, or its refusal, says that trials look at. */
export interface Told {
  readonly id: string;
  readonly code: string;
  readonly leftMilli?: number;
  readonly orderToken: string | null;
  readonly checkoutTotalCents: number;
  readonly lines: readonly { readonly id: string }[];
}

/** A buyer's request for an order, the same each time it is sent: as a client that retries. */
export interface Purchase {
  readonly key: string;
  readonly household: HouseholdId | null;
  /** Stands in the order's contact, so that the order is found again in the database. */
  readonly name: string;
  readonly sent: Sent;
  send(sent?: Partial<Sent>): Promise<Got<Told>>;
}

/** What is wanted, in thousandths, by the shop's names. */
export type Wanted = Readonly<Record<string, number>>;

/** Prepares a purchase: a new guest, or a new household with fifty euros in its wallet. */
export async function purchase(
  market: RunningMarket,
  shop: Shop,
  { payment, wanted }: { readonly payment: PaidWith; readonly wanted: Wanted },
): Promise<Purchase> {
  const household = payment === "wallet" ? await householdWithWallet(market) : null;
  const [key, name] = [secret(), secret()];
  const body = {
    cycleId: shop.cycleId,
    householdId: household,
    contact: { name, email: `${name.slice(0, 12)}@example.org` },
    place: shop.pickupPointId,
    payment,
    card: payment === "card" ? "card-ok" : null,
    lines: Object.entries(wanted).map(([thing, wantedMilli]) => ({
      offerId: shop.offers[thing],
      wantedMilli,
    })),
  };
  const sender = household === null ? { basket: secret() } : { token: market.officer };
  const sent = { ...sender, key, body };
  return {
    key,
    household,
    name,
    sent,
    send: (own = {}) => market.call<Told>("POST", "/api/v1/orders", { ...sent, ...own }),
  };
}

async function householdWithWallet(market: RunningMarket): Promise<HouseholdId> {
  const household = addHousehold(market);
  const { status, body } = await market.call(
    "POST",
    `/api/v1/households/${household}/wallet/entries`,
    { token: market.officer, body: { kind: "opening", amountCents: 5000 } },
  );
  if (status !== 201) throw new Error(`the wallet was not filled: ${JSON.stringify(body)}`);
  return household;
}

/** How many orders this one purchase came to: one, or none. */
export function ordersOf(market: RunningMarket, { name }: Purchase): number {
  const sql = "SELECT count(*) FROM order_contact WHERE name = ?";
  return Number(market.database.prepare(sql).pluck().all([name])[0]);
}

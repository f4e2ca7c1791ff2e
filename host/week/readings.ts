import type { Client } from "./client.ts";
import type { Names } from "./set-up.ts";
import type { Week } from "./week-files.ts";

/** What the API says of a settled cycle. */
export interface Readings {
  readonly lines: readonly LineRead[];
  readonly orders: readonly OrderRead[];
  readonly purchase: readonly PurchaseRead[];
  readonly statements: readonly StatementRead[];
  readonly places: readonly PlaceRead[];
  readonly books: BooksRead;
  /** Household of the file → what its wallet has. */
  readonly wallets: ReadonlyMap<string, number>;
}

export interface LineRead {
  readonly id: string;
  readonly orderId: string;
  readonly offerId: string;
  readonly enterpriseId: string;
  readonly status: string;
  readonly wantedMilli: number;
  readonly toleranceMilli: number;
  readonly allocatedMilli: number;
  readonly deliveredMilli: number;
  readonly actualGrams: number | null;
  readonly estimatedCents: number;
  readonly finalCents: number;
}

export interface OrderRead {
  readonly id: string;
  readonly payment: string;
  readonly lines: number;
  readonly goodsEstimatedCents: number;
  readonly checkoutTotalCents: number;
  readonly holdCents: number;
  readonly goodsFinalCents: number;
  readonly finalFeeCents: number;
  readonly finalTotalCents: number;
  readonly differenceCents: number;
  readonly capturedCents: number | null;
}

interface PurchaseRead {
  readonly offerId: string;
  readonly demandMilli: number;
  readonly toleranceMilli: number;
  readonly boxes: number | null;
  readonly orderedMilli: number;
}

interface StatementRead {
  readonly enterpriseId: string;
  readonly lines: number;
  readonly minimumCents: number;
  readonly orderedGrossCents: number;
  readonly status: string;
}

interface PlaceRead {
  readonly place: string;
  readonly orders: number;
  readonly lines: number;
  readonly loadGrams: number;
}

export interface VatRead {
  readonly rate: number;
  readonly grossCents: number;
  readonly vatCents: number;
  readonly netCents: number;
}

export interface BooksRead {
  readonly collectedCents: number;
  readonly goodsCents: number;
  readonly deliveryIncomeCents: number;
  readonly walletDebitedCents: number;
  readonly cardCapturedCents: number;
  readonly networkFeeCents: number;
  readonly payableCents: number;
  readonly producers: readonly {
    readonly enterpriseId: string;
    readonly goodsCents: number;
    readonly networkFeeCents: number;
    readonly payableCents: number;
    readonly vat: readonly VatRead[];
  }[];
  readonly vat: readonly VatRead[];
}

interface Items<T> {
  readonly items: readonly T[];
}

/** Reads every figure back from the public API. */
export async function readCycle(
  client: Client,
  week: Week,
  names: Names,
  cycleId: string,
): Promise<Readings> {
  const at = `/cycles/${cycleId}`;
  const [purchase, statements, places] = await Promise.all([
    client.get<Items<PurchaseRead>>(`${at}/purchase`),
    client.get<Items<StatementRead>>(`${at}/statements`),
    client.get<Items<PlaceRead>>(`${at}/places`),
  ]);
  return {
    lines: await client.list(`${at}/lines`),
    orders: await client.list(`${at}/orders`),
    purchase: purchase.items,
    statements: statements.items,
    places: places.items,
    books: await client.get(`${at}/books`),
    wallets: await readWallets(client, week, names),
  };
}

/** The balance of every wallet that pays: before the orders, and after the books. */
export async function readWallets(
  client: Client,
  { network }: Week,
  names: Names,
): Promise<Map<string, number>> {
  const balances = new Map<string, number>();
  for (const { id, payment } of network.households) {
    if (payment !== "wallet") continue;
    const path = `/households/${names.households.get(id)}/wallet`;
    balances.set(id, (await client.get<{ balanceCents: number }>(path)).balanceCents);
  }
  return balances;
}

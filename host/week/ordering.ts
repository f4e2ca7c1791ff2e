import { ApiRefused, type Client } from "./client.ts";
import type { Names } from "./set-up.ts";
import type { AttemptsFile, CycleFile, NetworkFile, Week } from "./week-files.ts";

type Attempt = AttemptsFile["attempts"][number];
type Household = NetworkFile["households"][number];
type Wish = Pick<CycleFile["lines"][number], "product" | "qty_milli" | "tolerance_milli">;

/** What was ordered, by the files' own names. */
export interface Ordered {
  /** Household → order. */
  readonly orders: ReadonlyMap<string, string>;
  /** Line in the file → line of the API. */
  readonly lines: ReadonlyMap<string, string>;
  readonly attempts: readonly TriedOrder[];
}

export interface TriedOrder {
  readonly id: string;
  readonly accepted: boolean;
  readonly balance_after_cents: number;
}

interface Placed {
  readonly id: string;
  readonly lines: readonly { readonly id: string }[];
}

interface Changed {
  readonly lineId: string;
}

interface Wallet {
  readonly availableCents: number;
}

/** Plays the lines of a week in order of `seq`, each attempt at its place between them. */
export async function placeOrders(
  client: Client,
  week: Week,
  names: Names,
  cycle: { readonly id: string; readonly offers: ReadonlyMap<string, string> },
): Promise<Ordered> {
  const player = new Player(client, week, names, cycle);
  const lines = week.cycle.lines.toSorted((a, b) => a.seq - b.seq);
  const attempts = week.attempts?.attempts ?? [];
  await player.tryThose(attempts.filter((attempt) => attempt.after_seq < (lines[0]?.seq ?? 1)));
  for (const [index, line] of lines.entries()) {
    await player.order(line);
    const next = lines[index + 1]?.seq ?? Number.POSITIVE_INFINITY;
    const due = ({ after_seq: after }: Attempt) => after >= line.seq && after < next;
    await player.tryThose(attempts.filter(due));
  }
  return player;
}

/** Who orders what: one order a household, made with its first line. */
class Player implements Ordered {
  readonly orders = new Map<string, string>();
  readonly lines = new Map<string, string>();
  readonly attempts: TriedOrder[] = [];
  readonly #client: Client;
  readonly #week: Week;
  readonly #names: Names;
  readonly #cycle: { readonly id: string; readonly offers: ReadonlyMap<string, string> };

  constructor(
    client: Client,
    week: Week,
    names: Names,
    cycle: { readonly id: string; readonly offers: ReadonlyMap<string, string> },
  ) {
    this.#client = client;
    this.#week = week;
    this.#names = names;
    this.#cycle = cycle;
  }

  async order(line: CycleFile["lines"][number]): Promise<void> {
    const { orderId, lineId } = await this.#place(this.#household(line.household), line);
    this.orders.set(line.household, orderId);
    this.lines.set(line.id, lineId);
  }

  /** Each attempt stands alone: an accepted one is withdrawn before the next is tried. */
  async tryThose(attempts: readonly Attempt[]): Promise<void> {
    for (const attempt of attempts) this.attempts.push(await this.#try(attempt));
  }

  async #try(attempt: Attempt): Promise<TriedOrder> {
    const household = this.#household(attempt.household);
    const hadOrder = this.orders.has(attempt.household);
    try {
      const { orderId, lineId } = await this.#place(household, attempt);
      const after = await this.#balanceAfter(household, orderId);
      await (hadOrder
        ? this.#client.write("DELETE", `/orders/${orderId}/lines/${lineId}`)
        : this.#client.write("POST", `/orders/${orderId}/cancellation`, {}));
      return { id: attempt.id, accepted: true, balance_after_cents: after };
    } catch (error) {
      if (!(error instanceof ApiRefused) || error.body["code"] !== "wallet-floor") throw error;
      const after = Number(error.body["balanceAfterCents"]);
      return { id: attempt.id, accepted: false, balance_after_cents: after };
    }
  }

  /** What the wallet has left; a card's order is set against the wallet for information. */
  async #balanceAfter(household: Household, orderId: string): Promise<number> {
    const wallet = await this.#client.get<Wallet>(
      `/households/${this.#names.households.get(household.id)}/wallet`,
    );
    if (household.payment === "wallet") return wallet.availableCents;
    const order = await this.#client.get<{ goodsEstimatedCents: number }>(`/orders/${orderId}`);
    return wallet.availableCents - order.goodsEstimatedCents;
  }

  async #place(household: Household, wish: Wish): Promise<{ orderId: string; lineId: string }> {
    const asked = {
      offerId: this.#cycle.offers.get(wish.product),
      wantedMilli: wish.qty_milli,
      toleranceMilli: wish.tolerance_milli,
    };
    const card = household.payment === "card" ? "card-ok" : null;
    const known = this.orders.get(household.id);
    if (known !== undefined) {
      const path = `/orders/${known}/lines`;
      const { lineId } = await this.#client.write<Changed>("POST", path, { ...asked, card });
      return { orderId: known, lineId };
    }
    const placed = await this.#client.write<Placed>("POST", "/orders", {
      cycleId: this.#cycle.id,
      householdId: this.#names.households.get(household.id),
      place: this.#names.places.get(household.fulfilment) ?? "home",
      slotId: this.#names.windows.get(household.window?.join("-") ?? "") ?? null,
      payment: household.payment,
      card,
      lines: [asked],
    });
    return { orderId: placed.id, lineId: placed.lines[0]?.id ?? "" };
  }

  #household(id: string): Household {
    const found = this.#week.network.households.find((household) => household.id === id);
    if (found === undefined) throw new Error(`household ${id} is not in network.json`);
    return found;
  }
}

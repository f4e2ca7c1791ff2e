import type { DemoShortage, DemoWeight } from "#schema/demo/orders.ts";
import type { DeliveredCycle } from "./calendar.ts";
import { eightAtATime, named, type Stage, type Told } from "./stage.ts";
import type { Trading } from "./trade.ts";

/** What came of a cycle's orders, by the demo's names. */
export interface DeliveryFacts {
  readonly weights: readonly DemoWeight[];
  readonly shortages: readonly DemoShortage[];
  /** Empties that came back over the counter. */
  readonly returns: readonly { readonly household: string; readonly containers: number }[];
}

/** A cycle whose orders have come: its offers, and its orders by household. */
export interface Ordered {
  readonly trading: Trading;
  readonly orders: ReadonlyMap<string, string>;
}

interface PlacedLine {
  readonly id: string;
  readonly orderId: string;
  readonly offerId: string;
  readonly enterpriseId: string;
}

/** Takes a cycle from its close to the evening of its delivery, each deed at its own hour. */
export async function deliver(
  stage: Stage,
  { client }: Told,
  cycle: DeliveredCycle,
  { trading, orders }: Ordered,
  facts: DeliveryFacts,
): Promise<void> {
  const at = `/cycles/${trading.id}`;
  stage.clock.set(cycle.closesAt);
  await client.write("POST", `${at}/closure`, {});
  await client.write("POST", `${at}/dispatch`, {});
  // Who drives is known: the clock asks the planner for their rounds.
  await stage.tick();
  const lines = await client.list<PlacedLine>(`${at}/lines`);
  stage.clock.set(cycle.arrivesAt);
  const enterpriseIds = [...new Set(lines.map(({ enterpriseId }) => enterpriseId))];
  await client.write("POST", `${at}/arrivals`, { enterpriseIds });
  for (const { product, missingMilli } of facts.shortages) {
    const offerId = named(trading.offers, product);
    await client.write("POST", `${at}/shortages`, { offerId, missingMilli });
  }
  const weights = weighed(facts.weights, lines, { trading, orders });
  if (weights.length > 0) await client.write("POST", `${at}/weights`, { weights });
  stage.clock.set(cycle.handedOutAt);
  await eightAtATime([...orders], async ([household, order]) => {
    const returned = facts.returns.find((one) => one.household === household);
    const body = { returnedContainers: returned?.containers ?? 0 };
    await client.write("POST", `/orders/${order}/hand-out`, body);
  });
  await client.write("POST", `${at}/delivery`, {});
}

/** Closes the books of a cycle that was delivered, and lets its cards be charged. */
export async function settle(
  stage: Stage,
  { client }: Told,
  { settledAt }: DeliveredCycle,
  { trading }: Ordered,
): Promise<void> {
  stage.clock.set(settledAt);
  await client.write("POST", `/cycles/${trading.id}/settlement`, {});
}

function weighed(
  weights: readonly DemoWeight[],
  lines: readonly PlacedLine[],
  { trading, orders }: Ordered,
) {
  const byPlace = new Map(lines.map((line) => [`${line.orderId} ${line.offerId}`, line.id]));
  return weights.map(({ household, product, grams }) => {
    const place = `${named(orders, household)} ${named(trading.offers, product)}`;
    return { lineId: named(byPlace, place), grams };
  });
}

import { openTrade, type Trade } from "./trading.ts";

/** A guest's order of two boxes of eggs and a cheese. */
export interface PlacedOrder {
  readonly order: string;
  /** The line of the eggs: 2 at 3.10. */
  readonly line: string;
}

/** A shop that sells eggs by the box and cheese by weight. */
export function openEggs(): Promise<Trade> {
  return openTrade([
    { name: "uova", priceCents: 310 },
    { name: "monte", kind: "variable", priceCents: 1980, nominalGrams: 500 },
  ]);
}

/** An order that was weighed and delivered, and waits at the counter. */
export async function deliveredOrder(trade: Trade, own: object = {}): Promise<PlacedOrder> {
  const wishes = [
    ["uova", 2],
    ["monte", 1],
  ] as const;
  const order = await trade.order(wishes, own);
  await trade.act("/closure");
  await trade.act("/dispatch");
  const cheese = (await trade.lines()).find(({ seq }) => seq === 2);
  await trade.act("/weights", { weights: [{ lineId: cheese?.id, grams: 500 }] });
  await trade.act("/delivery");
  const line = (await trade.lines()).find(({ seq }) => seq === 1)?.id ?? "";
  return { order, line };
}

/** It goes over the counter. */
export function handOut({ market, officer }: Trade, { order }: PlacedOrder) {
  return market.call("POST", `/api/v1/orders/${order}/hand-out`, { token: officer, body: {} });
}

/** An order that was handed out and charged. */
export async function settledOrder(trade: Trade, own: object = {}): Promise<PlacedOrder> {
  const placed = await deliveredOrder(trade, own);
  await handOut(trade, placed);
  await trade.act("/settlement");
  await trade.market.tick();
  return placed;
}

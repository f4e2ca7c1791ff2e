import { earlierTopUps, earlierWeeks } from "#schema/demo/earlier-weeks.ts";
import type { DeliveredCycle } from "./calendar.ts";
import { deliver, settle } from "./delivery.ts";
import type { Stage, Told } from "./stage.ts";
import { placeOrders, publishCycle, topUpWallets } from "./trade.ts";

/** Plays the weeks of the months before, each from its orders to its books, and what follows it. */
export async function playEarlierWeeks(
  stage: Stage,
  told: Told,
  cycles: readonly DeliveredCycle[],
  afterWeek: readonly (() => Promise<void>)[],
): Promise<void> {
  await topUpWallets(told, earlierTopUps);
  for (const [index, { orders: wished, weights }] of earlierWeeks.entries()) {
    const cycle = cycles[index];
    if (cycle === undefined) throw new Error("the demo has more earlier weeks than days for them");
    const { opensAt: from, closesAt: until } = cycle;
    const trading = await publishCycle(told, cycle);
    const orders = await placeOrders(stage, told, trading, { orders: wished, from, until });
    const ordered = { trading, orders };
    await deliver(stage, told, cycle, ordered, { weights, shortages: [], returns: [] });
    await settle(stage, told, cycle, ordered);
    // Twice: what settling asks of the card provider may leave more to do.
    await stage.tick();
    await stage.tick();
    await afterWeek[index]?.();
  }
}

import { lastWeekReturns, lastWeekShortages, lastWeekWeights } from "#schema/demo/last-week.ts";
import type { DemoCalendar } from "./calendar.ts";
import { answerProblems, reportProblems } from "./problems.ts";
import { eightAtATime, named, type Stage, type Told } from "./stage.ts";
import type { Trading } from "./trade.ts";

interface PlacedLine {
  readonly id: string;
  readonly orderId: string;
  readonly offerId: string;
}

/** Takes last week from its close to its books, each deed at its own hour. */
export async function deliverLastWeek(
  stage: Stage,
  told: Told,
  calendar: DemoCalendar,
  { trading, orders }: { readonly trading: Trading; readonly orders: ReadonlyMap<string, string> },
): Promise<void> {
  const { client, names } = told;
  const at = `/cycles/${trading.id}`;
  stage.clock.set(calendar.lastWeek.closesAt);
  await client.write("POST", `${at}/closure`, {});
  await client.write("POST", `${at}/dispatch`, {});
  stage.clock.set(calendar.arrivesAt);
  const enterpriseIds = [...names.producers.values()];
  await client.write("POST", `${at}/arrivals`, { enterpriseIds });
  for (const { product, missingMilli } of lastWeekShortages) {
    const offerId = named(trading.offers, product);
    await client.write("POST", `${at}/shortages`, { offerId, missingMilli });
  }
  const lines = await client.list<PlacedLine>(`${at}/lines`);
  await client.write("POST", `${at}/weights`, { weights: weighed(lines, trading, orders) });
  stage.clock.set(calendar.handedOutAt);
  await eightAtATime([...orders], async ([household, order]) => {
    const returned = lastWeekReturns.find((one) => one.household === household);
    const body = { returnedContainers: returned?.containers ?? 0 };
    await client.write("POST", `/orders/${order}/hand-out`, body);
  });
  await client.write("POST", `${at}/delivery`, {});
  await reportProblems(stage, told, calendar, { trading, orders });
  stage.clock.set(calendar.settledAt);
  await client.write("POST", `${at}/settlement`, {});
  await answerProblems(stage, told, calendar, { trading, orders });
}

function weighed(
  lines: readonly PlacedLine[],
  { offers }: Trading,
  orders: ReadonlyMap<string, string>,
) {
  const byPlace = new Map(lines.map((line) => [`${line.orderId} ${line.offerId}`, line.id]));
  return lastWeekWeights.map(({ household, product, grams }) => {
    const place = `${named(orders, household)} ${named(offers, product)}`;
    return { lineId: named(byPlace, place), grams };
  });
}

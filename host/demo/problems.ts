import { HOUR, later } from "#domain/kernel/instant.ts";
import { lastWeekProblems } from "#schema/demo/problems.ts";
import type { DeliveredCycle } from "./calendar.ts";
import type { Ordered } from "./delivery.ts";
import { named, type Stage, type Told } from "./stage.ts";

interface OrderLine {
  readonly id: string;
  readonly offerId: string;
}

/** In the evening people look into their crates, and some things are not as they should be. */
export async function reportProblems(
  stage: Stage,
  { client }: Told,
  { handedOutAt }: DeliveredCycle,
  { trading, orders }: Ordered,
): Promise<void> {
  stage.clock.set(later(handedOutAt, 3 * HOUR));
  for (const { household, product, answer: _, ...problem } of lastWeekProblems) {
    const path = `/orders/${named(orders, household)}`;
    const { lines } = await client.get<{ lines: readonly OrderLine[] }>(path);
    const offerId = named(trading.offers, product);
    const line = lines.find((one) => one.offerId === offerId);
    if (line === undefined) throw new Error(`${household} ordered no ${product}`);
    await client.write("POST", `${path}/lines/${line.id}/problem`, problem);
  }
}

interface Reported {
  readonly id: string;
  readonly orderId: string;
  readonly proposedCents: number;
}

/** The network answers what it can, once the week is paid; one report still waits. */
export async function answerProblems(
  stage: Stage,
  { client }: Told,
  { settledAt }: DeliveredCycle,
  { orders }: Ordered,
): Promise<void> {
  stage.clock.set(later(settledAt, HOUR));
  const reported = await client.list<Reported>("/problems");
  for (const { household, answer } of lastWeekProblems) {
    const order = named(orders, household);
    const problem = reported.find(({ orderId }) => orderId === order);
    if (answer === null || problem === undefined) continue;
    const refund = answer.verdict === "accepted" ? { refundCents: problem.proposedCents } : {};
    await client.write("POST", `/problems/${problem.id}/answer`, { ...answer, ...refund });
  }
}

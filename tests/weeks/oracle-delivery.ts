/** Delivery by RULES §5: who loses what to a shortage, what each line costs, how it ended. */
import { exact, halfUp, product as times } from "./exact.ts";
import type { ExpectedLine, LineStatus } from "./expected-file.ts";
import type { Asked, Bought } from "./oracle-close.ts";
import type { CycleFile, ProductEntry } from "./week-files.ts";

/** A line at the end of the week, with what the sums after it need to know. */
export interface Settled {
  readonly asked: Asked;
  readonly row: ExpectedLine;
}

/** Settles every line, in order of `seq`. */
export function settle(
  cycle: CycleFile,
  asked: readonly Asked[],
  bought: ReadonlyMap<string, Bought>,
): Settled[] {
  const lost = losses(cycle, asked, bought);
  return asked.map((one) => {
    const { line } = one;
    const purchase = bought.get(line.product);
    const allocated = purchase?.allocated.get(line.id) ?? 0;
    const missing = lost.get(line.id) ?? 0;
    const facts = { allocated, lost: missing, cancelled: purchase?.cancelled ?? false };
    return { asked: one, row: settledLine(one, facts, weighedGrams(cycle, line.id)) };
  });
}

interface Outcome {
  readonly allocated: number;
  readonly lost: number;
  readonly cancelled: boolean;
}

function settledLine(one: Asked, outcome: Outcome, weighed: number): ExpectedLine {
  const { line, product, estimate } = one;
  const delivered = outcome.allocated - outcome.lost;
  const isWeighed = product.kind === "variable" && delivered > 0;
  return {
    id: line.id,
    seq: line.seq,
    household: line.household,
    product: line.product,
    qty_milli: line.qty_milli,
    tolerance_milli: line.tolerance_milli,
    allocated_milli: outcome.allocated,
    status: statusOf(line.qty_milli, outcome),
    ...(isWeighed ? { actual_grams: weighed } : {}),
    delivered_milli: delivered,
    estimated_cents: estimate,
    final_cents: finalCents(product, delivered, weighed),
  };
}

/** Price by thousandths delivered, or by grams weighed; nothing delivered costs nothing. */
function finalCents(product: ProductEntry, delivered: number, weighed: number): number {
  if (delivered === 0) return 0;
  const measured = product.kind === "variable" ? weighed : delivered;
  return halfUp(times(exact(product.price_cents), exact(measured, 1000)));
}

function statusOf(wanted: number, { allocated, lost, cancelled }: Outcome): LineStatus {
  if (cancelled) return "cancelled_minimum";
  if (lost > 0) return lost === allocated ? "not_delivered" : "short_delivered";
  if (allocated === 0) return "cut_by_box";
  return allocated < wanted ? "partly_cut_by_box" : "delivered";
}

/** By line id, what it loses: the latest order first, its whole line before the next one. */
function losses(
  cycle: CycleFile,
  asked: readonly Asked[],
  bought: ReadonlyMap<string, Bought>,
): Map<string, number> {
  const lost = new Map<string, number>();
  for (const shortage of cycle.delivery_facts.shortages) {
    const allocated = bought.get(shortage.product)?.allocated;
    let missing = shortage.missing_milli;
    for (const { line } of asked.toReversed()) {
      if (line.product !== shortage.product) continue;
      const has = allocated?.get(line.id) ?? 0;
      const loses = missing < has ? missing : has;
      lost.set(line.id, loses);
      missing -= loses;
    }
  }
  return lost;
}

function weighedGrams(cycle: CycleFile, line: string): number {
  return cycle.delivery_facts.actual_grams[line] ?? 0;
}

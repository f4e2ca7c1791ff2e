import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId, EnterpriseId } from "#domain/kernel/ids.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type ProducerSettlement, settleProducerSums } from "#domain/orders/settlement.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type ProducerRow, producersOf } from "#store/cycle-reads.ts";
import { cycleById } from "#store/cycles.ts";
import { grantsInCycle } from "#store/enterprise-grants.ts";
import { versionsForAll } from "#store/rules.ts";
import { soldInCycle } from "#store/settlements.ts";
import { minimumAt } from "./allocation.ts";

/** What one producer sold in a cycle, and what it is owed for it. */
export interface ProducerStatement extends ProducerSettlement {
  readonly enterpriseId: EnterpriseId;
  readonly name: string;
  readonly lines: number;
  readonly minimumCents: Cents;
  readonly orderedGrossCents: Cents;
  /** "ordered" until the cycle is allocated. */
  readonly status: "no_orders" | "ordered" | "cancelled_minimum" | "delivered";
}

/** The producers' statements of a cycle: sales, fee, payout, VAT. A producer sees its own. */
export async function showStatements(
  request: Request,
  cycleId: CycleId,
): Promise<Outcome<{ readonly items: readonly ProducerStatement[] }, AccessRefusal>> {
  const { known, principal } = await look(request, {
    cycle: cycleById(cycleId),
    producers: producersOf(cycleId),
    sold: soldInCycle(cycleId, "all"),
    minimums: versionsForAll("producer-minimum"),
    given: grantsInCycle(cycleId, "see-statements"),
  });
  const { cycle, producers, sold, minimums, given } = known;
  const isShown = ({ enterpriseId: producer }: ProducerRow) => {
    const subjects = { producer, hub: cycle?.hubId ?? null };
    return allow(principal, "producer-statement.read", subjects, given).ok;
  };
  const isAnyones = allow(principal, "producer-statement.read", { hub: cycle?.hubId ?? null });
  const own = producers.filter(isShown);
  if (own.length === 0 && !isAnyones.ok) return isAnyones;
  if (cycle === null) return refuse({ code: "not-found", what: "cycle" });
  const isDelivered = cycle.state === "delivered" || cycle.state === "settled";
  const items = own.map((row) => ({
    enterpriseId: row.enterpriseId,
    name: row.name,
    lines: row.lines,
    minimumCents: minimumAt({ network: [], minimums }, row.enterpriseId, cycle.closesAt),
    orderedGrossCents: row.estimatedCents,
    status: statusOf(row, isDelivered),
    ...settleProducerSums(sold.filter((part) => part.enterpriseId === row.enterpriseId)),
  }));
  return accept({ items });
}

function statusOf(row: ProducerRow, isDelivered: boolean): ProducerStatement["status"] {
  if (row.lines === 0) return "no_orders";
  if (row.isCancelled) return "cancelled_minimum";
  return isDelivered ? "delivered" : "ordered";
}

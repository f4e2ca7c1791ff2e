import type { CycleId, EnterpriseId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { cycleState } from "#domain/orders/cycle-state.ts";
import type { Database, Statement } from "#ports/database.ts";
import {
  linesOfNext,
  nextToAllocate,
  offersAsked,
  type OfferToBuy,
  STEP_DONE,
  type VersionedLine,
} from "#store/allocations.ts";
import {
  appendCycleEvent,
  CYCLE_CHANGED,
  CYCLE_STATE,
  cycleById,
  type CycleRow,
} from "#store/cycles.ts";
import { LINE_CHANGED } from "#store/line-events.ts";
import { networkRules, versionsForAll } from "#store/rules.ts";
import { readBatch } from "#store/statement.ts";
import { OVERSOLD, QUOTA_EXCEEDED } from "#store/stock.ts";
import { allocateProducer, type ClosingRules, minimumAt, strategyAt } from "./allocation.ts";
import { takeSteps } from "./steps.ts";

/** Who takes a cycle further, and when. */
export interface Run {
  readonly database: Database;
  readonly now: Instant;
  /** How history names who does it. */
  readonly actor: string;
}

/** Guards that say only that somebody else was faster. */
export const RACES = [
  CYCLE_CHANGED,
  CYCLE_STATE,
  LINE_CHANGED,
  STEP_DONE,
  OVERSOLD,
  QUOTA_EXCEEDED,
] as const;

/**
 * The close: a cycle whose time has come is closed, then one producer after the other is
 * allocated, each in a batch of its own and once in this round; then the cycle is allocated.
 */
export function closeSteps(run: Run, cycleId: CycleId): Promise<void> {
  return takeSteps(run.database, () => nextStep(run, cycleId), RACES);
}

async function nextStep(run: Run, cycleId: CycleId): Promise<readonly Statement[] | null> {
  const { cycle, turn, lines, offers, network, minimums } = await readBatch(run.database, {
    cycle: cycleById(cycleId),
    turn: nextToAllocate(cycleId),
    lines: linesOfNext(cycleId),
    offers: offersAsked(cycleId, run.now),
    network: networkRules(),
    minimums: versionsForAll("producer-minimum"),
  });
  if (cycle === null || cycleState(cycle, run.now) !== "closed") return null;
  const isOver = cycle.state === "published" || cycle.state === "completing";
  if (isOver) return [eventOf(run, cycle, "closed")];
  if (turn === null || turn.enterpriseId === null) return [eventOf(run, cycle, "allocated")];
  const rules = { network, minimums };
  const booked = bookedBy(cycle, turn.enterpriseId, { lines, offers, rules });
  const done = { round: turn.round, at: run.now, actor: run.actor };
  return allocateProducer(cycle, booked, done);
}

/** One producer's lines with the rules that were in force when the cycle closed. */
function bookedBy(
  cycle: CycleRow,
  enterpriseId: EnterpriseId,
  known: {
    readonly lines: readonly VersionedLine[];
    readonly offers: readonly OfferToBuy[];
    readonly rules: ClosingRules;
  },
) {
  const { lines, offers, rules } = known;
  return {
    enterpriseId,
    lines,
    offers,
    strategy: strategyAt(rules, cycle.closesAt),
    minimumCents: minimumAt(rules, enterpriseId, cycle.closesAt),
  };
}

export function eventOf(
  { now, actor }: Run,
  { id: cycleId, version }: CycleRow,
  kind: "closed" | "allocated" | "sent" | "settled",
): Statement {
  return appendCycleEvent({ cycleId, version, kind, at: now, actor });
}

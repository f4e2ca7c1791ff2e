import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId, EnterpriseId, OfferId } from "#domain/kernel/ids.ts";
import { type Cents, cents, subtractCents } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type BoxProgress, boxProgress } from "#domain/orders/box-progress.ts";
import type { ClosedOffer, ClosedProducer } from "#domain/orders/close.ts";
import { cycleState } from "#domain/orders/cycle-state.ts";
import type { LineState } from "#domain/orders/line.ts";
import type { CycleRefusal } from "#domain/orders/refusals.ts";
import type { AllocationStrategy } from "#domain/orders/rules.ts";
import { ofHub } from "#market/cycles/cycle-view.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { linesOfCycle, offersAsked } from "#store/allocations.ts";
import { producersOf, purchaseOf } from "#store/cycle-reads.ts";
import { cycleById } from "#store/cycles.ts";
import { networkRules, versionsForAll } from "#store/rules.ts";
import { closeBooked, minimumAt, strategyAt } from "./allocation.ts";

/** One producer as the close would leave it. */
export interface ProducerPreview extends Pick<
  ClosedProducer,
  "orderedGrossCents" | "meetsMinimum"
> {
  readonly enterpriseId: EnterpriseId;
  readonly minimumCents: Cents;
  readonly offers: readonly ClosedOffer[];
  readonly lines: readonly (Pick<LineState, "status" | "allocatedMilli"> & {
    readonly id: string;
    readonly seq: number;
    readonly reason: string;
  })[];
}

export interface AllocationPreview {
  readonly strategy: AllocationStrategy;
  readonly producers: readonly ProducerPreview[];
}

/** What would be bought and who would get it, were the cycle closed now. It changes nothing. */
export async function previewAllocation(
  request: Request,
  asked: { readonly cycleId: CycleId; readonly strategy: AllocationStrategy | null },
): Promise<Outcome<AllocationPreview, AccessRefusal | CycleRefusal>> {
  const { cycleId } = asked;
  const { now } = request.ports;
  const { known, principal } = await look(request, {
    cycle: cycleById(cycleId),
    lines: linesOfCycle(cycleId),
    offers: offersAsked(cycleId, now),
    network: networkRules(),
    minimums: versionsForAll("producer-minimum"),
  });
  const managed = ofHub(known.cycle, principal, "cycles.manage");
  if (!managed.ok) return managed;
  const state = cycleState(managed.value, now);
  const isTaking = state === "open" || state === "completing";
  if (!isTaking) return refuse({ code: "cycle-state", state, act: "previewed" });
  const { closesAt } = managed.value;
  const strategy = asked.strategy ?? strategyAt(known, closesAt);
  const byProducer = Map.groupBy(known.lines, ({ enterpriseId }) => enterpriseId);
  const producers = [...byProducer].map(([enterpriseId, lines]) => {
    const minimumCents = minimumAt(known, enterpriseId, closesAt);
    const { offers } = known;
    const closed = closeBooked({ enterpriseId, lines, offers, strategy, minimumCents });
    return { ...viewClosed(closed), enterpriseId, minimumCents };
  });
  return accept({ strategy, producers });
}

function viewClosed({ orderedGrossCents, meetsMinimum, offers, lines }: ClosedProducer) {
  return {
    orderedGrossCents,
    meetsMinimum,
    offers,
    lines: lines.map(({ lineId, seq, reason, state }) => ({
      id: lineId,
      seq,
      reason,
      status: state.status,
      allocatedMilli: state.allocatedMilli,
    })),
  };
}

/** A producer of an open cycle, as everyone may see it: how far it is from going through. */
export interface ProducerProgress {
  readonly enterpriseId: EnterpriseId;
  readonly name: string;
  readonly lines: number;
  readonly orderedGrossCents: Cents;
  readonly minimumCents: Cents;
  /** What has to be ordered more; 0 once the minimum is met. */
  readonly missingCents: Cents;
  readonly offers: readonly {
    readonly offerId: OfferId;
    /** Null for what is sold loose. */
    readonly box: BoxProgress | null;
  }[];
}

/** The live distance of each producer to its minimum, and of each offer to its next box. */
export async function showProgress(
  request: Request,
  cycleId: CycleId,
): Promise<Outcome<{ readonly items: readonly ProducerProgress[] }, AccessRefusal>> {
  const { known, principal } = await look(request, {
    cycle: cycleById(cycleId),
    producers: producersOf(cycleId),
    purchase: purchaseOf(cycleId),
    minimums: versionsForAll("producer-minimum"),
  });
  const allowed = allow(principal, "cycles.read");
  if (!allowed.ok) return allowed;
  const { cycle, producers, purchase, minimums } = known;
  if (cycle === null) return refuse({ code: "not-found", what: "cycle" });
  const items = producers.map(({ enterpriseId, name, lines, estimatedCents }) => {
    const rules = { network: [], minimums };
    const minimumCents = minimumAt(rules, enterpriseId, cycle.closesAt);
    const missing = subtractCents(minimumCents, estimatedCents);
    const own = purchase.filter((row) => row.enterpriseId === enterpriseId);
    return {
      enterpriseId,
      name,
      lines,
      orderedGrossCents: estimatedCents,
      minimumCents,
      missingCents: missing > 0 ? missing : cents(0),
      offers: own.map((row) => ({ offerId: row.offerId, box: boxProgress(row, row) })),
    };
  });
  return accept({ items });
}

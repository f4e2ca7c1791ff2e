import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import type { LineId } from "#domain/kernel/ids.ts";
import { addCents, type Cents, ZERO } from "#domain/kernel/money.ts";
import {
  addMilli,
  leastMilli,
  type Milli,
  milli,
  subtractMilli,
  sumMilli,
  unitsToMilli,
} from "#domain/kernel/quantity.ts";
import { estimate } from "./estimate.ts";
import type { LineStatus } from "./line.ts";
import type { AllocationStrategy } from "./rules.ts";
import { shareByWeight, shareEvenly, shareInTurn } from "./shares.ts";

/** A line as the close finds it. `seq` is its place in time: the smallest came first. */
export interface AskedLine {
  readonly lineId: LineId;
  readonly seq: number;
  readonly wantedMilli: Milli;
  readonly toleranceMilli: Milli;
  /** What this household already lost in this close, in cents; only equal cost looks at it. */
  readonly cutBefore?: Cents;
}

/** How an offer is bought when its cycle closes. */
export interface Buying {
  readonly terms: OfferTerms;
  readonly strategy: AllocationStrategy;
  /** False when the producer's minimum was missed: nothing is bought. */
  readonly meetsMinimum: boolean;
  /** The most that the stock can give; null when it is made to order. */
  readonly stockMilli: Milli | null;
}

/** Why a line gets what it gets: "" when it gets what it wanted. */
export type CutReason = "" | "minimum" | "box" | "stock";

export interface AllocatedLine {
  readonly lineId: LineId;
  readonly seq: number;
  readonly allocatedMilli: Milli;
  readonly status: Extract<
    LineStatus,
    "allocated" | "cut_by_box" | "partly_cut_by_box" | "cancelled_minimum"
  >;
  readonly reason: CutReason;
}

/** What is bought of one offer, and who gets it, in order of `seq`. */
export interface Allocation {
  readonly demandMilli: Milli;
  readonly toleranceMilli: Milli;
  /** Null when sold loose; 0 when cancelled (RULES §4). */
  readonly boxes: number | null;
  readonly orderedMilli: Milli;
  readonly lines: readonly AllocatedLine[];
}

/**
 * Buys one offer and shares it among the lines that asked for it. Run in preview while the cycle
 * is open, and once at its close. The lines may come in any order: only `seq` counts. What is
 * ordered is allocated to the last thousandth, and nobody gets more than want and tolerance.
 */
export function allocate(asked: readonly AskedLine[], buying: Buying): Allocation {
  const lines = asked.toSorted((one, other) => one.seq - other.seq);
  const demandMilli = sumMilli(lines.map((line) => line.wantedMilli));
  const toleranceMilli = sumMilli(lines.map((line) => line.toleranceMilli));
  const bought = buy(buying, { demandMilli, toleranceMilli });
  const shares = share(lines, bought.orderedMilli, buying);
  return {
    demandMilli,
    toleranceMilli,
    boxes: bought.boxes,
    orderedMilli: bought.orderedMilli,
    lines: lines.map((line, index) =>
      allocatedLine(line, shares[index] ?? milli(0), bought.shortBy),
    ),
  };
}

interface Bought {
  readonly boxes: number | null;
  readonly orderedMilli: Milli;
  readonly shortBy: CutReason;
}

/** How many boxes are opened (RULES §4): tolerance may complete one box, never two. */
function buy(
  { terms, meetsMinimum, stockMilli }: Buying,
  asked: { readonly demandMilli: Milli; readonly toleranceMilli: Milli },
): Bought {
  const { demandMilli, toleranceMilli } = asked;
  if (!meetsMinimum) return { boxes: 0, orderedMilli: milli(0), shortBy: "minimum" };
  if (terms.boxUnits === 1) {
    const orderedMilli = leastMilli(demandMilli, stockMilli ?? demandMilli);
    return { boxes: null, orderedMilli, shortBy: "stock" };
  }
  const box = unitsToMilli(terms.boxUnits);
  const remainder = demandMilli % box;
  const completed = remainder > 0 && remainder + toleranceMilli >= box ? 1 : 0;
  const wished = Math.floor(demandMilli / box) + completed;
  const inStock = stockMilli === null ? wished : Math.floor(stockMilli / box);
  const boxes = Math.min(wished, inStock);
  return {
    boxes,
    orderedMilli: unitsToMilli(boxes * terms.boxUnits),
    shortBy: boxes < wished ? "stock" : "box",
  };
}

/** Who gets what of the ordered quantity, line by line in order of `seq`. */
function share(lines: readonly AskedLine[], ordered: Milli, buying: Buying): Milli[] {
  const wants = lines.map((line) => line.wantedMilli);
  const demand = sumMilli(wants);
  if (ordered < demand) return shareWants(lines, ordered, buying);
  const extra = shareExtra(lines, subtractMilli(ordered, demand), buying);
  return wants.map((want, index) => addMilli(want, extra[index] ?? milli(0)));
}

/** Too little for all: nobody gets any tolerance. */
function shareWants(lines: readonly AskedLine[], ordered: Milli, buying: Buying): Milli[] {
  const { terms, strategy } = buying;
  const takers = lines.map(({ wantedMilli }) => ({ room: wantedMilli, weight: wantedMilli }));
  if (strategy === "first-come") return shareInTurn(ordered, takers);
  if (strategy === "proportional") return shareByWeight(ordered, takers, terms.stepMilli);
  const cut = subtractMilli(sumMilli(lines.map((line) => line.wantedMilli)), ordered);
  // The later order comes first here, so that on a tie it is the one that loses.
  const bearers = lines.toReversed().map((line) => ({
    room: line.wantedMilli,
    burden: (lost: Milli) => addCents(line.cutBefore ?? ZERO, estimate(terms, lost)),
  }));
  const cuts = shareEvenly(cut, bearers, terms.stepMilli).toReversed();
  return lines.map((line, index) => subtractMilli(line.wantedMilli, cuts[index] ?? milli(0)));
}

/** All wants are met: what completes the last box goes to those who said they would take more. */
function shareExtra(lines: readonly AskedLine[], extra: Milli, buying: Buying): Milli[] {
  const { terms, strategy } = buying;
  const takers = lines.map((line) => ({ room: line.toleranceMilli, weight: line.wantedMilli }));
  if (strategy === "first-come") return shareInTurn(extra, takers);
  if (strategy === "proportional") return shareByWeight(extra, takers, terms.stepMilli);
  const bearers = takers.map(({ room }) => ({
    room,
    burden: (more: Milli) => estimate(terms, more),
  }));
  return shareEvenly(extra, bearers, terms.stepMilli);
}

function allocatedLine(line: AskedLine, allocatedMilli: Milli, shortBy: CutReason): AllocatedLine {
  const { lineId, seq, wantedMilli } = line;
  const got = { lineId, seq, allocatedMilli };
  if (shortBy === "minimum") return { ...got, status: "cancelled_minimum", reason: shortBy };
  if (allocatedMilli === 0) return { ...got, status: "cut_by_box", reason: shortBy };
  if (allocatedMilli < wantedMilli) {
    return { ...got, status: "partly_cut_by_box", reason: shortBy };
  }
  return { ...got, status: "allocated", reason: "" };
}

import type { CycleId, EnterpriseId } from "#domain/kernel/ids.ts";
import { type Cents, multiplyDivide, subtractCents, sumCents } from "#domain/kernel/money.ts";
import { type BasisPoints, basisPoints } from "#domain/kernel/quantity.ts";
import { type Month, monthBefore } from "./month.ts";

/**
 * A figure that fewer buyers made than this is not shown: who knows one of them would read what
 * that household spends. The public page says so.
 */
export const FEWEST_BUYERS = 5;

/** How goods were divided: what producers got, VAT within it, and what the network kept. */
export interface DividedGoods {
  readonly goodsCents: Cents;
  readonly toProducersCents: Cents;
  readonly networkFeeCents: Cents;
}

/** What a settled cycle came to. All guests together count as one buyer. */
export interface CycleFigure extends DividedGoods {
  readonly cycleId: CycleId;
  readonly month: Month;
  readonly buyers: number;
  /** Households and persons that no published cycle of the month had before; points likewise. */
  readonly newBuyers: number;
  readonly newPoints: number;
  readonly orders: number;
  readonly homeOrders: number;
  readonly vatCents: Cents;
  readonly deliveryCents: Cents;
  readonly depositsCents: Cents;
}

/** What a producer sold in one cycle, and to how many. */
export interface ProducerCell extends DividedGoods {
  readonly enterpriseId: EnterpriseId;
  readonly buyers: number;
}

/** What is added to the figures of a producer; of null, to those of all who do not stand alone. */
export interface ProducerPart extends DividedGoods {
  readonly enterpriseId: EnterpriseId | null;
}

/** Whether a cycle has buyers enough to be told of. */
export function isPublished({ buyers }: Pick<CycleFigure, "buyers">): boolean {
  return buyers >= FEWEST_BUYERS;
}

/**
 * Which producers of a cycle stand alone. Those with too few buyers are put together, and with
 * them the smallest of the others: else who subtracts the rest from the whole would have them.
 */
export function producerParts(cells: readonly ProducerCell[]): ProducerPart[] {
  const few = cells.filter((cell) => !isPublished(cell));
  const many = cells.filter(isPublished).toSorted(bySize);
  const joining = few.length === 0 ? 0 : 1;
  const together = [...few, ...many.slice(0, joining)];
  const alone = many
    .slice(joining)
    .map((cell) => ({ enterpriseId: cell.enterpriseId, ...added([cell]) }));
  return together.length === 0 ? alone : [...alone, { enterpriseId: null, ...added(together) }];
}

/** The smaller first; the same for whoever asks, also where two sold alike. */
function bySize(one: ProducerCell, other: ProducerCell): number {
  const difference = subtractCents(one.goodsCents, other.goodsCents);
  if (difference !== 0) return difference;
  return one.enterpriseId < other.enterpriseId ? -1 : 1;
}

/** Several added up. */
export function added(parts: readonly DividedGoods[]): DividedGoods {
  return {
    goodsCents: sumCents(parts.map((part) => part.goodsCents)),
    toProducersCents: sumCents(parts.map((part) => part.toProducersCents)),
    networkFeeCents: sumCents(parts.map((part) => part.networkFeeCents)),
  };
}

/** What part of a sum another is, to a tenth of a percent; nothing of nothing is nothing. */
export function shareOf(part: Cents, whole: Cents): BasisPoints {
  return basisPoints(whole === 0 ? 0 : multiplyDivide(part, 1000, whole) * 10);
}

/** What may be told of a month. */
export interface MonthFigures extends DividedGoods {
  readonly month: Month;
  /** Cycles that are in the figures, and those that too few bought in. */
  readonly cycles: number;
  readonly withheld: number;
  /** Households and persons; null where they are too few. */
  readonly buyers: number | null;
  readonly orders: number;
  /** Brought home, in cycles where that was done for enough of them, or for nobody. */
  readonly homeOrders: number;
  readonly pickupPoints: number;
  readonly vatCents: Cents;
  /** Of the same cycles as `homeOrders`. */
  readonly deliveryCents: Cents;
  /** Whether homes of some cycle were too few to be told apart. */
  readonly isHomeCut: boolean;
}

/** The figures of a month, out of its cycles. */
export function monthFigures(one: Month, figures: readonly CycleFigure[]): MonthFigures {
  const own = figures.filter((figure) => figure.month === one);
  const told = own.filter(isPublished);
  const count = (of: (figure: CycleFigure) => number) =>
    told.reduce((sum, figure) => sum + of(figure), 0);
  const home = told.filter(hasHomesToTell);
  const buyers = count((figure) => figure.newBuyers);
  return {
    month: one,
    cycles: told.length,
    withheld: own.length - told.length,
    buyers: told.length > 0 && buyers < FEWEST_BUYERS ? null : buyers,
    orders: count((figure) => figure.orders),
    homeOrders: home.reduce((sum, figure) => sum + figure.homeOrders, 0),
    pickupPoints: count((figure) => figure.newPoints),
    ...added(told),
    vatCents: sumCents(told.map((figure) => figure.vatCents)),
    deliveryCents: sumCents(home.map((figure) => figure.deliveryCents)),
    isHomeCut: home.length < told.length,
  };
}

function hasHomesToTell({ homeOrders }: CycleFigure): boolean {
  return homeOrders === 0 || homeOrders >= FEWEST_BUYERS;
}

/** What a euro that was charged went to. The parts add up to goods and delivery. */
export interface EuroParts {
  /** What producers keep, once they have paid the VAT. */
  readonly producersCents: Cents;
  readonly vatCents: Cents;
  readonly networkCents: Cents;
  readonly deliveryCents: Cents;
}

export function euroParts(months: readonly MonthFigures[]): EuroParts {
  const total = (of: (figures: MonthFigures) => Cents) => sumCents(months.map(of));
  const vatCents = total((figures) => figures.vatCents);
  return {
    producersCents: subtractCents(
      total((figures) => figures.toProducersCents),
      vatCents,
    ),
    vatCents,
    networkCents: total((figures) => figures.networkFeeCents),
    deliveryCents: total((figures) => figures.deliveryCents),
  };
}

/**
 * The last whole month before this one, where something of it may be told; else this month so far;
 * null when neither says anything.
 */
export function lastMonthOf(now: Month, figures: readonly CycleFigure[]): MonthFigures | null {
  const months = [monthBefore(now, 1), now].map((one) => monthFigures(one, figures));
  return months.find(({ cycles }) => cycles > 0) ?? null;
}

/** A week with its outcome, joined up so that cases and laws can be asked of it. */
import type { ExpectedHousehold, ExpectedLine, ExpectedWeek } from "./expected-file.ts";
import { askedLines } from "./oracle-close.ts";
import type { Asked } from "./oracle-close.ts";
import { expectedWeek } from "./oracle.ts";
import type { HouseholdEntry, ProductEntry, Week } from "./week-files.ts";

export interface PlayedLine extends Asked {
  readonly row: ExpectedLine;
}

export interface PlayedHousehold {
  readonly household: HouseholdEntry;
  readonly figures: ExpectedHousehold;
  /** In order of `seq`. */
  readonly lines: readonly PlayedLine[];
}

export interface PlayedProduct {
  readonly product: ProductEntry;
  readonly lines: readonly PlayedLine[];
  /** Thousandths, from the purchase; all 0 of a product without lines. */
  readonly demand: number;
  readonly tolerance: number;
  readonly ordered: number;
  readonly boxes: number | null;
  readonly cancelled: boolean;
  /** Thousandths missing on delivery day; 0 without a shortage. */
  readonly missing: number;
}

export interface PlayedWeek {
  readonly week: Week;
  readonly expected: ExpectedWeek;
  /** In order of `seq`. */
  readonly lines: readonly PlayedLine[];
  readonly households: readonly PlayedHousehold[];
  readonly products: readonly PlayedProduct[];
}

export function playWeek(week: Week): PlayedWeek {
  const expected = expectedWeek(week.network, week.cycle, week.attempts);
  const rows = new Map(expected.lines.map((row) => [row.id, row]));
  const lines = askedLines(week.network, week.cycle).flatMap((asked) => {
    const row = rows.get(asked.line.id);
    return row === undefined ? [] : [{ ...asked, row }];
  });
  return {
    week,
    expected,
    lines,
    households: expected.households.flatMap((figures, place) => {
      const household = week.network.households[place];
      const own = lines.filter(({ line }) => line.household === figures.household);
      return household === undefined ? [] : [{ household, figures, lines: own }];
    }),
    products: week.network.products.map((product) => played(week, { product, expected, lines })),
  };
}

interface Parts {
  readonly product: ProductEntry;
  readonly expected: ExpectedWeek;
  readonly lines: readonly PlayedLine[];
}

function played(week: Week, { product, expected, lines }: Parts): PlayedProduct {
  const purchase = expected.purchase.find((one) => one.product === product.id);
  const shortages = week.cycle.delivery_facts.shortages;
  const producer = expected.producers.find((one) => one.producer === product.producer);
  return {
    product,
    lines: lines.filter(({ line }) => line.product === product.id),
    demand: purchase?.demand_milli ?? 0,
    tolerance: purchase?.tolerance_milli ?? 0,
    ordered: purchase?.ordered_milli ?? 0,
    boxes: purchase?.boxes ?? null,
    cancelled: producer?.status === "cancelled_minimum",
    missing: shortages.find((one) => one.product === product.id)?.missing_milli ?? 0,
  };
}

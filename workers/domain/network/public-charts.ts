import { type Cents, cents } from "#domain/kernel/money.ts";
import {
  added,
  type CycleFigure,
  type DividedGoods,
  euroParts,
  FEWEST_BUYERS,
  type MonthFigures,
  monthFigures,
} from "./figures.ts";
import type { Month } from "./month.ts";

/** The charts that the network shows of itself; each is a page's table, a CSV and a JSON file. */
export const CHARTS = [
  "turnover",
  "network-income",
  "buyers",
  "deliveries",
  "euro",
  "producers",
] as const;
export type Chart = (typeof CHARTS)[number];

/** The columns of each chart's table, in their order. Sums are in cents. */
export const CHART_COLUMNS = {
  turnover: ["month", "goodsCents", "toProducersCents", "vatCents"],
  "network-income": ["month", "networkFeeCents", "deliveryCents"],
  buyers: ["month", "buyers"],
  deliveries: ["month", "orders", "pickupOrders", "homeOrders", "pickupPoints"],
  euro: ["part", "cents"],
  producers: ["producer", "goodsCents", "toProducersCents", "networkFeeCents"],
} as const satisfies Record<Chart, readonly string[]>;
export type ChartColumn = (typeof CHART_COLUMNS)[Chart][number];

/** The parts of a euro, in the order in which they are told. */
export const EURO_PARTS = ["producers", "vat", "network", "delivery"] as const;
export type EuroPart = (typeof EURO_PARTS)[number];

export type Cell = string | number | null;
/** A row by its columns; null where too few would be known by it. */
export type ChartRow = Readonly<Record<string, Cell>>;

/** What the charts are made of: months in their order, and what producers sold over all of them. */
export interface PublicFigures {
  readonly months: readonly MonthFigures[];
  /** One row without a name where the network does not tell producers apart. */
  readonly producers: readonly PublicProducer[];
}

export interface PublicProducer extends DividedGoods {
  /** Null for those who are told of together. */
  readonly name: string | null;
}

/**
 * The figures of some months. Producers go by name where the network's rule says so; else all of
 * them are one.
 */
export function publicFigures(
  months: readonly Month[],
  known: { readonly cycles: readonly CycleFigure[]; readonly sold: readonly PublicProducer[] },
  hasNames: boolean,
): PublicFigures {
  const { cycles, sold } = known;
  const isTold = hasNames || sold.length === 0;
  return {
    months: months.map((one) => monthFigures(one, cycles)),
    producers: isTold ? sold : [{ name: null, ...added(sold) }],
  };
}

/** The rows of a chart. The page's table, the CSV and the JSON all say these. */
export function chartRows(chart: Chart, figures: PublicFigures): ChartRow[] {
  const { months, producers } = figures;
  if (chart === "euro") return euroRows(months);
  if (chart !== "producers") return months.map((month) => monthRow(chart, month));
  return producers.map(({ name, goodsCents, toProducersCents, networkFeeCents }) => {
    return { producer: name, goodsCents, toProducersCents, networkFeeCents };
  });
}

function monthRow(chart: Exclude<Chart, "euro" | "producers">, figures: MonthFigures): ChartRow {
  const isSilent = figures.cycles === 0 && figures.withheld > 0;
  const { isHomeCut, ...told } = figures;
  const cells: Readonly<Record<string, Cell>> = {
    ...told,
    pickupOrders: isHomeCut ? null : figures.orders - figures.homeOrders,
    homeOrders: isHomeCut ? null : figures.homeOrders,
    deliveryCents: isHomeCut ? null : figures.deliveryCents,
  };
  const said = CHART_COLUMNS[chart].map((column) => {
    const isShown = column === "month" || !isSilent;
    return [column, isShown ? (cells[column] ?? null) : null] as const;
  });
  return Object.fromEntries(said);
}

function euroRows(months: readonly MonthFigures[]): ChartRow[] {
  const parts = euroParts(months);
  const amounts: Readonly<Record<EuroPart, Cents>> = {
    producers: parts.producersCents,
    vat: parts.vatCents,
    network: parts.networkCents,
    delivery: parts.deliveryCents,
  };
  return EURO_PARTS.map((part) => ({ part, cents: amounts[part] }));
}

/** Anyone may use them for anything, without asking and without naming the source. */
export const OPEN_LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/";

/** A chart as a file for programs. */
export interface OpenChart {
  readonly chart: Chart;
  readonly licence: string;
  /** The first and the last month. */
  readonly from: string;
  readonly to: string;
  /** What fewer buyers than this made is not told. */
  readonly fewestBuyers: number;
  readonly rows: readonly ChartRow[];
}

export function openChart(chart: Chart, figures: PublicFigures): OpenChart {
  return {
    chart,
    licence: OPEN_LICENCE,
    from: figures.months[0]?.month ?? "",
    to: figures.months.at(-1)?.month ?? "",
    fewestBuyers: FEWEST_BUYERS,
    rows: chartRows(chart, figures),
  };
}

/**
 * A chart as a table for spreadsheets: commas, a point before decimals, sums in euros (RFC 4180).
 * Texts that a spreadsheet would run as a formula get an apostrophe.
 */
export function chartCsv(chart: Chart, figures: PublicFigures): string {
  const columns: readonly ChartColumn[] = CHART_COLUMNS[chart];
  const head = columns.map(csvHead);
  const rows = chartRows(chart, figures).map((row) =>
    columns.map((column) => csvCell(column, row[column] ?? null)),
  );
  return [head, ...rows].map((cells) => `${cells.join(",")}\r\n`).join("");
}

const isSum = (column: string) => /cents$/i.test(column);

function csvHead(column: ChartColumn): string {
  const name = isSum(column) ? column.replace(/cents$/i, "Euros") : column;
  return name.replace(/^E/, "e").replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function csvCell(column: ChartColumn, value: Cell): string {
  if (value === null) return "";
  if (typeof value === "string") return csvText(value);
  return isSum(column) ? euros(cents(value)) : String(value);
}

function csvText(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function euros(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

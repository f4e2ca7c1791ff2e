import { type Context, Hono } from "hono";
import * as v from "valibot";
import {
  CHARTS,
  CHART_COLUMNS,
  type Chart,
  chartCsv,
  OPEN_LICENCE,
  openChart,
} from "#domain/network/public-charts.ts";
import { refused, show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { accept } from "#domain/kernel/outcome.ts";
import { readFigures } from "./actions.ts";

const File = v.object({ chart: v.picklist(CHARTS), csv: v.string(), json: v.string() });
const Index = v.object({ licence: v.string(), charts: v.array(File) });

/** Text in these columns; null where too few would be known by a figure. */
const TEXTS: ReadonlySet<string> = new Set(["month", "part"]);

function cellOf(column: string) {
  if (TEXTS.has(column)) return v.string();
  return v.nullable(column === "producer" ? v.string() : v.pipe(v.number(), v.safeInteger()));
}

function chartSchema(chart: Chart) {
  const cells = CHART_COLUMNS[chart].map((column) => [column, cellOf(column)] as const);
  return v.object({
    chart: v.literal(chart),
    licence: v.string(),
    from: v.string(),
    to: v.string(),
    fewestBuyers: v.number(),
    rows: v.array(v.object(Object.fromEntries(cells))),
  });
}

/** Where a chart's files are. */
function chartFiles(chart: Chart) {
  const path = `/api/v1/transparency/${chart}`;
  return { chart, csv: `${path}.csv`, json: `${path}.json` };
}

/** The same for everyone, and moved by a settlement only: caches may hold it for some minutes. */
const KEPT = "public, max-age=600";

/** Open data: what the network came to in the last twelve months. */
export const transparency = new Hono<Edge>().get(
  "/",
  endpoint({
    summary: "The charts of the network in figures, each as CSV and as JSON; anyone may use them",
    area: "transparency",
    answers: { 200: Index },
    refusals: [],
  }),
  (c) => show(c, accept({ licence: OPEN_LICENCE, charts: CHARTS.map(chartFiles) })),
);

for (const chart of CHARTS) {
  transparency.get(
    `/${chart}.json`,
    endpoint({
      summary: `The figures of the chart ${chart}, of the last twelve months; sums in cents`,
      area: "transparency",
      answers: { 200: chartSchema(chart) },
      refusals: [],
    }),
    async (c) => {
      const read = await readFigures(c.var.request);
      if (!read.ok) return refused(c, read.refusal);
      const answer = show(c, accept(openChart(chart, read.value)));
      answer.headers.set("Cache-Control", KEPT);
      return answer;
    },
  );
  transparency.get(
    `/${chart}.csv`,
    endpoint({
      summary: `The figures of the chart ${chart} as a table; sums in euros`,
      area: "transparency",
      table: true,
      answers: {},
      refusals: [],
    }),
    (c) => writeCsv(c, chart),
  );
}

async function writeCsv(c: Context<Edge>, chart: Chart): Promise<Response> {
  const read = await readFigures(c.var.request);
  if (!read.ok) return refused(c, read.refusal);
  c.header("Content-Type", "text/csv; charset=utf-8; header=present");
  c.header("Content-Disposition", `attachment; filename="${chart}.csv"`);
  c.header("Cache-Control", KEPT);
  return c.body(chartCsv(chart, read.value));
}

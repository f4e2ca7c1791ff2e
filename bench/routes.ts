import { check } from "#domain/delivery/check.ts";
import { readProblem } from "#domain/delivery/read-problem.ts";
import { plannerSize } from "./planner-size.ts";
import type { Bar, Measured, Report } from "./report.ts";
import { type Instance, readInstances } from "./route-instances.ts";
import { searchFor } from "./timed-search.ts";

/** Seconds of processor time for each public instance, and for each rich one. */
const seconds = Number(process.env["ROUTES_SECONDS"] ?? 5);
const richSeconds = Number(process.env["ROUTES_RICH_SECONDS"] ?? 10);
const isShort = richSeconds < 10;
const seed = Number(process.env["ROUTES_SEED"] ?? 1);

/** VROOM at its best level on one core: stops left, cost within 2 seconds, cost within 10. */
const anchor: Readonly<Record<string, readonly [number, number, number]>> = {
  r050a: [2, 83_711, 83_711],
  r050b: [3, 57_742, 57_742],
  r100a: [1, 80_082, 80_082],
  r100b: [12, 128_120, 128_120],
  r200a: [10, 130_452, 129_202],
  r200b: [0, 212_113, 211_179],
  r300a: [0, 198_120, 189_145],
  r400a: [0, 348_541, 339_187],
};

/** Largest mean gaps in per cent: within a second, and within five. */
const mostGap: Readonly<Record<string, readonly [number, number]>> = {
  solomon: [2.5, 1],
  homberger: [6, 2],
  x: [3, 1.5],
  lilim: [2.5, 1],
};

/**
 * Gaps to the best known plans, in per cent, within a budget of processor time, which a busy
 * machine does not shorten; every plan is checked.
 */
export async function run(): Promise<Report> {
  const size = plannerSize();
  const instances = await readInstances();
  const results = instances.map(solve);
  const measured = results.map(({ row }) => row);
  const bars = Object.entries(mostGap).map(([set, [soon, later]]): Bar => {
    const gaps = results.filter((result) => result.set === set).map(({ gap }) => gap);
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const atMost = seconds < 5 ? soon : later;
    return { what: `mean gap of ${set} at ${seconds} s, %`, value: round(mean), atMost };
  });
  const won = results.filter(({ beatsAnchor }) => beatsAnchor).length;
  const rich = `rich instances no worse than VROOM at ${richSeconds} s`;
  return {
    name: "routes",
    measured,
    bars: [...bars, ...size, { what: rich, value: won, atLeast: isShort ? 7 : 8 }],
  };
}

interface Result {
  readonly set: string;
  readonly gap: number;
  readonly beatsAnchor: boolean;
  readonly row: Measured;
}

function solve({ set, name, scale, problem, bks }: Instance): Result {
  const read = readProblem(problem);
  if (!read.ok) throw new Error(`${name}: ${read.refusal.field}: ${read.refusal.expected}`);
  const since = process.cpuUsage();
  const elapsed = () => {
    const { user, system } = process.cpuUsage(since);
    return (user + system) / 1000;
  };
  const allowed = (set === "rich" ? richSeconds : seconds) * 1000;
  const search = searchFor(read.value, seed, { milliseconds: allowed, elapsed });
  const verdict = check(read.value, search.best());
  if (verdict.complaints.length > 0) throw new Error(`${name}: ${verdict.complaints[0]?.code}`);
  const cost = verdict.cost / scale;
  const known = bks?.ref ?? bks?.cost;
  const gap = known === undefined ? 0 : 100 * (cost / known - 1);
  const left = search.rank().stopsLost;
  const beatsAnchor = set === "rich" && isNoWorse(name, left, cost);
  const bar = anchorOf(name);
  const against = set === "rich" ? `${bar.left} left, ${bar.cost}` : `${round(gap)} %`;
  return { set, gap, beatsAnchor, row: { set, name, cost: round(cost), left, against } };
}

function anchorOf(name: string): { readonly left: number; readonly cost: number } {
  const [left, soon, later] = anchor[name] ?? [0, 0, 0];
  return { left, cost: isShort ? soon : later };
}

function isNoWorse(name: string, left: number, cost: number): boolean {
  const there = anchorOf(name);
  return left < there.left || (left === there.left && cost <= there.cost);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

import { check } from "#domain/delivery/check.ts";
import { readProblem } from "#domain/delivery/read-problem.ts";
import type { Bar, Measured, Report } from "./report.ts";
import { type Instance, readInstances } from "./route-instances.ts";
import { searchFor } from "./timed-search.ts";

/** Seconds of processor time for each public instance, and for each rich one. */
const seconds = Number(process.env["ROUTES_SECONDS"] ?? 5);
const richSeconds = Number(process.env["ROUTES_RICH_SECONDS"] ?? 10);
const seed = Number(process.env["ROUTES_SEED"] ?? 1);

/** Stops left and cost of VROOM at its best level, within 10 seconds on one core. */
const anchor: Readonly<Record<string, readonly [number, number]>> = {
  r050a: [2, 83_711],
  r050b: [3, 57_742],
  r100a: [1, 80_082],
  r100b: [12, 128_120],
  r200a: [10, 129_202],
  r200b: [0, 211_179],
  r300a: [0, 189_145],
  r400a: [0, 339_187],
};

const mostGap: Readonly<Record<string, number>> = { solomon: 1, homberger: 2, x: 1.5, lilim: 1 };

/**
 * Gaps to the best known plans, in per cent, within a budget of processor time, which a busy
 * machine does not shorten; every plan is checked.
 */
export async function run(): Promise<Report> {
  const instances = await readInstances();
  const results = instances.map(solve);
  const measured = results.map(({ row }) => row);
  const bars = Object.entries(mostGap).map(([set, atMost]): Bar => {
    const gaps = results.filter((result) => result.set === set).map(({ gap }) => gap);
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    return { what: `mean gap of ${set} at ${seconds} s, %`, value: round(mean), atMost };
  });
  const won = results.filter(({ beatsAnchor }) => beatsAnchor).length;
  const rich = `rich instances no worse than VROOM at ${richSeconds} s`;
  return { name: "routes", measured, bars: [...bars, { what: rich, value: won, atLeast: 8 }] };
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
  const bar = anchor[name] ?? ["", ""];
  const against = set === "rich" ? `${bar[0]} left, ${bar[1]}` : `${round(gap)} %`;
  return { set, gap, beatsAnchor, row: { set, name, cost: round(cost), left, against } };
}

function isNoWorse(name: string, left: number, cost: number): boolean {
  const [leftThere, costThere] = anchor[name] ?? [0, 0];
  return left < leftThere || (left === leftThere && cost <= costThere);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

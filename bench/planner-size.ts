import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Problem } from "#domain/delivery/problem.ts";
import { readProblem } from "#domain/delivery/read-problem.ts";
import { Chance } from "#domain/delivery/solver/chance.ts";
import type { Bar } from "./report.ts";
import { newSolver } from "./timed-search.ts";

/**
 * How soon a town of 400 stops has its first plan, by a program that has just started, and what
 * one of 1000 needs of memory.
 */
export function plannerSize(): Bar[] {
  const seconds = firstPlanSeconds(400);
  const megabytes = memoryFor(1000);
  const first = "first plan of 400 stops, reading included, s of processor time";
  return [
    { what: first, value: rounded(seconds), atMost: 0.3 },
    { what: "memory of a solver with 1000 stops, MB", value: rounded(megabytes), atMost: 128 },
  ];
}

function firstPlanSeconds(stops: number): number {
  const json = town(stops);
  const since = process.cpuUsage();
  const problem = read(json);
  newSolver(problem, 1).best();
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

/** What stays in use once the problem is read and the search has run a while. */
function memoryFor(stops: number): number {
  const json = town(stops);
  const before = megabytesInUse();
  const problem = read(json);
  const solver = newSolver(problem, 1);
  const made = megabytesInUse();
  solver.step(2000);
  const after = megabytesInUse();
  return Math.max(made, after) - before;
}

function megabytesInUse(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

function read(json: unknown): Problem {
  const outcome = readProblem(json);
  if (!outcome.ok) throw new Error(`${outcome.refusal.field}: ${outcome.refusal.expected}`);
  return outcome.value;
}

/** Homes on 20 by 20 kilometres around a hub, half of them at home for some hours only. */
function town(stops: number): unknown {
  const chance = new Chance(stops);
  const coordinate = () => chance.below(20_000);
  const points = Array.from({ length: stops + 1 }, () => [coordinate(), coordinate()] as const);
  const distances = points.map(([x, y]) =>
    points.map(([u, v]) => Math.abs(x - u) + Math.abs(y - v)),
  );
  const durations = distances.map((row) => row.map((metres) => Math.floor(metres / 4)));
  const window = () => {
    const from = 3600 * chance.below(6);
    return chance.once(2) ? { time_windows: [[from, from + 10_800]] } : {};
  };
  return {
    vehicles: Array.from({ length: Math.ceil(stops / 15) }, (_, index) => ({
      id: index + 1,
      profile: "bike",
      start_index: 0,
      end_index: 0,
      capacity: [20],
      time_window: [0, 36_000],
    })),
    jobs: Array.from({ length: stops }, (_, index) => ({
      id: index + 1,
      location_index: index + 1,
      delivery: [1],
      service: 120,
      ...window(),
    })),
    matrices: { bike: { durations, distances } },
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

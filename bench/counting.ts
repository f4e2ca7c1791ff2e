import { existsSync, readFileSync } from "node:fs";
import { countIrv } from "#domain/governance/counting/irv.ts";
import { countMeek } from "#domain/governance/counting/meek.ts";
import { layOut, type Papers } from "#domain/governance/counting/papers.ts";
import { tableOf } from "#domain/governance/counting/rank-table.ts";
import { countSchulze } from "#domain/governance/counting/schulze.ts";
import { countScottish } from "#domain/governance/counting/scottish.ts";
import { countWigm } from "#domain/governance/counting/wigm.ts";
import { bareCount } from "./bare-count.ts";
import { type Bar, type Measured, median, type Report } from "./report.ts";
import { syntheticBallots } from "./synthetic-ballots.ts";
import { tally } from "./tally.ts";

const SEATS = 5;
const ROUNDS = 9;
const wieliczka = "../shared/bench/voting/pb-wieliczka-2023.json";

/** How long the counts take; bars from DESIGN §8 and the governance issue. Milliseconds. */
export function run(): Promise<Report> {
  const large = synthetic(100_000, 12);
  const small = synthetic(580, 12);
  const wide = synthetic(100_000, 30);
  const { ours, bare } = againstBare(large);
  const assembly = time(() => countScottish({ ...electionOf(small), seats: SEATS }, lotOf(small)));
  const schulze = time(() => countSchulze(tableOf(wide), lotOf(wide)));
  const rest = others(large);
  const measured: Measured[] = [
    { count: "Scottish, 100,000 ballots × 12", ms: ours },
    { count: "the same, a bare loop", ms: bare },
    { count: "Scottish, 580 ballots × 12", ms: assembly },
    { count: "Schulze, 100,000 ballots × 30", ms: schulze },
    ...rest,
  ];
  const bars: Bar[] = [
    { what: "Scottish count against a bare loop", value: rounded(ours / bare), atMost: 3 },
    { what: "580 ballots, ms", value: assembly, atMost: 10 },
    { what: "Schulze, 100,000 × 30, ms", value: schulze, atMost: 1000 },
  ];
  if (existsSync(wieliczka)) {
    const text = readFileSync(wieliczka, "utf8");
    const ms = time(() => tally(text, "equal-shares"));
    measured.push({ count: "Equal Shares, Wieliczka 2023, read and counted", ms });
    bars.push({ what: "Equal Shares, Wieliczka 2023, ms", value: ms, atMost: 10_000 });
  }
  return Promise.resolve({ name: "counting", measured, bars });
}

/** The two take turns, so that what else the machine does slows both. */
function againstBare(papers: Papers): { readonly ours: number; readonly bare: number } {
  const ours: number[] = [];
  const bare: number[] = [];
  const election = { ...electionOf(papers), seats: SEATS };
  for (let round = 0; round < ROUNDS; round++) {
    let winners: readonly number[] = [];
    let known: readonly number[] = [];
    bare.push(once(() => (known = bareCount(papers, SEATS))));
    ours.push(once(() => (winners = countScottish(election, lotOf(papers)).elected)));
    if (String(winners) !== String(known)) throw new Error("the bare loop elects somebody else");
  }
  return { ours: rounded(median(ours)), bare: rounded(median(bare)) };
}

function others(papers: Papers): Measured[] {
  const election = { ...electionOf(papers), seats: SEATS };
  const lot = lotOf(papers);
  return [
    { count: "exact WIGM, 100,000 ballots × 12", ms: time(() => countWigm(election, lot)) },
    { count: "Meek, 100,000 ballots × 12", ms: time(() => countMeek(election, lot)) },
    { count: "instant run-off, 100,000 ballots × 12", ms: time(() => countIrv(election, lot)) },
  ];
}

function synthetic(ballots: number, candidates: number): Papers {
  return layOut(candidates, syntheticBallots({ ballots, candidates, seed: 1 }));
}

function electionOf(papers: Papers): { readonly withdrawn: readonly number[]; papers: Papers } {
  return { withdrawn: [], papers };
}

function lotOf({ candidates }: Papers): number[] {
  return Array.from({ length: candidates }, (_, index) => index);
}

function time(count: () => unknown): number {
  return rounded(median(Array.from({ length: 3 }, () => once(count))));
}

function once(count: () => unknown): number {
  const start = performance.now();
  count();
  return performance.now() - start;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

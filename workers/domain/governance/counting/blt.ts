import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { isLot, type Lot } from "./lot.ts";
import { layOut, MOST_BALLOTS, type RankedBallot, rankedBallots } from "./papers.ts";
import type { StvProfile } from "./profile.ts";
import type { BallotFileRefusal } from "./refusals.ts";

/** What was read so far, and which part of the file comes next. */
interface Draft {
  part: "sizes" | "ballots" | "names";
  candidates: number;
  seats: number;
  withdrawn: number[];
  lot: Lot | null;
  total: number;
  readonly ballots: RankedBallot[];
  readonly names: string[];
}

/** More candidates than any ballot can hold. */
const MOST_CANDIDATES = 1000;

/**
 * Reads a BLT file, the form that OpenSTV, OpaVote and droop share: "candidates seats", lines of
 * withdrawn candidates (-2 -5), one ballot a line ("count 3 1 2 0"), "0", the names in quotes, the
 * title. From droop: `(id)` for a single ballot, `-` for a skipped place and `[tie 2 1 3]` for the
 * lot, numbers from 1. A `#` begins a comment. Equal ranks (`1=2`) and other options are refused.
 */
export function readBlt(text: string): Outcome<StvProfile, BallotFileRefusal> {
  const draft: Draft = {
    part: "sizes",
    candidates: 0,
    seats: 0,
    withdrawn: [],
    lot: null,
    total: 0,
    ballots: [],
    names: [],
  };
  const lines = text.split("\n");
  for (const [index, raw] of lines.entries()) {
    const line = withoutComment(raw);
    if (line !== "" && !takers[draft.part](draft, line)) {
      return refuse({ code: "blt-unreadable", line: index + 1 });
    }
  }
  if (draft.part !== "names" || draft.names.length < draft.candidates) {
    return refuse({ code: "blt-unreadable", line: lines.length });
  }
  return accept(profileOf(draft));
}

function profileOf(draft: Draft): StvProfile {
  return {
    type: "stv",
    title: draft.names[draft.candidates] ?? "",
    candidates: draft.names.slice(0, draft.candidates),
    seats: draft.seats,
    withdrawn: draft.withdrawn,
    lot: draft.lot,
    papers: layOut(draft.candidates, draft.ballots),
  };
}

function withoutComment(raw: string): string {
  if (!raw.includes("#")) return raw.trim();
  const name = /^\s*("[^"]*")/.exec(raw)?.[1];
  return name ?? raw.slice(0, raw.indexOf("#")).trim();
}

/** What each part of the file says of a line: whether it fits there. */
const takers = { sizes: takeSizes, ballots: takeBallotLine, names: takeName } as const;

function takeSizes(draft: Draft, line: string): boolean {
  const sizes = /^(\d{1,4})\s+(\d{1,4})$/.exec(line);
  draft.candidates = Number(sizes?.[1] ?? 0);
  draft.seats = Number(sizes?.[2] ?? 0);
  draft.part = "ballots";
  return draft.candidates > 0 && draft.candidates <= MOST_CANDIDATES && draft.seats > 0;
}

function takeBallotLine(draft: Draft, line: string): boolean {
  if (line === "0") {
    draft.part = "names";
    return true;
  }
  if (line.startsWith("-")) return takeWithdrawn(draft, line);
  if (line.startsWith("[")) return takeTie(draft, line);
  const words = line.split(/\s+/);
  const count = words[0]?.startsWith("(") === true ? 1 : Number(words[0]);
  const ranking = readRanking(words, draft.candidates);
  if (ranking === null || !Number.isInteger(count) || count < 1) return false;
  draft.ballots.push({ count, ranking });
  draft.total += count;
  return draft.total <= MOST_BALLOTS;
}

/** The words between the count and the closing 0, as indexes; null when they are no ranking. */
function readRanking(words: readonly string[], candidates: number): number[] | null {
  if (words.length < 2 || words.at(-1) !== "0") return null;
  const ranking: number[] = [];
  for (let at = 1; at < words.length - 1; at++) {
    const word = words[at] ?? "";
    if (word === "-") continue;
    const candidate = Number(word) - 1;
    const exists = Number.isInteger(candidate) && candidate >= 0 && candidate < candidates;
    if (!exists || ranking.includes(candidate)) return null;
    ranking.push(candidate);
  }
  return ranking;
}

function takeWithdrawn(draft: Draft, line: string): boolean {
  const numbers = line.split(/\s+/).map((word) => -Number(word) - 1);
  draft.withdrawn = [...new Set([...draft.withdrawn, ...numbers])];
  return numbers.every((one) => Number.isInteger(one) && one >= 0 && one < draft.candidates);
}

function takeTie(draft: Draft, line: string): boolean {
  const numbers = /^\[\s*tie\s+([\d\s]+)\]$/.exec(line)?.[1];
  if (numbers === undefined || draft.lot !== null) return false;
  const words = numbers.trim().split(/\s+/);
  draft.lot = words.map((word) => Number(word) - 1);
  return isLot(draft.lot, draft.candidates);
}

function takeName(draft: Draft, line: string): boolean {
  const name = /^"([^"]*)"$/.exec(line)?.[1];
  if (name === undefined) return false;
  draft.names.push(name);
  return true;
}

/**
 * The same form written. BLT has no way to write a quotation mark or a line's end inside a name:
 * the first becomes an apostrophe, the second a space.
 */
export function writeBlt(profile: StvProfile): string {
  const { candidates, seats, withdrawn, lot, papers, title } = profile;
  const lines = [`${candidates.length} ${seats}`];
  if (withdrawn.length > 0) lines.push(withdrawn.map((one) => `-${one + 1}`).join(" "));
  if (lot !== null) lines.push(`[tie ${lot.map((one) => one + 1).join(" ")}]`);
  for (const { count, ranking } of rankedBallots(papers)) {
    lines.push([count, ...ranking.map((one) => one + 1), 0].join(" "));
  }
  lines.push("0", ...[...candidates, title].map(quoted));
  return `${lines.join("\n")}\n`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', "'").replaceAll(/[\r\n]+/g, " ")}"`;
}

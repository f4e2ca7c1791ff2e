import { accept, type Outcome, refuse, type Refused } from "#domain/kernel/outcome.ts";
import {
  type Fields,
  fieldsOf,
  fractionOf,
  indexesOf,
  listOf,
  pairsOf,
  textsOf,
  wholeNumber,
} from "./json-parts.ts";
import { fraction } from "./fraction.ts";
import { isLot } from "./lot.ts";
import { layOut, MOST_BALLOTS, type RankedBallot } from "./papers.ts";
import type { BudgetProfile, Profile, RankedProfile, StvProfile, WeakProfile } from "./profile.ts";
import { readApprovals, readMotion, readScores } from "./profile-reader-plain.ts";
import { tabulate, UNRANKED, type WeakBallot } from "./rank-table.ts";
import type { BallotFileRefusal } from "./refusals.ts";

type Read<T> = Outcome<T, BallotFileRefusal>;

/**
 * Reads a JSON profile: `type` says which, and `ballots` are `[count, ballot]`, candidates by
 * number from 1, projects by id. The fields of each type are in docs/counting.md.
 */
export function readProfile(value: unknown): Read<Profile> {
  const source = fieldsOf(value);
  switch (source?.["type"]) {
    case "stv":
      return readStv(source);
    case "ranked":
      return readRanked(source);
    case "ranked-weak":
      return readWeak(source);
    case "pb":
      return readBudget(source);
    case "approval":
      return readApprovals(source);
    case "score":
      return readScores(source);
    case "motion":
      return readMotion(source);
    default:
      return unreadable("type");
  }
}

function unreadable(field: string): Refused<BallotFileRefusal> {
  return refuse({ code: "profile-unreadable", field });
}

function readStv(source: Fields): Read<StvProfile> {
  const candidates = textsOf(source["candidates"]);
  if (candidates === null) return unreadable("candidates");
  const seats = wholeNumber(source["seats"], { least: 1, most: 1000 });
  if (seats === null) return unreadable("seats");
  const withdrawn = indexesOf(source["withdrawn"] ?? [], candidates.length);
  if (withdrawn === null) return unreadable("withdrawn");
  const ties = source["ties"] === undefined ? null : indexesOf(source["ties"], candidates.length);
  if (source["ties"] !== undefined && (ties === null || !isLot(ties, candidates.length))) {
    return unreadable("ties");
  }
  const ballots = pairsOf(source["ballots"], (first, second): RankedBallot | null => {
    const count = countOf(first);
    const ranking = indexesOf(second, candidates.length);
    return count === null || ranking === null ? null : { count, ranking };
  });
  const fault = faultIn(ballots);
  if (typeof ballots === "number" || fault !== null) return unreadable(fault ?? "ballots");
  const papers = layOut(candidates.length, ballots);
  const title = typeof source["title"] === "string" ? source["title"] : "";
  return accept({ type: "stv", title, candidates, seats, withdrawn, lot: ties, papers });
}

function readRanked(source: Fields): Read<RankedProfile> {
  const options = textsOf(source["options"]);
  if (options === null) return unreadable("options");
  const ballots = pairsOf(source["ballots"], weakBallot(options.length));
  const fault = faultIn(ballots);
  if (typeof ballots === "number" || fault !== null) return unreadable(fault ?? "ballots");
  return accept({ type: "ranked", options, table: tabulate(options.length, ballots) });
}

function readWeak(source: Fields): Read<WeakProfile> {
  const ranked = readRanked(source);
  if (!ranked.ok) return ranked;
  const { options, table } = ranked.value;
  const number = wholeNumber(source["default"], { least: 1, most: options.length });
  if (number === null) return unreadable("default");
  const quorum = fractionOf(source["quorum"]);
  if (quorum === null) return unreadable("quorum");
  const needed = listOf(source["majority_ratio"])?.map(fractionOf) ?? [];
  const ratios = needed.filter((ratio) => ratio !== null);
  if (needed.length !== options.length - 1 || ratios.length !== needed.length) {
    return unreadable("majority_ratio");
  }
  const isStrict = source["ratio_strict"];
  if (typeof isStrict !== "boolean") return unreadable("ratio_strict");
  const defaultOption = number - 1;
  const all = ratios.toSpliced(defaultOption, 0, fraction(1));
  const type = "ranked-weak";
  return accept({ type, options, defaultOption, quorum, ratios: all, isStrict, table });
}

function readBudget(source: Fields): Read<BudgetProfile> {
  const budget = wholeNumber(source["budget"], { least: 0, most: Number.MAX_SAFE_INTEGER });
  if (budget === null) return unreadable("budget");
  const projects = (listOf(source["projects"]) ?? []).map(projectOf);
  const known = projects.filter((project) => project !== null);
  const place = new Map(known.map(({ id }, index) => [id, index]));
  if (known.length === 0 || known.length < projects.length || place.size < known.length) {
    return unreadable("projects");
  }
  const ballots = pairsOf(source["ballots"], (first, second) => {
    const count = countOf(first);
    const ids = listOf(second)?.map((id) => (typeof id === "string" ? place.get(id) : undefined));
    const approved = ids?.filter((index) => index !== undefined);
    const isWhole = approved?.length === ids?.length && new Set(approved).size === ids?.length;
    return count === null || approved === undefined || !isWhole ? null : { count, approved };
  });
  const fault = faultIn(ballots);
  if (typeof ballots === "number" || fault !== null) return unreadable(fault ?? "ballots");
  return accept({ type: "pb", budget, projects: known, ballots });
}

function projectOf(value: unknown): { readonly id: string; readonly cost: number } | null {
  const fields = fieldsOf(value);
  const id = fields?.["id"];
  const cost = wholeNumber(fields?.["cost"], { least: 1, most: Number.MAX_SAFE_INTEGER });
  return typeof id === "string" && cost !== null ? { id, cost } : null;
}

function weakBallot(options: number): (first: unknown, second: unknown) => WeakBallot | null {
  return (first, second) => {
    const count = countOf(first);
    const ranks = listOf(second)?.map((rank) => (rank === null ? null : rankOf(rank)));
    const known = ranks?.filter((rank) => rank !== undefined);
    if (count === null || known?.length !== options || ranks?.length !== options) return null;
    return { count, ranks: known };
  };
}

function rankOf(value: unknown): number | undefined {
  return wholeNumber(value, { least: 0, most: UNRANKED - 1 }) ?? undefined;
}

function countOf(value: unknown): number | null {
  return wholeNumber(value, { least: 1, most: MOST_BALLOTS });
}

/** The field to blame: a ballot that could not be read, or too many of them. */
function faultIn(ballots: readonly { readonly count: number }[] | number): string | null {
  if (typeof ballots === "number") return `ballots[${ballots}]`;
  const total = ballots.reduce((sum, { count }) => sum + count, 0);
  return total > MOST_BALLOTS ? "ballots" : null;
}
